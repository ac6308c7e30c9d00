/**
 * Latencies in a fixed 13 KB, however many: whole microseconds in buckets that grow with the value, 128 to a
 * doubling, so that a percentile reads at most 1/128 too high and never too low.
 */
export type Histogram = Readonly<{
  record: (ms: number) => void;
  count: () => number;
  maxMs: () => number;
  percentileMs: (percent: number) => number;
}>;

const LINEAR = 128;
/** 2^31 µs: 36 minutes. Longer waits are recorded as that. */
const LONGEST_US = 2 ** 31 - 1;

const bucketOf = (us: number): number => {
  if (us < LINEAR) return us;
  const shift = 24 - Math.clz32(us);
  return shift * LINEAR + (us >>> shift);
};

/** The highest value that falls into the bucket. */
const highestIn = (bucket: number): number => {
  if (bucket < LINEAR) return bucket;
  const shift = Math.floor(bucket / LINEAR) - 1;
  return (bucket - shift * LINEAR + 1) * 2 ** shift - 1;
};

export const histogram = (): Histogram => {
  const counts = new Uint32Array(bucketOf(LONGEST_US) + 1);
  let count = 0;
  let maxUs = 0;

  const percentileUs = (percent: number): number => {
    const rank = Math.max(1, Math.ceil((percent / 100) * count));
    let seen = 0;
    for (let bucket = 0; bucket < counts.length; bucket++) {
      seen += counts[bucket] ?? 0;
      if (seen >= rank) return Math.min(highestIn(bucket), maxUs);
    }
    return 0;
  };

  return {
    record: (ms) => {
      const us = Math.min(LONGEST_US, Math.max(0, Math.round(ms * 1000)));
      const bucket = bucketOf(us);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
      count++;
      maxUs = Math.max(maxUs, us);
    },
    count: () => count,
    maxMs: () => maxUs / 1000,
    percentileMs: (percent) => percentileUs(percent) / 1000,
  };
};
