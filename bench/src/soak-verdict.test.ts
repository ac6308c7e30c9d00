import { expect, test } from "vitest";
import { judgeSoak, soakHead, soakLine, type Minute } from "./soak-verdict.ts";

const minute = (changed: Partial<Minute> = {}): Minute => ({
  ordersPerSecond: 300,
  p50Ms: 12,
  p99Ms: 80,
  lagP99Ms: 200,
  shopMib: 250,
  databaseMib: 300,
  processorMs: 3,
  failed: 0,
  unsent: 0,
  tablesMib: 100,
  indexesMib: 50,
  changedMib: 2,
  deadRows: 100,
  liveRows: 10_000,
  ...changed,
});

const rising = (minutes: readonly Minute[]) =>
  judgeSoak(minutes).flatMap(({ label, trend }) => (trend.isFlat ? [] : [label]));

test("the same load that costs the same is flat, though the books grow by it", () => {
  const minutes = Array.from({ length: 10 }, (_, nth) => minute({ tablesMib: 100 * nth }));
  expect(rising(minutes)).toEqual([]);
});

test("memory that grows by the minute is named", () => {
  const minutes = Array.from({ length: 10 }, (_, nth) => minute({ shopMib: 250 + 20 * nth }));
  expect(rising(minutes)).toEqual(["the shop's memory"]);
});

test("what only a start takes is no trend", () => {
  const minutes = Array.from({ length: 10 }, (_, nth) => minute({ p99Ms: nth < 2 ? 20 : 80 }));
  expect(rising(minutes)).toEqual([]);
});

test("every line has as many cells as its head", () => {
  expect(soakLine(1, minute()).length).toBe(soakHead.length);
});
