import { expect, test } from "vitest";
import { noticesOf, newsOf } from "./notices.ts";
import { stocked, teapot } from "./reservation.examples.ts";

const change = (from: number, to: number) => ({
  before: stocked(teapot, from),
  after: { ...stocked(teapot, to), revision: 2 },
  reason: "Claimed" as const,
});
const notices = (from: number, to: number) =>
  noticesOf(change(from, to)).map(({ type }) => type.split(".")[1]);

// Low at 2, to be ordered again at 5.
test.for([
  [10, 6, []],
  [6, 5, ["reorder_point_reached"]],
  [5, 4, []],
  [3, 2, ["stock_low"]],
  [2, 1, []],
  [1, 0, ["stock_out"]],
  [0, 9, []],
  [9, 0, ["reorder_point_reached", "stock_low", "stock_out"]],
  [2, 3, []],
] as const)("from %i to %i tells %j", ([from, to, told]) =>
  expect(notices(from, to)).toEqual(told),
);

test("what did not change is no news", () => {
  expect(newsOf([change(4, 4)])).toEqual([]);
  expect(newsOf([change(4, 3)])).toMatchObject([
    {
      type: "inventory.inventory_updated",
      data: { oldAvailable: 4, newAvailable: 3, revision: 2 },
    },
  ]);
});
