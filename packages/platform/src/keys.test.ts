import { expect, test } from "vitest";
import { keysFrom } from "./keys.ts";

const keys = keysFrom("one secret");

test("what is sealed opens in its own place, and nowhere else", () => {
  const sealed = keys.seal("mail", "user 1", "王小明");
  expect(keys.open("mail", "user 1", sealed)).toBe("王小明");
  expect(keys.open("mail", "user 2", sealed)).toBeUndefined();
  expect(keys.open("phone", "user 1", sealed)).toBeUndefined();
  expect(keysFrom("another").open("mail", "user 1", sealed)).toBeUndefined();
  expect(keys.open("mail", "user 1", sealed.slice(0, -2))).toBeUndefined();
  expect(keys.open("mail", "user 1", "")).toBeUndefined();
});

test("the same text is never sealed alike", () =>
  expect(keys.seal("mail", "user 1", "a")).not.toBe(keys.seal("mail", "user 1", "a")));

test("a signature holds for its own purpose and text", () => {
  const signature = keys.sign("cursor", "42");
  expect(keys.verify("cursor", "42", signature)).toBe(true);
  expect(keys.verify("cursor", "43", signature)).toBe(false);
  expect(keys.verify("order-key", "42", signature)).toBe(false);
  expect(keys.verify("cursor", "42", "")).toBe(false);
});
