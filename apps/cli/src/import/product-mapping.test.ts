import { parse, Product, Sku } from "@wares/contracts";
import { describe, expect, test } from "vitest";
import { categoryBook, namesOf } from "./category-book.ts";
import { fromCsv } from "./csv-product.ts";
import type { Mapped } from "./draft.ts";
import { fromExport } from "./exported-product.ts";
import { fromIcecat } from "./icecat-product.ts";
import { pricesFrom, priceProblem } from "./price-table.ts";
import { oneLine, plainText, printableSku, readableAttributes, readableName } from "./wording.ts";

const now = new Date("2026-03-01T00:00:00Z");
const icecat = (row: object) =>
  fromIcecat(
    { id: "1", sku: "X-1", title: "A thing", price_cents: 995, released: "2009-12-10", ...row },
    now,
  );
const csv = (row: object) => fromCsv({ sku: "X-1", name: "A thing", price: "9.95", ...row }, now);
const drafted = (mapped: Mapped) => {
  if (typeof mapped === "string") throw new Error(mapped);
  return mapped;
};

describe("a catalogue line", () => {
  test("becomes a product that its contract takes", () => {
    const { product, category } = drafted(
      icecat({ category_derived: "Printers & Scanners > Printers", brand: "Xerox" }),
    );
    const [categoryId] = categoryBook([]).place(category) ?? [];
    expect(parse(Product, { ...product, categoryId, categoryPath: [categoryId] })).toMatchObject({
      sku: "X-1",
      name: { en: "A thing" },
      description: { en: "" },
      createdAt: "2009-12-10T00:00:00.000Z",
    });
    expect(category).toEqual(["Printers & Scanners", "Printers"]);
  });

  test("is refused without a name, an id, or a price that makes sense", () => {
    expect(icecat({ title: " <b> </b> " })).toBe("1 has no title");
    expect(icecat({ id: null, sku: "" })).toBe("has neither id nor sku");
    expect(icecat({ price_cents: undefined })).toBe("1 has no price");
    expect(icecat({ price_cents: "995" })).toBe("1 has no price");
    expect(icecat({ price_cents: -5 })).toContain("not above zero");
    expect(icecat({ price_cents: 9.95 })).toContain("fractions");
    expect(icecat({ price_cents: 1e15 })).toContain("absurdly high");
  });

  test("keeps a title of any length readable, and every script", () => {
    const { name } = drafted(icecat({ title: "超长 ".repeat(150) })).product;
    expect(name.en.length).toBeLessThanOrEqual(300);
    expect(name.en.endsWith("超长…")).toBe(true);
    expect(drafted(icecat({ title: "Intel® Core™2 Duo – 17″" })).product.name.en).toBe(
      "Intel® Core™2 Duo – 17″",
    );
    expect(oneLine(`${"x".repeat(9)}😀`, 10)).toBe(`${"x".repeat(9)}…`);
  });

  test("has an address even when its title has no letters, and a date that is past", () => {
    const { product } = drafted(icecat({ title: "***", released: "2099-01-01" }));
    expect(product.slug.en).toBe(product.id);
    expect(product.createdAt).toBe(now.toISOString());
    expect(drafted(icecat({ released: "soon" })).product.createdAt).toBe(now.toISOString());
  });

  test("is the same product however its other fields change", () => {
    expect(drafted(icecat({ title: "Another" })).product.id).toBe(drafted(icecat({})).product.id);
  });
});

describe("words of another system", () => {
  test("facts of any kind become lines of a specification", () => {
    const facts = {
      product_colour: "Silver",
      weight: 3460.0,
      display_diagonal: 17.3,
      touchscreen: false,
      contrast_ratio__typical_: "200:1",
      ports: ["USB", 2],
      nothing: null,
      empty: " ",
      nested: { a: 1 },
      __proto__evil: "x",
    };
    expect(readableAttributes(facts)).toEqual({
      "Product colour": "Silver",
      Weight: "3460",
      "Display diagonal": "17.3",
      Touchscreen: "No",
      "Contrast ratio (typical)": "200:1",
      Ports: "USB, 2",
      "Proto evil": "x",
    });
    expect(readableName("intel__hyper_threading_technology__intel__ht_technology_")).toBe(
      "Intel hyper threading technology (intel ht technology)",
    );
  });

  test("there is an end to them", () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, nth) => [`fact_${nth}`, "x"]));
    expect(Object.keys(readableAttributes(many))).toHaveLength(120);
    const [long] = Object.values(readableAttributes({ a: "y".repeat(7_000) }));
    expect(long).toHaveLength(500);
  });

  test("markup becomes text, and control characters go", () => {
    expect(plainText("One<br>two &amp; <strong>three</strong>\\n\u0000four", 100)).toBe(
      "One\ntwo & three\nfour",
    );
    expect(plainText("5 < 6 and 7 > 6", 100)).toBe("5 < 6 and 7 > 6");
  });

  test("an SKU is what a label can hold", () => {
    expect(printableSku(" LabelWriter™ 450 – DUO ")).toBe("LabelWriter 450 - DUO");
    expect(printableSku("Trommel für FS-2000DN")).toBe("Trommel fur FS-2000DN");
    expect(printableSku("x ".repeat(60))?.length).toBeLessThanOrEqual(64);
    expect(printableSku("茶")).toBeUndefined();
  });
});

