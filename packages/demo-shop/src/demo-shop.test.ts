import { describe, expect, test } from "vitest";
import { families, tones, type Bilingual, type DemoProduct } from "./demo-shop.ts";

// People meet this text in their first minute. What a reader would trip over is checked here.

const products = families.flatMap((family) => family.products);
const variants = products.flatMap((product) => product.variants);
const reviews = products.flatMap((product) => product.reviews);
const keysWhere = (isWrong: (product: DemoProduct) => boolean) =>
  products.filter(isWrong).map(({ key }) => key);
const repeated = (all: readonly string[]) => all.filter((one, nth) => all.indexOf(one) !== nth);
const words = (text: string) => text.split(/\s+/).length;
const hasHan = (text: string) => /\p{Script=Han}/u.test(text);
const sentences = (text: string) => text.split(/(?<=[.!?。！？])\s*/).filter((one) => one !== "");
const says = ({ attributes }: DemoProduct) => attributes.map(({ name }) => name.en);

const textsOf = (product: DemoProduct): readonly Bilingual[] => [
  product.name,
  product.description,
  ...product.attributes.flatMap(({ name, value }) => [name, value]),
  ...product.variants.flatMap(({ size, colour }) => [
    ...(size ? [size] : []),
    ...(colour ? [colour] : []),
  ]),
];

test("twelve families, about two hundred products", () => {
  expect(families).toHaveLength(12);
  expect(products.length).toBeGreaterThanOrEqual(190);
  for (const family of families) {
    expect(family.products.length).toBeGreaterThanOrEqual(14);
    expect(family.products.length).toBeLessThanOrEqual(18);
    expect(new Set(family.products.map((product) => product.family))).toEqual(
      new Set([family.key]),
    );
  }
});

describe("words", () => {
  test("keys and names are given once", () => {
    expect(repeated(products.map(({ key }) => key))).toEqual([]);
    expect(repeated(products.map(({ name }) => name.en))).toEqual([]);
    expect(repeated(products.map(({ name }) => name.zh))).toEqual([]);
    expect(keysWhere(({ key }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key))).toEqual([]);
  });

  test("both languages are there, and Chinese is Chinese", () => {
    const isBare = ({ en, zh }: Bilingual) => en.trim() === "" || zh.trim() === "";
    expect(keysWhere((product) => textsOf(product).some(isBare))).toEqual([]);
    expect(keysWhere((product) => textsOf(product).some(({ en }) => hasHan(en)))).toEqual([]);
    const spoken = ({ name, description, attributes }: DemoProduct) =>
      [name, description, ...attributes.map((one) => one.name)].every(({ zh }) => hasHan(zh));
    expect(keysWhere((product) => !spoken(product))).toEqual([]);
    for (const { name, description } of families)
      expect([name, description].every(({ en, zh }) => en !== "" && hasHan(zh))).toBe(true);
  });

  test("a description says enough and not too much", () => {
    const lengths = products.map(({ description }) => words(description.en));
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(30);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(120);
    expect(keysWhere(({ description }) => description.zh.length < 45)).toEqual([]);
  });

  test("no sentence is used twice", () => {
    const told = products.flatMap(({ description: { en, zh } }) => [en, zh]).flatMap(sentences);
    expect(repeated(told)).toEqual([]);
    expect(repeated(reviews.map(({ text }) => text))).toEqual([]);
  });

  test("a specification has four to eight lines, in its family's words and order", () => {
    const lines = ({ attributes }: DemoProduct) => attributes.length;
    expect(keysWhere((product) => lines(product) < 4 || lines(product) > 8)).toEqual([]);
    expect(keysWhere((product) => repeated(says(product)).length > 0)).toEqual([]);
    for (const family of families) {
      const before = new Set(
        family.products.flatMap((product) =>
          says(product).flatMap((name, nth, all) => all.slice(nth + 1).map((n) => `${name}<${n}`)),
        ),
      );
      const turned = [...before].filter((pair) =>
        before.has(pair.split("<").toReversed().join("<")),
      );
      expect(turned).toEqual([]);
    }
  });

  test("an attribute and a colour have one name in each language", () => {
    const names = products.flatMap(({ attributes }) => attributes.map(({ name }) => name));
    const colours = variants.flatMap(({ colour }) => (colour ? [colour] : []));
    for (const said of [names, colours]) {
      const pairs = new Set(said.map(({ en, zh }) => `${en} ${zh}`));
      expect(pairs.size).toBe(new Set(said.map(({ en }) => en)).size);
    }
  });
});

