import type { Facet } from "@wares/contracts";
import type { Filters } from "./address.ts";

type Props = { values: Facet["values"]; filters: Filters };

/** How many things cost how much. `value` is `low-high` in whole units; others are not drawn. */
export const PriceBars = ({ values, filters }: Props) => {
  const bars = values.flatMap(({ value, count }) => {
    const [, low, high] = /^(\d+)-(\d+)?$/.exec(value) ?? [];
    return low === undefined ? [] : [{ low: Number(low), high: Number(high ?? 1e9), count }];
  });
  const most = Math.max(1, ...bars.map(({ count }) => count));
  if (bars.length < 2) return null;
  const isIn = (bar: { low: number; high: number }) =>
    bar.high > Number(filters.priceMin || 0) && bar.low < Number(filters.priceMax || 1e9);
  return (
    <svg
      className="price-bars"
      viewBox={`0 0 ${bars.length * 10} 40`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bars.map((bar, place) => {
        const height = Math.max(2, (38 * bar.count) / most);
        return (
          <rect
            key={bar.low}
            className={isIn(bar) ? "in" : undefined}
            x={place * 10}
            y={40 - height}
            width="9"
            height={height}
          />
        );
      })}
    </svg>
  );
};
