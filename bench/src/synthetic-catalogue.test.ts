import { expect, test } from "vitest";
import { syntheticCatalogue } from "./synthetic-catalogue.ts";

test("it is the same every time, in the real one's shape, with no SKU twice", () => {
  const lines = [...syntheticCatalogue(500)];
  expect([...syntheticCatalogue(500)]).toEqual(lines);
  const products = lines.map((line): unknown => JSON.parse(line));
  expect(products[0]).toEqual({
    id: "1000001",
    sku: expect.any(String),
    title: expect.any(String),
    brand: expect.any(String),
    description: expect.any(String),
    price_cents: expect.any(Number),
    ean: [expect.any(String)],
    released: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
    images: {},
    category_derived: expect.stringContaining(" > "),
    attributes: expect.any(Object),
  });
  const skus = products.map((one) => (one as { sku: string }).sku);
  expect(new Set(skus).size).toBe(500);
});
