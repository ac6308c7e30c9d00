import type { Statement } from "./statements.store.ts";

export type Slower = Readonly<{ text: string; fromMs: number; toMs: number; calls: number }>;

/** Less than that is noise, whatever its ratio. */
const GROWN_MS_MIN = 0.05;
const GROWN_RATIO_MIN = 1.5;
const TOLD_MAX = 12;

/** Statements that take longer with more history behind them, the longest first. */
export const slowerStatements = (
  few: readonly Statement[],
  many: readonly Statement[],
): readonly Slower[] => {
  const before = new Map(few.map((one) => [one.id, one]));
  return many
    .flatMap(({ id, text, calls, meanMs: toMs }) => {
      const fromMs = before.get(id)?.meanMs;
      const hasGrown =
        fromMs !== undefined && toMs - fromMs >= GROWN_MS_MIN && toMs >= fromMs * GROWN_RATIO_MIN;
      return hasGrown ? [{ text, calls, fromMs, toMs }] : [];
    })
    .toSorted(
      (one, other) =>
        (other.toMs - other.fromMs) * other.calls - (one.toMs - one.fromMs) * one.calls,
    )
    .slice(0, TOLD_MAX);
};
