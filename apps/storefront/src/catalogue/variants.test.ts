import { expect, test } from "vitest";
import { sampleView } from "../sample/sample-catalogue.ts";
import { sampleProducts } from "../sample/sample-products.ts";
import { choicesOf, chosenVariant, picturesOf } from "./variants.ts";

const [mug, chair] = sampleProducts;
if (!mug || !chair) throw new Error("the sample shop is empty");
const view = sampleView(mug, { language: "en", currency: "USD" });
const at = (sku?: string) => chosenVariant(view, sku);

test("the address decides; otherwise what the shelf shows", () => {
  expect(at("WR-SKERRY-MUG-CHALK-250").attributes).toEqual({ Colour: "Chalk", Size: "250 ml" });
  expect(at().sku).toBe(view.sku);
  expect(at("NO-SUCH-SKU").sku).toBe(view.sku);
});

test("another colour keeps the size, also where it is sold out", () => {
  const [colours] = choicesOf(view, at("WR-SKERRY-MUG-MOSS-350"));
  expect(colours?.isSwatches).toBe(true);
  const rust = colours?.choices.find(({ value }) => value === "Rust");
  expect(rust).toMatchObject({ sku: "WR-SKERRY-MUG-RUST-350", isGone: true, isChosen: false });
});

test("sizes are no swatches", () => {
  const groups = choicesOf(view, at());
  expect(groups.map(({ name, isSwatches }) => [name, isSwatches])).toEqual([
    ["Colour", true],
    ["Size", false],
  ]);
});

test("a product without choices offers none", () => {
  const single = { ...view, variants: view.variants.slice(0, 1) };
  expect(choicesOf(single, chosenVariant(single, undefined))).toEqual([]);
});

test("the chosen variant's pictures come first, another's not at all", () => {
  const [first, second, third] = view.images;
  const [moss, chalk] = view.variants;
  if (!first || !second || !third || !moss || !chalk) throw new Error("sample too small");
  const variants = [
    { ...moss, images: [second.id] },
    { ...chalk, images: [third.id] },
  ];
  const shown = picturesOf(
    { ...view, images: [first, second, third], variants },
    variants[0] ?? moss,
  );
  expect(shown.map(({ id }) => id)).toEqual([second.id, first.id]);
});
