import { expect, test } from "vitest";
import { judge, type Observed } from "./audit.ts";

const counts = { orders: 10, orderNumbers: 10, paid: 0 };
const well: Observed = { breaches: [], counts, known: 10, parked: 0 };

test("ten answers and ten orders are well", () => {
  expect(judge(well, { placed: 10, unknown: 0 })).toEqual([]);
});

test("an order nobody heard of is well only where an answer is missing", () => {
  expect(judge({ ...well, known: 9 }, { placed: 9, unknown: 1 })).toEqual([]);
  expect(judge({ ...well, known: 9 }, { placed: 9, unknown: 0 })).toEqual([
    "10 orders for 9 answers 201 (0 unanswered)",
  ]);
});

test("a promised order that is not there is found, even if another makes up the number", () => {
  expect(judge({ ...well, known: 9 }, { placed: 10, unknown: 0 })).toEqual([
    "1 orders that were answered 201 are not there",
  ]);
});

test("each mismatch is told", () => {
  const told = judge(
    {
      breaches: [{ oracle: "all is counted", count: 2, examples: ["A", "B"] }],
      counts: { ...counts, orderNumbers: 9 },
      known: 10,
      parked: 3,
    },
    { placed: 10, unknown: 0 },
  );
  expect(told).toEqual([
    "not so: all is counted (2: A; B)",
    "1 order numbers are not unique",
    "3 messages were given up on",
  ]);
});
