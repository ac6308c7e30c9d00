import type { QuoteRequest } from "@wares/contracts";

// What a destination asks of a price. Where prices are shown with tax it is part of them; in the
// United States it comes on top. A destination that is not listed asks nothing.
// Limits, on purpose: standard rates alone, no county or city tax, no exemptions, and of the states
// only those whose rate is a whole number of permille.

export type TaxRule = Readonly<{ name: string; ratePermille: number; isIncluded: boolean }>;

const states: Readonly<Record<string, readonly [name: string, ratePermille: number]>> = {
  AZ: ["ARIZONA", 56],
  FL: ["FLORIDA", 60],
  GA: ["GEORGIA", 40],
  IN: ["INDIANA", 70],
  MD: ["MARYLAND", 60],
  MI: ["MICHIGAN", 60],
  NY: ["NEW YORK", 40],
  PA: ["PENNSYLVANIA", 60],
  TN: ["TENNESSEE", 70],
  WA: ["WASHINGTON", 65],
};

// Standard rates in force at the beginning of 2026.
const vat: Readonly<Record<string, number>> = {
  AT: 200,
  BE: 210,
  BG: 200,
  CN: 130,
  CY: 190,
  CZ: 210,
  DE: 190,
  DK: 250,
  EE: 240,
  ES: 210,
  FI: 255,
  FR: 200,
  GB: 200,
  GR: 240,
  HR: 250,
  HU: 270,
  IE: 230,
  IT: 220,
  LT: 210,
  LU: 170,
  LV: 210,
  MT: 180,
  NL: 210,
  PL: 230,
  PT: 230,
  RO: 210,
  SE: 250,
  SI: 220,
  SK: 230,
};

export const taxRuleOf = ({
  country,
  state,
}: Pick<QuoteRequest["destination"], "country" | "state">): TaxRule | undefined => {
  if (country === "US") {
    const place = state.trim().toUpperCase();
    const code = Object.keys(states).find((key) => key === place || states[key]?.[0] === place);
    const ratePermille = code === undefined ? undefined : states[code]?.[1];
    return ratePermille && code
      ? { name: `Sales tax ${code}`, ratePermille, isIncluded: false }
      : undefined;
  }
  if (country === "JP") return { name: "Consumption tax", ratePermille: 100, isIncluded: true };
  const ratePermille = Object.hasOwn(vat, country) ? vat[country] : undefined;
  return ratePermille ? { name: "VAT", ratePermille, isIncluded: true } : undefined;
};

/** Half a minor unit and more counts as one. Whole numbers all the way. */
export const divideHalfUp = (dividend: number, divisor: number): number =>
  Math.floor((2 * dividend + divisor) / (2 * divisor));

export const taxOn = (amount: number, { ratePermille, isIncluded }: TaxRule): number =>
  divideHalfUp(amount * ratePermille, isIncluded ? 1_000 + ratePermille : 1_000);
