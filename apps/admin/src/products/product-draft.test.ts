import { EditProductRequest, parse, PriceChangeRequest } from "@wares/contracts";
import { expect, test } from "vitest";
import { sampleProducts } from "../test-support/sample-data.ts";
import {
  attributesOf,
  changedKeys,
  draftOf,
  editRequest,
  keyOfPointer,
  mistakesIn,
  priceKey,
  priceRequest,
  saleKey,
} from "./product-draft.ts";
import { saveDraft } from "./save-draft.ts";

const [product] = sampleProducts();
if (!product) throw new Error("The sample has no product.");
const base = draftOf(product);
const sku = product.variants[0]?.sku ?? "";

test("a form that nobody touched says what was read, and has nothing to send", () => {
  expect(mistakesIn(base)).toEqual({});
  expect(changedKeys(base, base)).toEqual([]);
  const { name, description, brand, categoryId, attributes, images } = product;
  const same = parse(EditProductRequest, editRequest(base, product));
  expect(same).toEqual({ name, description, brand, categoryId, attributes, images });
});

test("only SKUs whose price changed are sent, in minor units", () => {
  const mine = { ...base, [priceKey(sku, "EUR")]: "36.5", [priceKey(sku, "JPY")]: "5800" };
  const { prices } = parse(PriceChangeRequest, priceRequest(base, mine));
  expect(prices).toHaveLength(1);
  expect(prices[0]).toMatchObject({ sku, prices: { EUR: 3650, JPY: 5800, USD: 3200 } });
  expect(prices[0]).not.toHaveProperty("salePrices");
});

test("what is no price, and a sale in some currencies alone, is said by field", () => {
  expect(mistakesIn({ ...base, [priceKey(sku, "JPY")]: "12.50" })).toEqual({
    [priceKey(sku, "JPY")]: { kind: "price" },
  });
  const half = mistakesIn({ ...base, [saleKey(sku, "EUR")]: "20.00" });
  expect(Object.keys(half)).toHaveLength(4);
  expect(half[saleKey(sku, "USD")]).toEqual({ kind: "halfSale" });
});

test("a specification is read line by line, in either punctuation", () => {
  expect(attributesOf("Material: Stoneware\n\n材质:陶: 粗")).toEqual({
    Material: "Stoneware",
    材质: "陶: 粗",
  });
  expect(attributesOf("Material: Stoneware\nno colon")).toEqual({ line: 2 });
});

test("a refusal's pointer finds its field", () => {
  const mine = { ...base, [priceKey(sku, "EUR")]: "1" };
  const request = priceRequest(base, mine);
  expect(keyOfPointer("/prices/0/salePrices/EUR", request)).toBe(saleKey(sku, "EUR"));
  expect(keyOfPointer("/name/en", request)).toBe("name.en");
});

test("parts are sent one after the other, each with the revision the one before led to", async () => {
  const sent: unknown[] = [];
  const next = (what: string) => async (_: unknown, revision: number) => {
    sent.push([what, revision]);
    return revision + 1;
  };
  const door = { edit: next("edit"), price: next("price"), setStatus: next("status") };
  const mine = { ...base, brand: "Forge", status: "Draft", [priceKey(sku, "EUR")]: "36.00" };
  const reached: number[] = [];
  const from = { base, revision: product.revision };
  await saveDraft(door, { product, mine, from }, ({ revision }) => reached.push(revision));
  expect(sent).toEqual([
    ["edit", 41],
    ["price", 42],
    ["status", 43],
  ]);
  expect(reached).toEqual([42, 43, 44]);
});
