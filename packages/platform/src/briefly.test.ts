import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { briefly } from "./briefly.ts";

test("who asks at once shares one reading, and later reads anew", async () => {
  let readings = 0;
  const ask = briefly(async () => ++readings, 30);
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
  await pause(40);
  expect(await ask()).toBe(2);
});

test("a reading that failed is told to its askers, and not remembered", async () => {
  let readings = 0;
  const ask = briefly(async () => {
    readings += 1;
    if (readings === 1) throw new Error("away");
    return readings;
  }, 60_000);
  await expect(Promise.all([ask(), ask()])).rejects.toThrow("away");
  expect(await ask()).toBe(2);
  expect(await ask()).toBe(2);
});

test("what was told lately is told at once, for so long; a reading under way and one that failed tell nothing", async () => {
  let readings = 0;
  const ask = briefly(async () => {
    readings += 1;
    if (readings > 1) throw new Error("away");
    return readings;
  }, 10);
  const first = ask();
  expect(ask.lately(1_000)).toBeUndefined();
  await first;
  expect(ask.lately(1_000)).toBe(1);
  await pause(20);
  await expect(ask()).rejects.toThrow("away");
  expect([ask.lately(1_000), ask.lately(10)]).toEqual([1, undefined]);
});
