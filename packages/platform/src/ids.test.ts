import { expect, test } from "vitest";
import { uuidv7 } from "./ids.ts";

test("ids of one process are in the order in which they were made", () => {
  const made = Array.from({ length: 1_000 }, () => uuidv7());
  expect(made).toEqual(made.toSorted());
  expect(new Set(made).size).toBe(made.length);
});

test("an id of a given time is of that time, and like no other", () => {
  const [one, other] = [uuidv7(1_000), uuidv7(1_000)];
  for (const id of [one, other]) expect(id).toMatch(/^00000000-03e8-7[0-9a-f]{3}-[89ab]/);
  expect(one).not.toBe(other);
});
