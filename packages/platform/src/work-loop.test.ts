import { expect, test } from "vitest";
import { bell } from "./bell.ts";
import { workLoop } from "./work-loop.ts";

const patient = { restMs: 60_000, failed: () => {} };

test("rounds follow at once while there is more, then rest until woken", async () => {
  const wakeUp = bell();
  let rounds = 0;
  const loop = workLoop(async () => ++rounds < 3, { ...patient, wakeUp });
  await expect.poll(() => rounds).toBe(3);
  wakeUp.ring();
  await expect.poll(() => rounds).toBe(4);
  await loop.close();
  expect(rounds).toBe(4);
});

test("a round that fails is told, and the next one comes", async () => {
  const told: unknown[] = [];
  let rounds = 0;
  const fail = () => (++rounds === 1 ? Promise.reject(new Error("once")) : Promise.resolve(false));
  const loop = workLoop(fail, { restMs: 1, failed: (error) => told.push(error) });
  await expect.poll(() => rounds).toBeGreaterThan(1);
  await loop.close();
  expect(told).toEqual([new Error("once")]);
});

test("closing waits for the round under way", async () => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  let isClosed = false;
  const loop = workLoop(() => promise, patient);
  const closing = loop.close().then(() => (isClosed = true));
  await Promise.resolve();
  expect(isClosed).toBe(false);
  resolve(true);
  await closing;
});
