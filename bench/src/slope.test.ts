import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trendOf } from "./slope.ts";

const tolerance = { percent: 10, least: 1 };
const isFlat = (...values: readonly number[]) => trendOf(values, tolerance).isFlat;

describe("a series", () => {
  test("tells by how much it changes from the first point to the last", () => {
    expect(trendOf([100, 110, 120, 130], tolerance)).toEqual({
      change: 30,
      changePercent: 30,
      isFlat: false,
    });
  });

  test("that stays, falls or jumps about is flat", () => {
    expect(isFlat(100, 100, 100, 100)).toBe(true);
    expect(isFlat(130, 120, 110, 100)).toBe(true);
    expect(isFlat(100, 160, 90, 170, 95, 165)).toBe(true);
  });

  test("that rises is not, though it jumps about", () => {
    expect(isFlat(100, 130, 120, 150, 140, 170, 160, 190)).toBe(false);
  });

  test("that rises by little is flat: in per cent, or at all", () => {
    expect(isFlat(100, 103, 106, 109)).toBe(true);
    expect(isFlat(0.1, 0.2, 0.3, 0.4)).toBe(true);
  });

  test("without two points says nothing", () => {
    expect(isFlat()).toBe(true);
    expect(isFlat(5)).toBe(true);
  });

  test("that grows on a straight line is never flat", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.integer({ min: 3, max: 40 }),
        (start, count) =>
          !isFlat(...Array.from({ length: count }, (_, nth) => start * 10 * (1 + nth))),
      ),
    ));
});
