import { histogram, type Histogram } from "./histogram.ts";

/** What came of one request: `ok`, or why not, in a word that can be counted. */
export type Outcome = "ok" | (string & {});
/** `dueAt`: when it should have been sent, where there is a time for it. */
export type Send = (nth: number, dueAt?: number) => Promise<Outcome>;

export type Tally = Readonly<{
  latencies: Histogram;
  /** Why not → how often. */
  failures: ReadonlyMap<string, number>;
  okCount: () => number;
  note: (outcome: Outcome, ms: number) => void;
}>;

/** More kinds of failure than this are counted as one. */
const KINDS_MAX = 12;

export const tally = (): Tally => {
  const latencies = histogram();
  const failures = new Map<string, number>();
  let okCount = 0;
  return {
    latencies,
    failures,
    okCount: () => okCount,
    note: (outcome, ms) => {
      latencies.record(ms);
      if (outcome === "ok") okCount++;
      else {
        const kind = failures.has(outcome) || failures.size < KINDS_MAX ? outcome : "other";
        failures.set(kind, (failures.get(kind) ?? 0) + 1);
      }
    },
  };
};

/** A request that failed to be one is a failure to count, not the end of the run. */
export const outcomeOf = async (send: Send, nth: number, dueAt?: number): Promise<Outcome> => {
  try {
    return await send(nth, dueAt);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    return code ?? (error instanceof Error ? error.name : "unknown");
  }
};
