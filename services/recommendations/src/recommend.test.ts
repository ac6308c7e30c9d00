import { parse, ProductId } from "@wares/contracts";
import { uuidOf } from "@wares/platform";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostAlike } from "./content.ts";
import { inTurn, seedsOf, type Pick } from "./recommend.ts";

const id = (word: string) => parse(ProductId, uuidOf(word));
const picks = (kind: Pick["kind"], ...words: string[]): Pick[] =>
  words.map((word) => ({ productId: id(word), kind }));
const words = (all: readonly Pick[]) => all.map(({ productId }) => productId);

describe("lists in turn", () => {
  test("give one each, and a repeat costs nobody a turn", () => {
    const bought = picks("BoughtTogether", "a", "b", "c");
    const alike = picks("Similar", "a", "d", "e");
    expect(words(inTurn([bought, alike], 4, new Set()))).toEqual(["a", "d", "b", "e"].map(id));
  });

  test("leave out what was already had", () => {
    const all = inTurn([picks("New", "a", "b")], 5, new Set([id("a")]));
    expect(words(all)).toEqual([id("b")]);
  });

  test("never repeat, never exceed, and lose nothing while there is room", () => {
    const letters = fc.array(fc.constantFrom("a", "b", "c", "d", "e", "f", "g"), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 4 }), fc.nat(12), (lists, limit) => {
        const given = lists.map((list) => picks("New", ...list));
        const found = words(inTurn(given, limit, new Set()));
        const distinct = new Set(lists.flat()).size;
        expect(new Set(found).size).toBe(found.length);
        expect(found.length).toBe(Math.min(limit, distinct));
      }),
    );
  });
});

test("what was bought yesterday says more than what was glanced at today", () => {
  const deeds = [
    { productId: id("glanced"), type: "View" },
    { productId: id("bought"), type: "Purchase" },
  ];
  expect(seedsOf(deeds, 1)).toEqual([id("bought")]);
});

test("a rare thing in common says more than a common one", () => {
  const candidates = [
    { productId: id("same material"), features: ["Material: Oak", "brand A"] },
    { productId: id("same brand"), features: ["brand B", "Material: Steel"] },
    { productId: id("neither"), features: ["brand A"] },
    { productId: id("also B"), features: ["brand B"] },
  ];
  expect(mostAlike(["Material: Oak", "brand B"], candidates)[0]).toBe(id("same material"));
  expect(mostAlike(["nothing"], candidates)).toEqual([]);
});
