import { expect, test } from "vitest";
import { mergeConflict } from "./conflict.ts";

const before = { name: "Mug", brand: "Kiln", price: "32.00", status: "Active" };

test("what only one of us changed is that one's", () => {
  const { draft, clashes } = mergeConflict(
    before,
    { ...before, brand: "Kiln & Co" },
    { ...before, price: "36.00" },
  );
  expect(draft).toEqual({ ...before, brand: "Kiln & Co", price: "36.00" });
  expect(clashes).toEqual([]);
});

test("what both changed, and differently, is asked; until then ours stays", () => {
  const { draft, clashes } = mergeConflict(
    before,
    { ...before, price: "34.00", status: "Draft" },
    { ...before, price: "36.00", status: "Draft" },
  );
  expect(clashes).toEqual([{ key: "price", before: "32.00", theirs: "34.00", mine: "36.00" }]);
  expect(draft).toEqual({ ...before, price: "36.00", status: "Draft" });
});

test("a field that is gone from theirs is gone", () => {
  const { draft } = mergeConflict({ ...before, old: "x" }, before, { ...before, old: "y" });
  expect(draft).toEqual(before);
});
