import { parse, Sku } from "@wares/contracts";
import { expect, test } from "vitest";
import { queriesFrom } from "./catalogue.ts";
import { makeBaskets } from "./orders.ts";

const skus = ["A", "B", "C", "D"].map((sku) => parse(Sku, sku));

test("baskets are the same in every run, of one to three things, none twice", () => {
  const baskets = makeBaskets(skus, 200);
  expect(makeBaskets(skus, 200)).toEqual(baskets);
  expect(new Set(baskets.map(({ lines }) => lines.length))).toEqual(new Set([1, 2, 3]));
  for (const { lines } of baskets)
    expect(new Set(lines.map(({ sku }) => sku)).size).toBe(lines.length);
});

test("queries are words of names in their order, and none comes twice", () => {
  const names = Array.from({ length: 300 }, (_, nth) => `Brand${nth} Model-${nth} red lamp`);
  const queries = queriesFrom(names, 400);
  expect(new Set(queries).size).toBe(400);
  for (const query of queries)
    expect(names.some((name) => name.toLowerCase().includes(query))).toBe(true);
  // Few names give few queries, not an endless search for more.
  expect(queriesFrom(["red lamp"], 400).toSorted()).toEqual(["lamp", "red", "red lamp"]);
});
