import { CategoryId, parse } from "@wares/contracts";
import { Outage, Refused } from "@wares/platform";
import { expect, test } from "vitest";
import { exitCodeOf, explain } from "./report.ts";

const caught = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

test("a failure is told in words, with what a refusal knows and what lies beneath", () => {
  const refusal = { refusal: "x.y", status: 409, message: "Taken.", detail: { sku: "A" } } as const;
  expect(explain(new Refused(refusal))).toBe('Taken. {"sku":"A"}');
  expect(explain(caught(() => parse(CategoryId, "x")))).toMatch(/^\/ must match format/);
  const gone = new Error("connect ECONNREFUSED 127.0.0.1:1");
  expect(explain(new AggregateError([gone, gone], ""))).toBe(gone.message);
  expect(explain(new Error("", { cause: gone }))).toBe(gone.message);
  const away = new Outage("No answer.", { cause: gone });
  expect(explain(away)).toBe(`No answer. ${gone.message}`);
  expect(explain(new RangeError())).toBe("RangeError");
  expect(explain("out of paper")).toBe("out of paper");
});

test("bad rows are told from a failure by the exit code", () => {
  expect([exitCodeOf({ bad: 0 }), exitCodeOf({ bad: 3 })]).toEqual([0, 2]);
});