describe("a CSV row", () => {
  test("is a product with its price, stock and facts", () => {
    const { product, stock, category } = drafted(
      csv({ price: "1234.35", currency: "eur", stock: "7", category: "Tea", "attr:Colour": "Red" }),
    );
    expect(product.prices.EUR).toBe(123_435);
    expect(product.attributes.en).toEqual({ Colour: "Red" });
    expect([...stock]).toEqual([["X-1", 7]]);
    expect(category).toEqual(["Tea"]);
  });

  test("says what is wrong with it", () => {
    expect(csv({ price: "12,50" })).toBe('X-1 price "12,50" is not a number such as 12.50');
    expect(csv({ price: "9.999" })).toContain("too many decimals");
    expect(csv({ price: "9.5", currency: "JPY" })).toContain("too many decimals for JPY");
    expect(csv({ price: "0" })).toContain("not above zero");
    expect(csv({ price: "999999999999" })).toContain("absurdly high");
    expect(csv({ currency: "XAU" })).toContain("none of USD");
    expect(csv({ stock: "-1" })).toContain("not a whole number");
    expect(csv({ stock: "1.5" })).toContain("not a whole number");
    expect(csv({ sku: "" })).toBe("has no sku");
    expect(csv({ sku: "茶壶" })).toBe("has no sku");
    expect(csv({ sku: "y".repeat(65) })).toContain("more than 64");
    expect(csv({ name: "" })).toBe("X-1 has no name");
  });
});

test("prices in other currencies are written as people write them", () => {
  expect(pricesFrom(4_995, "USD")).toEqual({
    USD: 4_995,
    EUR: 4_500,
    GBP: 4_000,
    JPY: 7_490,
    CNY: 35_000,
  });
  expect(pricesFrom(255, "GBP")).toEqual({ USD: 320, EUR: 290, GBP: 255, JPY: 478, CNY: 2_200 });
  expect(Math.min(...Object.values(pricesFrom(1, "JPY")))).toBeGreaterThan(0);
  expect(priceProblem(1e9, "USD")).toBeUndefined();
  expect(priceProblem(1e9 + 1, "USD")).toContain("absurdly");
  expect(priceProblem(Number.NaN, "USD")).toBe("has no price");
});

describe("the book of categories", () => {
  test("makes what is missing on the way, once", () => {
    const book = categoryBook([]);
    const path = book.place(["Computers", "Notebooks"]);
    expect(book.place(["computers", "Notebooks "].map((name) => name.trim()))).toEqual(path);
    const made = book.take();
    expect(made.map(({ slug }) => slug.en)).toEqual(["computers", "computers-notebooks"]);
    expect(made[1]?.parentId).toBe(made[0]?.id);
    expect(book.take()).toEqual([]);
  });

  test("uses what the shop has, and tells apart an address that is taken", () => {
    const book = categoryBook([]);
    const [audio] = book.place(["Audio"]) ?? [];
    const known = book.take().map((one) => ({ ...one, name: { en: "Audio" } }));
    const other = categoryBook(known);
    expect(other.place(["AUDIO"])).toEqual([audio]);
    expect(other.take()).toEqual([]);
    other.place(["Audio!"]);
    expect(other.take()[0]?.slug.en).toMatch(/^audio-[0-9a-f]{8}$/);
  });

  test("knows a category that staff renamed", () => {
    const book = categoryBook([]);
    const path = book.place(["Power"]);
    const renamed = book.take().map((one) => ({ ...one, name: { en: "Electricity" } }));
    const later = categoryBook(renamed);
    expect(later.place(["Power"])).toEqual(path);
    expect(later.take()).toEqual([]);
  });

  test("ends somewhere", () => {
    const book = categoryBook([]);
    for (let nth = 0; nth < 2_000; nth++) book.place([`c${nth}`]);
    expect(book.place(["one more"])).toBeUndefined();
    expect(book.place(["c7"])).toHaveLength(1);
    expect(namesOf(" > ")).toEqual(["Other"]);
    expect(namesOf("A/V >  > C")).toEqual(["A/V", "C"]);
  });
});

test("a line of an export that is none says where", () => {
  expect(fromExport({ product: { id: "x" } })).toMatch(/^\//);
  expect(fromExport({ category: {} })).toMatch(/^\//);
  const stock = { [parse(Sku, "A")]: -1 };
  expect(fromExport({ product: null, stock })).toEqual(expect.any(String));
});
