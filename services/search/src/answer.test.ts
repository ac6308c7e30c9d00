import type { Facet, SearchQuery } from "@wares/contracts";
import { describe, expect, test } from "vitest";
import { answer } from "./answer.ts";
import { withProduct } from "./document.ts";
import { createIndex } from "./search-index.ts";
import {
  asked,
  audio,
  categories,
  kitchen,
  prices,
  product,
  shelf,
  skuFor,
} from "./search.examples.ts";
import { createSpeller } from "./spelling.ts";
import { createSuggester } from "./suggest.ts";

const indexed = (products = shelf) => {
  const index = createIndex();
  for (const { data } of categories)
    index.setCategory({ id: data.categoryId, path: data.path, slug: data.slug, name: data.name });
  for (const one of products) index.put(withProduct(undefined, one));
  index.setStock(skuFor("Blue teapot"), 3);
  const spell = createSpeller(index);
  return { index, ask: (query: string, change = {}) => answer(index, spell, asked(query, change)) };
};
const { ask, index } = indexed();
const names = (query: string, change: Partial<SearchQuery> = {}) =>
  ask(query, change).products.map(({ name }) => name);
const counts = (facets: readonly Facet[], field: string) =>
  Object.fromEntries(
    facets.find((one) => one.field === field)?.values.map(({ label, count }) => [label, count]) ??
      [],
  );

describe("words", () => {
  test("in the name come before words in the description", () =>
    expect(names("blue teapots")).toEqual(["Blue teapot", "Tea cups, set of four"]));
  test("that nothing has all of find what has most of them", () => {
    expect(names("wireless glass teapot")).toEqual(["Glass teapot"]);
    expect(names("echo teapot zzzzzz")).toHaveLength(5);
  });
  test.for([
    ["HEADPHONE", "Wireless headphones"],
    ["head phones", "Wireless headphones"],
    ["无线耳机", "Wireless headphones"],
    ["耳机", "Wireless headphones"],
    ["茶壶 蓝", "Blue teapot"],
    ["echo hub", "USB hub"],
    ["aluminium", "Wireless headphones"],
    ["USB-hub", "USB hub"],
  ] as const)("%s finds %s first", ([query, name]) => expect(names(query)[0]).toBe(name));
  test("mistyped are said as they were meant, and only where nothing was found as typed", () => {
    expect(ask("wireles headphnes")).toMatchObject({
      correctedQuery: "wireless headphones",
      totalCount: 1,
    });
    expect(ask("headphones")).not.toHaveProperty("correctedQuery");
    expect(ask("qqqqqqq")).toEqual({
      products: [],
      totalCount: 0,
      page: 1,
      pageSize: 24,
      facets: [],
    });
  });
  test.for([
    "'",
    "%",
    "_",
    "\\",
    "a & b | !c:*",
    "<b>x</b>",
    "‮مرحبا",
    "?",
    "''; --",
    "x ".repeat(100),
  ])("%s is a question like any other", (query) => expect(ask(query).page).toBe(1));
});

describe("filters", () => {
  test("narrow between fields and widen within one", () => {
    expect(names("", { brand: ["Echo", "Kiln"] })).toHaveLength(5);
    expect(names("", { brand: ["Echo"], priceMax: 2_000 })).toEqual(["USB hub"]);
    expect(names("", { categoryId: kitchen })).toHaveLength(3);
    expect(names("", { onSale: true })).toEqual(["Glass teapot"]);
    expect(names("", { inStock: true })).toEqual(["Blue teapot"]);
    expect(names("", { inStock: false })).toHaveLength(4);
    expect(names("", { attribute: ["Material:Glass", "Material:Aluminium"] })).toHaveLength(2);
    expect(names("", { attribute: ["Material:Gold"] })).toEqual([]);
    expect(names("", { attribute: ["材质:炻器"], language: "zh" })).toEqual(["蓝色茶壶"]);
    expect(names("", { ratingMin: 4 })).toEqual([]);
  });
  test("by price go by what is paid, in the currency that is asked for", () => {
    expect(names("", { priceMin: 800, priceMax: 1_000 })).toEqual(["Glass teapot"]);
    expect(names("", { priceMin: 1_800, priceMax: 1_800, currency: "JPY" })).toEqual([
      "Glass teapot",
    ]);
  });
});

