import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { niceTicks, spreadOut } from "./chart-scale.ts";
import { lineChart } from "./line-chart.ts";

describe("a scale", () => {
  test.for([
    [95, [0, 20, 40, 60, 80, 100]],
    [2_700, [0, 1_000, 2_000, 3_000]],
    [0.3, [0, 0.1, 0.2, 0.3]],
    [0, [0, 1]],
  ] as const)("up to %d has even steps", ([max, ticks]) => {
    expect(niceTicks(max)).toEqual(ticks);
  });

  test("begins at 0, reaches what is drawn, and has few steps", () =>
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e7, noNaN: true }), (max) => {
        const ticks = niceTicks(max);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(max * 0.998);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    ));
});

test("labels do not lie on each other", () => {
  expect(spreadOut([10, 12, 60], 17)).toEqual([10, 27, 60]);
});

const chart = {
  title: "Orders <accepted>",
  subtitle: "two cores",
  xLabel: "clients",
  yLabel: "orders/s",
  lines: [{ label: "mixed", points: [64, 128, 256].map((x) => ({ x, y: x * 10 })) }],
  levels: [{ label: "inserts", y: 5_000 }],
};

test("a chart draws every point, within its frame, and says what it shows", () => {
  const svg = lineChart(chart);
  const circles = [...svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect(circles).toHaveLength(3);
  for (const [x = 0, y = 0] of circles) {
    expect(x).toBeGreaterThan(78);
    expect(x).toBeLessThan(540);
    expect(y).toBeGreaterThanOrEqual(72);
    expect(y).toBeLessThanOrEqual(364);
  }
  expect(svg).toContain("Orders &lt;accepted>");
  expect(svg).toContain("prefers-color-scheme: dark");
  expect(svg).toContain('class="level"');
});
