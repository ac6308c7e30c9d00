import type { Currency, Facet, Language } from "@wares/contracts";
import { fractionDigits } from "@wares/platform";

// Prices are counted in bands of 1, 2, 5, 10, 20, 50 …, and neighbours are put together until there
// are few enough to choose from: every price range begins and ends with a round number.

const rangesMax = 6;
const steps = [1, 2, 5];
const bandsMax = 36;
/** Where each band begins, in minor units. */
const starts = Array.from({ length: bandsMax }, (_, band) =>
  band === 0 ? 0 : (steps[(band - 1) % 3] ?? 1) * 10 ** (2 + Math.floor((band - 1) / 3)),
);

export const createBands = (): Uint32Array => new Uint32Array(bandsMax);

export const bandOf = (amount: number): number => {
  let band = 0;
  while (band + 1 < bandsMax && amount >= (starts[band + 1] ?? Infinity)) band += 1;
  return band;
};

type Range = Readonly<{ from: number; to: number; count: number }>;

const join = (ranges: readonly Range[]): readonly Range[] => {
  if (ranges.length <= rangesMax) return ranges;
  const pairs = ranges.slice(1).map((range, nth) => range.count + (ranges[nth]?.count ?? 0));
  const nth = pairs.indexOf(Math.min(...pairs));
  const [one, other] = [ranges[nth], ranges[nth + 1]];
  if (!one || !other) return ranges;
  const joined = { from: one.from, to: other.to, count: one.count + other.count };
  return join([...ranges.slice(0, nth), joined, ...ranges.slice(nth + 2)]);
};

/** `min-max` in minor units, both inclusive: what `priceMin` and `priceMax` take. */
export const rangesOf = (
  bands: Uint32Array,
  language: Language,
  currency: Currency,
): Facet["values"] => {
  const counted = [...bands].flatMap((count, band) =>
    count > 0
      ? [{ from: starts[band] ?? 0, to: starts[band + 1] ?? Number.MAX_SAFE_INTEGER, count }]
      : [],
  );
  const say = formatter(language, currency);
  const unit = 10 ** fractionDigits(currency);
  return join(counted).map(({ from, to, count }) => ({
    value: `${from}-${to - 1}`,
    label: `${say.format(from / unit)} – ${say.format(to / unit)}`,
    count,
  }));
};

const formatters = new Map<string, Intl.NumberFormat>();
const formatter = (language: Language, currency: Currency): Intl.NumberFormat => {
  const key = `${language} ${currency}`;
  const known = formatters.get(key);
  if (known) return known;
  const style = { style: "currency", currency, maximumFractionDigits: 0 } as const;
  const made = new Intl.NumberFormat(language, style);
  formatters.set(key, made);
  return made;
};
