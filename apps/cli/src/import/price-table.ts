import { currencies, type Currency, type PriceTable } from "@wares/contracts";
import { fractionDigits } from "@wares/platform";

// What a dollar is taken for where a file names one currency and the shop sells in five. A table,
// not an exchange rate: the same file gives the same prices on any day, and staff may change them.
const perDollar: Readonly<Record<Currency, number>> = {
  USD: 1,
  EUR: 0.9,
  GBP: 0.8,
  JPY: 150,
  CNY: 7,
};

/** As on a price tag: 1,240 yen, 12 dollars, 3.40, 0.85. */
const tagged = (amount: number, currency: Currency): number => {
  if (currency === "JPY") return amount >= 1_000 ? rounded(amount, 10) : amount;
  if (amount >= 1_000) return rounded(amount, 100);
  return amount >= 100 ? rounded(amount, 10) : amount;
};

const rounded = (amount: number, to: number): number => Math.round(amount / to) * to;

/** The given amount to the unit; the others by the table, rounded as people write prices. */
export const pricesFrom = (amount: number, currency: Currency): PriceTable => {
  const dollars = amount / 10 ** fractionDigits(currency) / perDollar[currency];
  const other = (to: Currency) =>
    Math.max(1, tagged(Math.round(dollars * perDollar[to] * 10 ** fractionDigits(to)), to));
  const price = (to: Currency) => (to === currency ? amount : other(to));
  const [USD, EUR, GBP, JPY, CNY] = currencies.map(price);
  return { USD: USD ?? 0, EUR: EUR ?? 0, GBP: GBP ?? 0, JPY: JPY ?? 0, CNY: CNY ?? 0 };
};

/** Ten million dollars: past this a price is a slip of the keyboard. */
const dollarsMax = 10_000_000;

/** A reason why this is no price, or nothing. */
export const priceProblem = (amount: unknown, currency: Currency): string | undefined => {
  if (typeof amount !== "number" || !Number.isFinite(amount)) return "has no price";
  if (!Number.isInteger(amount)) return `price ${amount} has fractions of the smallest unit`;
  if (amount <= 0) return `price ${amount} is not above zero`;
  const dollars = amount / 10 ** fractionDigits(currency) / perDollar[currency];
  return dollars > dollarsMax ? `price ${amount} ${currency} is absurdly high` : undefined;
};
