import type { Currency, Money } from "@wares/contracts";
import { invariant } from "./outcome.ts";

// Integer minor units, always. Nothing here divides into a fraction of a cent.

const digits: Readonly<Record<Currency, number>> = { USD: 2, EUR: 2, GBP: 2, JPY: 0, CNY: 2 };
/** How many digits of the amount stand behind the point: 1999 EUR is 19.99, 1999 JPY is 1999. */
export const fractionDigits = (currency: Currency): number => digits[currency];

export const money = (amount: number, currency: Currency): Money => {
  invariant(Number.isSafeInteger(amount), `${amount} is not a whole number of minor units`);
  return { amount, currency };
};

export const add = (one: Money, other: Money): Money => {
  invariant(one.currency === other.currency, `${one.currency} is not added to ${other.currency}`);
  return money(one.amount + other.amount, one.currency);
};

export const sum = (all: readonly Money[], currency: Currency): Money =>
  all.reduce(add, money(0, currency));

export const times = (one: Money, quantity: number): Money =>
  money(one.amount * quantity, one.currency);

/**
 * Divides a whole into parts as the weights ask, by largest remainder: the parts always come to the
 * whole, none is off by a unit or more, and ties go to the earlier part. Weights that are all zero
 * count alike.
 */
export const allocate = (whole: number, weights: readonly number[]): readonly number[] => {
  invariant(Number.isSafeInteger(whole), "only whole minor units are divided");
  if (weights.length === 0) return [];
  const given = weights.every((weight) => weight === 0) ? weights.map(() => 1) : weights;
  // bigint, since an amount times a weight can pass 2^53.
  const total = given.reduce((all, weight) => all + BigInt(weight), 0n);
  const shares = given.map((weight) => (BigInt(whole) * BigInt(weight)) / total);
  const remainders = given.map((weight, nth) => ({
    nth,
    left: BigInt(whole) * BigInt(weight) - (shares[nth] ?? 0n) * total,
  }));
  let missing = BigInt(whole) - shares.reduce((all, share) => all + share, 0n);
  const order = remainders.toSorted((one, other) =>
    one.left === other.left ? one.nth - other.nth : other.left > one.left ? 1 : -1,
  );
  const parts = [...shares];
  for (const { nth } of order) {
    if (missing === 0n) break;
    parts[nth] = (parts[nth] ?? 0n) + 1n;
    missing -= 1n;
  }
  return parts.map(Number);
};
