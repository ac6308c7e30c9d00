import {
  amountOf,
  currencies,
  salePriceOf,
  type CategoryId,
  type ProductId,
  type ShelfLabel,
  type Sku,
} from "@wares/contracts";
import type { CategoryName } from "./changes.store.ts";
import type { Document } from "./document.ts";
import { createFacetValues, type Stored } from "./facet-values.ts";
import { createNumbers } from "./numbers.ts";
import { bandOf } from "./price-bands.ts";
import { createStockLevels } from "./stock-levels.ts";
import { createWordIndex } from "./word-index.ts";

/** A product as it stands in the index. What changes often is changed in place. */
export type Entry = {
  slot: number;
  revision: number;
  label: ShelfLabel;
  /** Its name's words in a row, for what was asked for as a phrase. */
  title: string;
  facts: Readonly<{ en: Stored; zh?: Stored }>;
  /** Its category and those above it, as numbers. */
  categories: readonly number[];
  brand: number;
  /** The lowest price in each currency, and whether it is lowered, in the order of `currencies`. */
  amounts: readonly number[];
  bands: readonly number[];
  isLowered: readonly boolean[];
  ratingSum: number;
  ratingCount: number;
  available: number;
  createdAt: number;
};

const pricesOf = ({ offers }: ShelfLabel) => {
  const amounts = currencies.map((currency) =>
    Math.min(...offers.map((offer) => amountOf(offer, currency))),
  );
  const isLowered = currencies.map((currency) =>
    offers.some((offer) => salePriceOf(offer, currency) !== undefined),
  );
  return { amounts, bands: amounts.map(bandOf), isLowered };
};

/**
 * Everything that can be found, in memory. A product that changes its words gets a new slot and
 * leaves the old one empty; whoever keeps the index rebuilds it when half of it is empty.
 */
export const createIndex = () => {
  const words = createWordIndex();
  const facets = createFacetValues();
  const entries: (Entry | undefined)[] = [];
  const slots = new Map<ProductId, number>();
  const stock = createStockLevels();
  const categories = new Map<CategoryId, CategoryName>();
  const categoryNumbers = createNumbers<CategoryId>();
  const brandNumbers = createNumbers<string>();
  /** Grows with every change: what was answered under another one may be untrue. */
  let version = 0;

  const remove = (productId: ProductId): void => {
    const slot = slots.get(productId);
    if (slot === undefined) return;
    const entry = entries[slot];
    if (entry) stock.disown(productId, entry.label);
    entries[slot] = undefined;
    slots.delete(productId);
  };

  const add = (document: Document): void => {
    const { productId, label, revision, ratingSum, ratingCount } = document;
    const slot = entries.length;
    const { en, zh } = document.words.facts;
    const names = label.categoryPath.flatMap((id) => categories.get(id)?.name ?? []);
    entries.push({
      slot,
      revision,
      label,
      title: words.add(slot, document, names),
      facts: { en: facets.store("en", en), ...(zh && { zh: facets.store("zh", zh) }) },
      categories: label.categoryPath.map(categoryNumbers.of),
      brand: brandNumbers.of(label.brand),
      ...pricesOf(label),
      ratingSum,
      ratingCount,
      available: stock.of(label),
      createdAt: Date.parse(label.createdAt),
    });
    slots.set(productId, slot);
    stock.own(productId, label);
  };

  return {
    postings: words.postings,
    facets,
    entries,
    brands: brandNumbers.names,
    categories,
    /** Those that products are indexed under. */
    categoryIds: categoryNumbers.names,
    spellings: words.spellings,
    size: (): number => slots.size,
    version: (): number => version,
    isHalfEmpty: (): boolean => entries.length > 1_000 && slots.size * 2 < entries.length,

    put: (document: Document): void => {
      const { productId, label, ratingSum, ratingCount } = document;
      version += 1;
      if (document.status !== "Active") return remove(productId);
      const entry = entries[slots.get(productId) ?? -1];
      if (entry?.revision !== document.revision) {
        remove(productId);
        return add(document);
      }
      // The same words at another price, or praised once more.
      Object.assign(entry, {
        label,
        brand: brandNumbers.of(label.brand),
        ratingSum,
        ratingCount,
        ...pricesOf(label),
      });
    },
    setStock: (sku: Sku, available: number): void => {
      for (const productId of stock.set(sku, available)) {
        version += 1;
        const entry = entries[slots.get(productId) ?? -1];
        if (entry) entry.available = stock.of(entry.label);
      }
    },
    setCategory: (category: CategoryName): void => {
      categories.set(category.id, category);
      version += 1;
    },
  };
};
export type SearchIndex = ReturnType<typeof createIndex>;
