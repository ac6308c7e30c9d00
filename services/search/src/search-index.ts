import type { CategoryId, ProductId, Sku } from "@wares/contracts";
import type { CategoryName } from "./category-name.ts";
import type { Document } from "./document.ts";
import { entryOf, refresh, type Entry } from "./entry.ts";
import { createFacetValues } from "./facet-values.ts";
import { createNumbers } from "./numbers.ts";
import { createStockLevels } from "./stock-levels.ts";
import { createWordIndex } from "./word-index.ts";

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
    const { productId, label, words: said } = document;
    const slot = entries.length;
    const { en, zh } = said.facts;
    const names = label.categoryPath.flatMap((id) => categories.get(id)?.name ?? []);
    const placed = {
      slot,
      title: words.add(slot, document, names),
      facts: { en: facets.store("en", en), ...(zh && { zh: facets.store("zh", zh) }) },
      categories: label.categoryPath.map(categoryNumbers.of),
      brand: brandNumbers.of(label.brand),
      available: stock.of(label),
    };
    entries.push(entryOf(document, placed));
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
      version += 1;
      const entry = entries[slots.get(document.productId) ?? -1];
      if (document.status === "Active" && entry?.revision === document.revision)
        return refresh(entry, document);
      remove(document.productId);
      if (document.status === "Active") add(document);
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
