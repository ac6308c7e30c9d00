import { existsSync } from "node:fs";
import { NewCategoryRequest, parse, shelfLabel } from "@wares/contracts";
import { families, tones } from "@wares/demo-shop";
import { describe, expect, test } from "vitest";
import { demoCatalogue } from "./demo-catalogue.ts";
import { readForms } from "./pictures.ts";

const now = new Date("2026-03-01T12:00:00Z");
const forms = { mug: { views: { front: ["celadon", "oat", "ink"], detail: ["celadon"] } } };
const demo = demoCatalogue(families, tones, now, forms);
const repeated = (all: readonly string[]) => all.filter((one, nth) => all.indexOf(one) !== nth);
const skerry = demo.products.find(({ slug }) => slug.en === "skerry-mug");

test("every family is a root category, every product has one", () => {
  const ids = new Set(demo.categories.map(({ id }) => id));
  expect(ids.size).toBe(12);
  for (const category of demo.categories) parse(NewCategoryRequest, category);
  expect(demo.products.filter(({ categoryId }) => !ids.has(categoryId))).toEqual([]);
  expect(repeated(demo.categories.flatMap(({ slug }) => [slug.en, slug.zh ?? ""]))).toEqual([]);
});

test("ids, SKUs and addresses are given once", () => {
  const { products, reviews, stock } = demo;
  expect(repeated(products.map(({ id }) => id))).toEqual([]);
  expect(repeated(products.flatMap(({ slug }) => [slug.en, slug.zh ?? ""]))).toEqual([]);
  expect(repeated(products.flatMap((one) => one.variants.map(({ sku }) => sku)))).toEqual([]);
  expect(repeated(products.flatMap((one) => one.images.map(({ id }) => id)))).toEqual([]);
  expect(repeated(reviews.map(({ id }) => id))).toEqual([]);
  expect(stock.map(({ sku }) => sku).toSorted()).toEqual(
    products.flatMap((one) => one.variants.map(({ sku }) => sku)).toSorted(),
  );
});

test("tomorrow the same shop has the same ids", () => {
  const tomorrow = demoCatalogue(families, tones, new Date("2026-03-02T12:00:00Z"), forms);
  const withoutDays = ({ products, reviews, stock }: typeof demo) => ({
    products: products.map((one) => ({ ...one, createdAt: "" })),
    reviews: reviews.map((one) => ({ ...one, createdAt: "" })),
    stock,
  });
  expect(withoutDays(tomorrow)).toEqual(withoutDays(demo));
});

describe("a mug in three colours and two sizes", () => {
  test("has a variant for each, with its own SKU, price and swatch", () => {
    expect(skerry?.variants.map(({ sku }) => sku)).toContain("SKERRY-MUG-CELADON-250-ML");
    const small = skerry?.variants[0];
    expect(small?.attributes).toEqual({
      en: { Colour: "Celadon", Size: "250 ml" },
      zh: { 颜色: "青瓷", 尺寸: "250 毫升" },
    });
    expect(small?.swatch).toBe(tones.celadon.swatch);
    expect(small?.prices.USD).toBe(2_600);
    expect(skerry?.variants[1]?.prices.USD).toBe(2_800);
  });

  test("shows the front in each colour and then what else was drawn", () => {
    expect(skerry?.images.map(({ url }) => url)).toEqual([
      "/pictures/mug-front-celadon",
      "/pictures/mug-front-oat",
      "/pictures/mug-front-ink",
      "/pictures/mug-detail-celadon",
    ]);
    expect(skerry?.images[3]?.altText).toEqual({
      en: "Skerry mug, celadon, close up",
      zh: "礁石马克杯，青瓷，近看",
    });
    const own = skerry?.variants[0]?.images;
    expect(own).toEqual([skerry?.images[0]?.id, skerry?.images[3]?.id]);
  });

  test("is labelled with three colours and their pictures", () => {
    const label = skerry && shelfLabel(skerry);
    expect(label?.colours.map(({ picture }) => picture?.url)).toEqual([
      "/pictures/mug-front-celadon",
      "/pictures/mug-front-oat",
      "/pictures/mug-front-ink",
    ]);
  });
});

test("what is launched and said lies in the past, in the order of its days", () => {
  expect(skerry?.createdAt).toBe(new Date(now.getTime() - 530 * 86_400_000).toISOString());
  expect(demo.reviews.filter(({ createdAt }) => createdAt >= now.toISOString())).toEqual([]);
});

test("every product has pictures, and each of them was drawn", () => {
  const { products } = demoCatalogue(families, tones, now, readForms());
  const urls = new Set(products.flatMap(({ images }) => images.map(({ url }) => url)));
  expect(products.filter(({ images }) => images.length === 0)).toEqual([]);
  expect([...urls].filter((url) => !existsSync(`packages/demo-shop${url}.avif`))).toEqual([]);
});
