import { expect, test } from "vitest";
import { evaluateSearch } from "./ndcg.ts";

const judged = [{ query: "teapot", ratings: new Map(Object.entries({ a: 3, b: 1, c: 0 })) }];
const measure = (...found: string[]) => evaluateSearch(() => found, judged);

test("the best order is 1, nothing is 0", () => {
  expect(measure("a", "b", "c").ndcg).toBe(1);
  expect(measure().ndcg).toBe(0);
});

test("by hand: 3 on the second place and 1 on the first, against the best", () => {
  const ideal = 7 / Math.log2(2) + 1 / Math.log2(3);
  expect(measure("b", "a").ndcg).toBeCloseTo((1 / Math.log2(2) + 7 / Math.log2(3)) / ideal, 10);
});

test("what nobody judged takes a place, and none in the condensed measure", () => {
  const { ndcg, condensed, judged: share } = measure("x", "a", "b");
  expect([condensed, share]).toEqual([1, 0.2]);
  expect(ndcg).toBeLessThan(0.7);
});
