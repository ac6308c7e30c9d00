import { expect, test } from "vitest";
import { parts, readOptions } from "./options.ts";

test("everything for 8 seconds each, unless told otherwise", () => {
  expect(readOptions([])).toEqual({ only: parts, seconds: 8, json: false });
  expect(readOptions(["--quick", "--json"])).toEqual({ only: parts, seconds: 2, json: true });
  expect(readOptions(["--only", "orders,search", "--seconds", "3"])).toEqual({
    only: ["orders", "search"],
    seconds: 3,
    json: false,
  });
  expect(readOptions(["--help"])).toBe("help");
});

test.for([
  [["--only", "ordres"], /"ordres" is none of them/],
  [["--seconds", "0"], /from 0.5 to 120/],
  [["--seconds", "many"], /from 0.5 to 120/],
  [["--fast"], /--fast/],
] as const)("%j is refused with a reason", ([words, reason]) => {
  expect(() => readOptions(words)).toThrow(reason);
});
