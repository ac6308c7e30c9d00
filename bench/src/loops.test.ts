import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { runClosedLoop } from "./closed-loop.ts";
import { runOpenLoop } from "./open-loop.ts";

const longerThan = (
  ms: number,
  latencies: { count: () => number; percentileMs: (p: number) => number },
) => {
  for (let percent = 0; percent <= 100; percent++)
    if (latencies.percentileMs(percent) > ms) return (latencies.count() * (100 - percent)) / 100;
  return 0;
};

/** Answers at once, but for one stall during which nobody is answered. */
const stalling = (afterMs: number, forMs: number) => {
  const begin = performance.now();
  return async () => {
    const since = performance.now() - begin;
    if (since > afterMs && since < afterMs + forMs) await pause(afterMs + forMs - since);
    return "ok";
  };
};

test("all who come during a stall feel it, where one client alone would have told of one", async () => {
  const open = await runOpenLoop(
    { perSecond: 500, seconds: 1, warmUpSeconds: 0, waitingMax: 1_000 },
    stalling(300, 400),
  );
  expect(open.sent).toBe(500);
  expect(open.tally.latencies.count()).toBe(500);
  // 200 came during the 400 ms, half of them before its middle.
  expect(longerThan(200, open.tally.latencies)).toBeGreaterThan(60);
  expect(open.tally.latencies.maxMs()).toBeGreaterThan(350);

  const closed = await runClosedLoop(
    { clients: 1, seconds: 1, warmUpSeconds: 0 },
    stalling(300, 400),
  );
  expect(closed.tally.latencies.percentileMs(99)).toBeLessThan(100);
});

test("requests are sent at the rate asked for, whatever the answers take", async () => {
  const begin = performance.now();
  const { tally, unsent } = await runOpenLoop(
    { perSecond: 200, seconds: 0.5, warmUpSeconds: 0.5, waitingMax: 1_000 },
    () => pause(50, "ok"),
  );
  const tookMs = performance.now() - begin;
  expect(tally.okCount()).toBe(100); // the warm-up's 100 are not counted
  expect(unsent).toBe(0);
  expect(tookMs).toBeGreaterThan(1_000);
  expect(tookMs).toBeLessThan(2_000);
});

test("a shop that never answers gets no more than it may keep waiting", async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  setTimeout(resolve, 600, "ok");
  const { sent, unsent } = await runOpenLoop(
    { perSecond: 100, seconds: 0.5, warmUpSeconds: 0, waitingMax: 10 },
    () => promise,
  );
  expect([sent, unsent]).toEqual([10, 40]);
});

test("what gets through is counted within the window, and failures apart", async () => {
  const { perSecond, tally, sent } = await runClosedLoop(
    { clients: 4, seconds: 0.5, warmUpSeconds: 0.2 },
    async (nth) => {
      await pause(10);
      if (nth % 4 === 1) throw Object.assign(new Error("gone"), { code: "ECONNRESET" });
      return nth % 4 === 2 ? "503" : "ok";
    },
  );
  // At most 4 clients × 100 a second, half of them ok.
  expect(perSecond).toBeGreaterThan(50);
  expect(perSecond).toBeLessThanOrEqual(210);
  expect(sent).toBeGreaterThan(tally.latencies.count()); // those of the warm-up too
  expect([...tally.failures.keys()].toSorted()).toEqual(["503", "ECONNRESET"]);
  expect(tally.latencies.percentileMs(50)).toBeGreaterThan(8);
});
