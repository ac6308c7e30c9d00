import fc from "fast-check";
import { expect, test } from "vitest";
import { histogram } from "./histogram.ts";

const exact = (sorted: readonly number[], percent: number): number =>
  sorted[Math.max(1, Math.ceil((percent / 100) * sorted.length)) - 1] ?? 0;

const anyMs = fc.oneof(
  fc.integer({ min: 0, max: 2_000 }).map((us) => us / 1000),
  fc.integer({ min: 0, max: 600_000_000 }).map((us) => us / 1000),
);

test("a percentile is that of the sorted values, at most 1/128 above", () => {
  fc.assert(
    fc.property(
      fc.array(anyMs, { minLength: 1, maxLength: 300 }),
      fc.constantFrom(1, 50, 90, 99, 99.9, 100),
      (values, percent) => {
        const told = histogram();
        values.forEach(told.record);
        const truth = exact(
          values.toSorted((one, other) => one - other),
          percent,
        );
        expect(told.percentileMs(percent)).toBeGreaterThanOrEqual(truth);
        expect(told.percentileMs(percent)).toBeLessThanOrEqual(truth * (1 + 1 / 128) + 1e-9);
      },
    ),
  );
});

test("the last is the largest, and all are counted", () => {
  const told = histogram();
  for (let ms = 1; ms <= 1_000; ms++) told.record(ms);
  expect(told.count()).toBe(1_000);
  expect(told.maxMs()).toBe(1_000);
  expect(told.percentileMs(100)).toBe(1_000);
});

test("nothing recorded is nothing, and what is too long is the longest", () => {
  expect(histogram().percentileMs(99)).toBe(0);
  const told = histogram();
  told.record(10 ** 12);
  expect(told.percentileMs(50)).toBeCloseTo(2_147_483.647);
});
