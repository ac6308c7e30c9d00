import { expect, test } from "vitest";
import { createIndex } from "./search-index.ts";
import { distance } from "./spelling.ts";
import { termsOf, tokensOf } from "./tokens.ts";

test.for([
  ["Batteries, boxes & glasses", ["battery", "box", "glass"]],
  ["USB bus status", ["usb", "bus", "status"]],
  ["Crème-brûlée DV7-1211ea", ["creme", "brulee", "dv7", "1211ea"]],
  ["iPhone手机壳", ["iphone", "手机", "壳"]],
  ["'; drop table -- & | ! ( ) : * \\ % _", ["drop", "table"]],
  ["?!…", []],
] as const)("%s is looked for as %s", ([text, terms]) => expect(termsOf(text)).toEqual(terms));

test("a Chinese name is found by any pair of its characters, and by each", () => {
  const terms = tokensOf("无线耳机").map(({ term }) => term);
  expect(terms).toEqual(["无", "线", "耳", "机", "无线", "线耳", "耳机"]);
});

test.for([
  ["headphnes", "headphones", 1],
  ["keybaord", "keyboard", 1],
  ["mouse", "mouse", 0],
  ["cat", "teapot", 3],
] as const)("%s is %s but for %i", ([one, other, far]) =>
  expect(distance(one, other, 2)).toBe(far),
);

test("an index that is empty is not half empty", () => {
  expect(createIndex().isHalfEmpty()).toBe(false);
});
