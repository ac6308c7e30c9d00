import { monitorEventLoopDelay } from "node:perf_hooks";
import { histogram } from "./histogram.ts";
import type { Figure } from "./report.ts";

// How long the buyers of a rush wait, each from when their request was due and not from when we came to send it.
// We share the cores with the shop: what we were late ourselves is told beside it, and is in all of these.

/** One request, by our own clock. */
export type Timed = Readonly<{ dueAt: number; writtenAt: number; answeredAt: number }>;

/** A no, and when its buyer first pressed. */
export type No = Timed & Readonly<{ pressedAt: number }>;

export type Waits = Readonly<{
  noMs: number;
  medianMs: number;
  /** From due to written. */
  lateMs: number;
  latePercent: number;
  /** How late our own event loop is, which an answer that is there waits as well. */
  loopMs: number;
  /** From the first press to the no, with all that was turned away before it and the time until it came again. */
  wholeMs: number;
  shed: number;
  shedMs: number;
}>;

export type RushWaits = Readonly<{
  no: (no: No) => void;
  /** Too many at a time: told to come again. */
  shed: (request: Timed) => void;
  read: () => Waits;
}>;

const everyMs = 5;

export const rushWaits = (): RushWaits => {
  const [noes, late, whole, shed] = [histogram(), histogram(), histogram(), histogram()];
  let [sumMs, lateSumMs] = [0, 0];
  const loop = monitorEventLoopDelay({ resolution: everyMs });
  loop.enable();
  return {
    no: ({ dueAt, writtenAt, answeredAt, pressedAt }) => {
      noes.record(answeredAt - dueAt);
      late.record(writtenAt - dueAt);
      whole.record(answeredAt - pressedAt);
      sumMs += answeredAt - dueAt;
      lateSumMs += writtenAt - dueAt;
    },
    shed: ({ dueAt, answeredAt }) => shed.record(answeredAt - dueAt),
    read: () => ({
      noMs: noes.percentileMs(99),
      medianMs: noes.percentileMs(50),
      lateMs: late.percentileMs(99),
      latePercent: sumMs === 0 ? 0 : (100 * lateSumMs) / sumMs,
      loopMs: Math.max(0, loop.percentile(99) / 1e6 - everyMs),
      wholeMs: whole.percentileMs(99),
      shed: shed.count(),
      shedMs: shed.percentileMs(99),
    }),
  };
};

/** Of many sales, the waits of the slowest and all that were turned away. */
export const slowestOf = (all: readonly Waits[]): Waits => {
  const most = (of: (one: Waits) => number) => Math.max(...all.map(of));
  return {
    noMs: most(({ noMs }) => noMs),
    medianMs: most(({ medianMs }) => medianMs),
    lateMs: most(({ lateMs }) => lateMs),
    latePercent: most(({ latePercent }) => latePercent),
    loopMs: most(({ loopMs }) => loopMs),
    wholeMs: most(({ wholeMs }) => wholeMs),
    shed: all.reduce((sum, { shed }) => sum + shed, 0),
    shedMs: most(({ shedMs }) => shedMs),
  };
};

type OneFigure = (key: string, label: string, value: number, unit?: string) => Figure;

export const waitFigures = (figure: OneFigure, waits: Waits): readonly Figure[] => [
  figure("loser_p99_ms", "a no, p99, from when it was due", waits.noMs, "ms"),
  figure("loser_p50_ms", "a no, p50", waits.medianMs, "ms"),
  figure("loser_late_p99_ms", "of it, not yet sent by the load generator, p99", waits.lateMs, "ms"),
  figure("loser_late_percent", "share of all these waits that was so", waits.latePercent, "%"),
  figure("generator_loop_p99_ms", "the load generator's own loop late, p99", waits.loopMs, "ms"),
  figure("loser_whole_p99_ms", "from the first press to the no, p99", waits.wholeMs, "ms"),
  figure("shed", "answers 503, come again", waits.shed),
  figure("shed_p99_ms", "such an answer, p99", waits.shedMs, "ms"),
];
