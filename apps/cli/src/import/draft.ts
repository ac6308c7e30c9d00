import type { Product, ProductId, Sku } from "@wares/contracts";
import { slugsFor } from "@wares/products/slug";
import { pricesFrom } from "./price-table.ts";
import type { Currency } from "@wares/contracts";

/** A row of a file as a product, before its category is looked up. */
export type Draft = Readonly<{
  product: Omit<Product, "categoryId" | "categoryPath">;
  /** Names from the root to the product's category. */
  category: readonly string[];
  /** By the SKU it wishes for. */
  stock: ReadonlyMap<Sku, number>;
}>;

/** A draft, or in words why this row is none. */
export type Mapped = Draft | string;

type Facts = Readonly<{
  id: ProductId;
  sku: Sku;
  name: string;
  description: string;
  brand: string;
  amount: number;
  currency: Currency;
  attributes: Record<string, string>;
  category: readonly string[];
  stock: number | undefined;
  createdAt: string;
}>;

export const draftOf = (facts: Facts): Draft => {
  const { id, sku, name, description, brand, amount, currency, attributes } = facts;
  return {
    product: {
      id,
      revision: 1,
      status: "Active",
      slug: slugsFor({ en: name }, id),
      name: { en: name },
      description: { en: description },
      brand,
      sku,
      prices: pricesFrom(amount, currency),
      attributes: { en: attributes },
      variants: [],
      // Pictures stay where the other system has them: a page that fetched them from there would
      // show a broken image on the day it moves. A product without one gets a quiet tile.
      images: [],
      createdAt: facts.createdAt,
    },
    category: facts.category,
    stock: new Map(facts.stock === undefined ? [] : [[sku, facts.stock]]),
  };
};

export const nameLengthMax = 300;
export const descriptionLengthMax = 20_000;
export const brandLengthMax = 120;
