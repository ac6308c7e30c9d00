import type { Sizes } from "./soak.store.ts";
import { trendOf, type Tolerance, type Trend } from "./slope.ts";

export type Minute = Sizes &
  Readonly<{
    ordersPerSecond: number;
    p50Ms: number;
    p99Ms: number;
    lagP99Ms: number;
    shopMib: number;
    databaseMib: number;
    processorMs: number;
    failed: number;
    unsent: number;
  }>;

type Watched = Readonly<{ label: string; unit: string; of: (minute: Minute) => number }> &
  Tolerance;

/** What must not grow while the load stays the same. The books do, by so much for each order: they are told, not judged. */
const watched: readonly Watched[] = [
  {
    label: "accepted and payment begun, p50",
    unit: "ms",
    of: (one) => one.p50Ms,
    percent: 25,
    least: 5,
  },
  {
    label: "accepted and payment begun, p99",
    unit: "ms",
    of: (one) => one.p99Ms,
    percent: 50,
    least: 50,
  },
  {
    label: "from accepted to Paid, p99",
    unit: "ms",
    of: (one) => one.lagP99Ms,
    percent: 50,
    least: 100,
  },
  {
    label: "processor for one order",
    unit: "ms",
    of: (one) => one.processorMs,
    percent: 10,
    least: 0.1,
  },
  { label: "the shop's memory", unit: "MiB", of: (one) => one.shopMib, percent: 10, least: 32 },
  {
    label: "tables that only change",
    unit: "MiB",
    of: (one) => one.changedMib,
    percent: 50,
    least: 16,
  },
];

/** Caches fill and code is compiled at first: that is a start, not a trend. */
export const START_SHARE = 0.2;

export type Judged = Readonly<{ label: string; unit: string; trend: Trend }>;

export const judgeSoak = (minutes: readonly Minute[]): readonly Judged[] => {
  const steady = minutes.slice(Math.ceil(minutes.length * START_SHARE));
  return watched.map(({ label, unit, of, ...tolerance }) => ({
    label,
    unit,
    trend: trendOf(steady.map(of), tolerance),
  }));
};

const heads = [
  "min",
  "orders/s",
  "p50 ms",
  "p99 ms",
  "Paid p99",
  "cpu ms",
  "shop MiB",
  "pg MiB",
  "tables",
  "indexes",
  "changed",
  "dead rows",
  "failed",
  "unsent",
];

const line = (cells: readonly string[]) => cells.map((cell) => cell.padStart(9)).join(" ");

export const soakHead = line(heads);
export const soakLine = (nth: number, one: Minute): string =>
  line([
    String(nth),
    one.ordersPerSecond.toFixed(0),
    one.p50Ms.toFixed(1),
    one.p99Ms.toFixed(1),
    one.lagP99Ms.toFixed(0),
    one.processorMs.toFixed(2),
    one.shopMib.toFixed(0),
    one.databaseMib.toFixed(0),
    one.tablesMib.toFixed(0),
    one.indexesMib.toFixed(0),
    one.changedMib.toFixed(1),
    one.deadRows.toFixed(0),
    String(one.failed),
    String(one.unsent),
  ]);

export const renderJudged = (judged: readonly Judged[]): string =>
  judged
    .map(({ label, unit, trend: { change, changePercent, isFlat } }) => {
      const by = `${change >= 0 ? "+" : ""}${change.toFixed(1)} ${unit}`;
      return `  ${label.padEnd(34)} ${(isFlat ? "flat" : "RISES").padEnd(6)} ${by.padStart(14)} (${changePercent.toFixed(0)} %)`;
    })
    .join("\n");