describe("prices", () => {
  test("are positive integers, and a sale is lower in every currency", () => {
    const isPrice = (amount: number) => Number.isInteger(amount) && amount > 0;
    const all = products.flatMap(({ prices, salePrices, variants: each }) => [
      prices,
      ...(salePrices ? [salePrices] : []),
      ...each.flatMap((variant) => (variant.prices ? [variant.prices] : [])),
    ]);
    expect(all.filter((prices) => !Object.values(prices).every(isPrice))).toEqual([]);
    expect(
      keysWhere(({ prices, salePrices: sale }) =>
        sale
          ? (Object.keys(prices) as (keyof typeof prices)[]).some((of) => sale[of] >= prices[of])
          : false,
      ),
    ).toEqual([]);
  });

  test("about one in six is on sale, and then one price holds for all its variants", () => {
    const onSale = products.filter(({ salePrices }) => salePrices);
    expect(onSale.length / products.length).toBeGreaterThan(0.12);
    expect(onSale.length / products.length).toBeLessThan(0.22);
    const hasOwnPrice = ({ variants: each }: DemoProduct) => each.some(({ prices }) => prices);
    expect(onSale.filter(hasOwnPrice)).toEqual([]);
  });
});

describe("variants", () => {
  test("two to six each, no two alike, in tones that exist", () => {
    expect(keysWhere(({ variants: each }) => each.length < 2 || each.length > 6)).toEqual([]);
    const label = ({ tone, size }: (typeof variants)[number]) => `${tone} ${size?.en}`;
    expect(keysWhere(({ variants: each }) => repeated(each.map(label)).length > 0)).toEqual([]);
    expect(variants.filter(({ tone }) => tone !== undefined && !(tone in tones))).toEqual([]);
    for (const { name, swatch } of Object.values(tones)) {
      expect(swatch).toMatch(/^#[0-9a-f]{6}$/);
      expect(hasHan(name.zh)).toBe(true);
    }
  });

  test("some are sold out, some nearly, most are there", () => {
    expect(variants.filter(({ stock }) => !Number.isInteger(stock) || stock < 0)).toEqual([]);
    expect(variants.filter(({ stock }) => stock === 0).length).toBeGreaterThanOrEqual(10);
    expect(variants.filter(({ stock }) => stock > 0 && stock < 5).length).toBeGreaterThanOrEqual(
      10,
    );
    expect(variants.filter(({ stock }) => stock >= 10).length).toBeGreaterThan(
      variants.length * 0.7,
    );
    expect(keysWhere(({ variants: each }) => each.every(({ stock }) => stock === 0))).toEqual([]);
  });
});

describe("reviews", () => {
  test("nought to nine each, in both languages, not all of them kind", () => {
    expect(keysWhere((product) => product.reviews.length > 9)).toEqual([]);
    expect(reviews.length / products.length).toBeGreaterThan(4.5);
    expect(reviews.filter(({ rating }) => ![1, 2, 3, 4, 5].includes(rating))).toEqual([]);
    for (const rating of [1, 2, 3, 4, 5])
      expect(reviews.filter((one) => one.rating === rating).length).toBeGreaterThan(5);
    const chinese = reviews.filter(({ language }) => language === "zh");
    expect(chinese.length).toBeGreaterThan(reviews.length / 4);
    expect(chinese.filter(({ text }) => !hasHan(text))).toEqual([]);
    expect(reviews.filter(({ language, text }) => language === "en" && hasHan(text))).toEqual([]);
  });

  test("nobody reviews what was not yet sold", () => {
    expect(keysWhere(({ daysAgo }) => daysAgo < 1 || daysAgo > 550)).toEqual([]);
    expect(
      keysWhere(({ daysAgo, reviews: said }) => said.some((one) => one.daysAgo >= daysAgo)),
    ).toEqual([]);
  });
});
