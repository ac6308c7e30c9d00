import { expect, test } from "vitest";
import { type Row, stepsTo, type Step, walkSteps } from "./bulk-status.ts";

const row = (id: string, status: Row["status"]) => ({ id, status, revision: 3 }) as Row;
const rows = [
  row("a", "Active"),
  row("b", "Inactive"),
  row("c", "Draft"),
  row("d", "Discontinued"),
];

test("only those it can be done to, and drafts never become drafts again", () => {
  const ids = (steps: readonly Step[]) => steps.map(({ id, to, back }) => [id, to, back]);
  expect(ids(stepsTo("hide", rows))).toEqual([["a", "Inactive", "Active"]]);
  expect(ids(stepsTo("show", rows))).toEqual([
    ["b", "Active", "Inactive"],
    ["c", "Active", "Inactive"],
  ]);
});

test("what was done is the way back, over the revision it led to; a no stops nothing", async () => {
  const seen: number[] = [];
  const outcome = await walkSteps(
    stepsTo("show", rows),
    async ({ id, revision }) => {
      if (id === "b") throw new Error("Somebody was faster.");
      return revision + 1;
    },
    ({ done, failures }) => seen.push(done.length + failures.length),
  );
  expect(outcome).toEqual({
    done: [{ id: "c", revision: 4, to: "Inactive", back: "Active" }],
    failures: ["Somebody was faster."],
  });
  expect(seen).toEqual([1, 2]);
});
