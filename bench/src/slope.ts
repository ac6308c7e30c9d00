/** What a series does over time: how much it changes in the whole of it, and whether that is more than its noise. */
export type Trend = Readonly<{
  /** By the line that fits best, from its first point to its last. */
  change: number;
  /** Of the level it starts from. */
  changePercent: number;
  isFlat: boolean;
}>;

export type Tolerance = Readonly<{
  /** A change below this share of the level is none. */
  percent: number;
  /** Nor is one below this, whatever the level: what a clock or a page size makes of itself. */
  least: number;
}>;

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/**
 * Least squares over equally spaced points. Rising is what is asked about: a series that falls is flat, and so is one
 * whose rise is within twice the error of its slope, which is what chance alone makes of noise.
 */
export const trendOf = (values: readonly number[], { percent, least }: Tolerance): Trend => {
  const count = values.length;
  const [middle, level] = [(count - 1) / 2, meanOf(values)];
  const spread = values.reduce((sum, _, nth) => sum + (nth - middle) ** 2, 0);
  if (spread === 0) return { change: 0, changePercent: 0, isFlat: true };
  const slope =
    values.reduce((sum, value, nth) => sum + (nth - middle) * (value - level), 0) / spread;
  const residual = values.reduce(
    (sum, value, nth) => sum + (value - level - slope * (nth - middle)) ** 2,
    0,
  );
  const slopeError = count > 2 ? Math.sqrt(residual / (count - 2) / spread) : 0;
  const change = slope * (count - 1);
  const begin = level - slope * middle;
  const changePercent = begin > 0 ? (change / begin) * 100 : 0;
  const isFlat = change <= least || changePercent <= percent || slope <= 2 * slopeError;
  return { change, changePercent, isFlat };
};
