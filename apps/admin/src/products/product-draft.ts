import {
  type Attributes,
  currencies,
  type Currency,
  type EditProductRequest,
  type CategoryId,
  type PriceChangeRequest,
  type PriceTable,
  type Sku,
  type StaffProduct,
} from "@wares/contracts";
import type { Draft } from "../shell/conflict.ts";
import { amountOf, amountText } from "../shell/say.ts";

export type { Draft };

type Priced = Readonly<{ sku: Sku; prices: PriceTable; salePrices?: PriceTable | undefined }>;

/** What has a price: its variants, or itself when it has none. */
export const pricedOf = (product: StaffProduct): readonly Priced[] =>
  product.variants.length > 0 ? product.variants : [product];

export const priceKey = (sku: string, currency: Currency) => `price/${sku}/${currency}`;
export const saleKey = (sku: string, currency: Currency) => `sale/${sku}/${currency}`;

export const draftOf = (product: StaffProduct): Draft => ({
  "name.en": product.name.en,
  "name.zh": product.name.zh ?? "",
  "description.en": product.description.en,
  "description.zh": product.description.zh ?? "",
  "attributes.en": attributeText(product.attributes.en),
  "attributes.zh": attributeText(product.attributes.zh ?? {}),
  brand: product.brand,
  categoryId: product.categoryId,
  status: product.status,
  ...Object.fromEntries(
    pricedOf(product).flatMap(({ sku, prices, salePrices }) =>
      currencies.flatMap((currency) => [
        [priceKey(sku, currency), amountText(prices[currency], currency)],
        [saleKey(sku, currency), salePrices ? amountText(salePrices[currency], currency) : ""],
      ]),
    ),
  ),
});

const attributeText = (set: Readonly<Record<string, string>>): string =>
  Object.entries(set)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");

/** One `Name: value` a line; a line that is none is named by its number. */
export const attributesOf = (text: string): Record<string, string> | { line: number } => {
  const set: Record<string, string> = {};
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const [, name, value] = /^\s*([^::]{1,120}?)\s*[::]\s*(.{1,2000}?)\s*$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return { line: index + 1 };
    set[name] = value;
  }
  return set;
};
const isMistake = (set: Record<string, string> | { line: number }): set is { line: number } =>
  typeof set["line"] === "number";

export const changedKeys = (base: Draft, mine: Draft): readonly string[] =>
  Object.keys(mine).filter((key) => mine[key] !== base[key]);

export type Part = "edit" | "price" | "status";
export const partOf = (key: string): Part =>
  key === "status" ? "status" : /^(price|sale)\//.test(key) ? "price" : "edit";

export type Mistake = Readonly<
  | { kind: "missing" }
  | { kind: "price" }
  | { kind: "halfSale" }
  | { kind: "line"; line: number }
  | { kind: "said"; words: string }
>;

/** What cannot be sent as it is, by field. */
export const mistakesIn = (draft: Draft): Readonly<Record<string, Mistake>> =>
  Object.fromEntries(
    Object.entries(draft).flatMap(([key, value]): [string, Mistake][] => {
      const [kind, sku = "", currency] = key.split("/");
      if (key === "name.en" && !value.trim()) return [[key, { kind: "missing" }]];
      if (key.startsWith("attributes.")) {
        const set = attributesOf(value);
        return isMistake(set) ? [[key, { kind: "line", line: set.line }]] : [];
      }
      const known = currencies.find((one) => one === currency);
      if (!known) return [];
      const isBad = amountOf(value, known) === undefined;
      if (kind === "price") return isBad ? [[key, { kind: "price" }]] : [];
      const hasSale = currencies.some((one) => draft[saleKey(sku, one)]);
      if (!hasSale || !isBad) return [];
      return [[key, { kind: value ? "price" : "halfSale" }]];
    }),
  );

const localized = (draft: Draft, name: string) => {
  const zh = draft[`${name}.zh`]?.trim();
  return { en: draft[`${name}.en`]?.trim() ?? "", ...(zh && { zh }) };
};

const attributeSets = (draft: Draft): Attributes => {
  const [en, zh] = ["en", "zh"].map((language) => {
    const set = attributesOf(draft[`attributes.${language}`] ?? "");
    return isMistake(set) ? {} : set;
  });
  return { en: en ?? {}, ...(zh && Object.keys(zh).length > 0 && { zh }) };
};

/** Pictures are not edited here: they stay what they are. */
export const editRequest = (draft: Draft, product: StaffProduct): EditProductRequest => ({
  name: localized(draft, "name"),
  description: localized(draft, "description"),
  brand: draft["brand"]?.trim() ?? "",
  categoryId: (draft["categoryId"] ?? product.categoryId) as CategoryId,
  attributes: attributeSets(draft),
  images: product.images,
});

const tableOf = (draft: Draft, key: (currency: Currency) => string): PriceTable => {
  const amount = (currency: Currency) => amountOf(draft[key(currency)] ?? "", currency) ?? 0;
  return {
    USD: amount("USD"),
    EUR: amount("EUR"),
    GBP: amount("GBP"),
    JPY: amount("JPY"),
    CNY: amount("CNY"),
  };
};

/** Only the SKUs whose prices changed. */
export const priceRequest = (base: Draft, draft: Draft): PriceChangeRequest => {
  const skus = new Set(
    changedKeys(base, draft)
      .filter((key) => partOf(key) === "price")
      .map((key) => key.split("/")[1] ?? ""),
  );
  return {
    prices: [...skus].map((sku) => ({
      sku: sku as Sku,
      prices: tableOf(draft, (currency) => priceKey(sku, currency)),
      ...(currencies.some((currency) => draft[saleKey(sku, currency)]) && {
        salePrices: tableOf(draft, (currency) => saleKey(sku, currency)),
      }),
    })),
  };
};

/** The field a refusal's JSON pointer is about. */
export const keyOfPointer = (pointer: string, request: PriceChangeRequest): string => {
  const [first, index, table, currency] = pointer.split("/").slice(1);
  if (first !== "prices") return pointer.split("/").slice(1, 3).join(".");
  const sku = request.prices[Number(index)]?.sku ?? "";
  return `${table === "salePrices" ? "sale" : "price"}/${sku}/${currency ?? "USD"}`;
};
