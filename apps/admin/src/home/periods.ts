import type { Currency } from "@wares/contracts";
import type { Period } from "./home.queries.ts";

export const lengths = [7, 30, 90] as const;
export type Length = (typeof lengths)[number];

const dayMs = 86_400_000;
const utcDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The last days, today among them, and as many days before: what they are compared with. */
export const periodsOf = (
  now: number,
  days: number,
  currency: Currency,
): { now: Period; before: Period } => ({
  now: { from: utcDay(now - (days - 1) * dayMs), to: utcDay(now), currency },
  before: {
    from: utcDay(now - (2 * days - 1) * dayMs),
    to: utcDay(now - days * dayMs),
    currency,
  },
});
