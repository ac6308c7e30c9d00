import { expect, test } from "vitest";
import { slowerStatements } from "./slower-statements.ts";

const one = (id: string, meanMs: number, calls = 10) => ({
  id,
  text: `select ${id}`,
  calls,
  meanMs,
});

test("statements that take longer are told, what costs most in all first", () => {
  const few = [one("count", 1), one("insert", 0.4), one("list", 1), one("look", 0.001)];
  const many = [
    one("count", 300, 2),
    one("insert", 0.8, 10_000),
    one("list", 1.1),
    one("look", 0.03),
  ];
  expect(slowerStatements(few, many)).toEqual([
    { text: "select insert", calls: 10_000, fromMs: 0.4, toMs: 0.8 },
    { text: "select count", calls: 2, fromMs: 1, toMs: 300 },
  ]);
});

test("what was not asked before has nothing to be compared with", () => {
  expect(slowerStatements([], [one("new", 100)])).toEqual([]);
});
