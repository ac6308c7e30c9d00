import { expect, test } from "vitest";
import { freeGib, lackOfRoom } from "./disk-room.ts";

const step = { what: "past orders", size: 1_000_000, bytes: 16 * 2 ** 30 };

test("a step that leaves what is kept is begun, and one that leaves less is told with its figures", () => {
  expect(lackOfRoom(step, 26)).toBeUndefined();
  expect(lackOfRoom(step, 25.9)).toBe(
    "STOPPED before 1,000,000 past orders: they take about 16.0 GiB, 25.9 GiB are free, and 10 GiB are kept.",
  );
});

test("this disk has some room and an end", () => {
  expect(freeGib(import.meta.dirname)).toBeGreaterThan(0);
  expect(freeGib(import.meta.dirname)).toBeLessThan(1e9);
});