describe("facets", () => {
  test("each counts as if its own filter were not set, and the others were", () => {
    const { facets, totalCount } = ask("", { brand: ["Kiln"], attribute: ["Material:Glass"] });
    expect(totalCount).toBe(1);
    expect(counts(facets, "brand")).toEqual({ Kiln: 1 });
    expect(counts(facets, "Material")).toEqual({ Glass: 1, Stoneware: 1 });
    expect(counts(ask("", { brand: ["Kiln"] }).facets, "brand")).toEqual({ Kiln: 3, Echo: 2 });
  });
  test("speak the reader's language, and tell prices in round ranges", () => {
    const { facets } = ask("", { language: "zh", currency: "CNY" });
    expect(counts(facets, "category")).toEqual({ 厨房: 3, 茶壶: 3, 音响: 2 });
    const ranges = facets.find(({ field }) => field === "price")?.values ?? [];
    expect(ranges.reduce((sum, { count }) => sum + count, 0)).toBe(5);
    for (const { value, count } of ranges) {
      const [priceMin, priceMax] = value.split("-").map(Number);
      expect(
        ask("", { currency: "CNY", priceMin: priceMin!, priceMax: priceMax! }).totalCount,
      ).toBe(count);
    }
  });
  test("say how a colour looks", () => {
    const variant = {
      id: "v" as never,
      sku: skuFor("R"),
      prices: prices(1),
      images: [],
      swatch: "#aa0000",
    };
    const red = product("Cup", {
      variants: [{ ...variant, attributes: { en: { Colour: "Red" } } }],
    });
    const blue = product("Mug", {
      variants: [{ ...variant, sku: skuFor("B"), attributes: { en: { Colour: "Blue" } } }],
    });
    const { facets } = indexed([red, blue]).ask("");
    const colour = facets.find(({ field }) => field === "Colour");
    expect(colour?.values[0]).toMatchObject({ value: "Red", swatch: "#aa0000" });
  });
});

describe("order", () => {
  test.for([
    ["Price", "Asc", ["Glass teapot", "USB hub"]],
    ["Price", "Desc", ["Wireless headphones", "Blue teapot"]],
    ["Name", "Asc", ["Blue teapot", "Glass teapot"]],
    ["Name", "Desc", ["Wireless headphones", "USB hub"]],
    ["Newest", "Asc", ["Blue teapot"]],
  ] as const)("by %s, %s", ([sortBy, sortOrder, first]) =>
    expect(names("", { sortBy, sortOrder }).slice(0, first.length)).toEqual(first),
  );
  test("pages hold everything once, whatever the size of a page", () => {
    const many = Array.from({ length: 500 }, (_, nth) =>
      product(`Cup ${nth}`, { prices: prices(nth % 7) }),
    );
    const big = indexed(many);
    for (const sortBy of ["Relevance", "Price", "Name", "Rating", "Newest"] as const) {
      const seen = Array.from({ length: 8 }, (_, nth) =>
        big.ask("cup", { sortBy, page: nth + 1, pageSize: 70 }).products.map(({ id }) => id),
      ).flat();
      expect([seen.length, new Set(seen).size]).toEqual([500, 500]);
    }
  });
});

describe("changes", () => {
  test("of words replace the old ones; what is no longer sold is not found", () => {
    const changing = indexed();
    const [teapot] = shelf;
    changing.index.put(
      withProduct(undefined, { ...teapot!, revision: 2, name: { en: "Red jug" } }),
    );
    expect(changing.ask("jug").totalCount).toBe(1);
    expect(changing.ask("blue").products.map(({ name }) => name)).not.toContain("Blue teapot");
    changing.index.put(withProduct(undefined, { ...teapot!, revision: 3, status: "Inactive" }));
    expect(changing.ask("jug").totalCount).toBe(0);
    expect(changing.index.size()).toBe(4);
  });
});

describe("suggestions", () => {
  const suggest = createSuggester(index);
  const en = { language: "en", currency: "USD" } as const;
  test("finish the last word, and know categories", () => {
    expect(suggest({ ...en, query: "wireless he" })).toMatchObject({
      products: [{ name: "Wireless headphones" }],
      queries: ["wireless headphones"],
    });
    expect(suggest({ ...en, query: "AUD" }).categories).toEqual([
      { id: audio, slug: "audio", name: "Audio" },
    ]);
    expect(suggest({ ...en, query: "茶" }).products[0]?.name).toBe("Blue teapot");
  });
  test("of nothing are nothing", () => {
    const nothing = { products: [], categories: [], queries: [] };
    expect(suggest({ ...en, query: "?" })).toEqual(nothing);
    expect(suggest({ ...en, query: "zzzz" })).toEqual(nothing);
  });
});
