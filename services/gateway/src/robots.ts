// How hard somebody is asked to show that they are in earnest. People do not notice fourteen bits
// (50 ms on a desktop's core, measured 0.35 million hashes a second); at twenty a robot with a thousand
// accounts pays most of an hour of processor time for them.

const bitsMin = 14;
const bitsMax = 20;

export type Pressure = Readonly<{ joinsPerSecond: number; ticketsOfNetwork: number }>;
export type Thresholds = Readonly<{ joinsPerSecond: number; ticketsPerNetwork: number }>;

/** A household or a small office joins without a puzzle, and so does a busy opening. */
export const thresholds: Thresholds = { joinsPerSecond: 200, ticketsPerNetwork: 10 };

/** 0: nothing is asked. Else one bit more, which is twice the work, for each doubling of the pressure. */
export const zeroBitsFor = (
  { joinsPerSecond, ticketsOfNetwork }: Pressure,
  most: Thresholds,
): number => {
  const excess = Math.max(
    joinsPerSecond / most.joinsPerSecond,
    ticketsOfNetwork / most.ticketsPerNetwork,
  );
  if (excess < 1) return 0;
  return Math.min(bitsMax, bitsMin + Math.floor(Math.log2(excess)));
};

export type Pace = Readonly<{ perSecond: number; atMs: number }>;

/** A mean that forgets within a second or two. */
export const paced = ({ perSecond, atMs }: Pace, nowMs: number, count: number): Pace => ({
  perSecond: perSecond * Math.exp((atMs - nowMs) / 1_000) + count,
  atMs: nowMs,
});
