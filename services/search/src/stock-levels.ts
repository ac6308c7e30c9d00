import type { ProductId, ShelfLabel, Sku } from "@wares/contracts";

const nobody: ReadonlySet<ProductId> = new Set();

/** How many there are of each SKU, and whose it is: news of stock may come before its product. */
export const createStockLevels = () => {
  const levels = new Map<Sku, number>();
  const owners = new Map<Sku, Set<ProductId>>();
  return {
    of: ({ offers }: ShelfLabel): number =>
      offers.reduce((sum, { sku }) => sum + (levels.get(sku) ?? 0), 0),
    own: (productId: ProductId, { offers }: ShelfLabel): void => {
      for (const { sku } of offers) owners.set(sku, (owners.get(sku) ?? new Set()).add(productId));
    },
    disown: (productId: ProductId, { offers }: ShelfLabel): void => {
      for (const { sku } of offers) owners.get(sku)?.delete(productId);
    },
    /** Answers whom it concerns; nobody, where it is no news. */
    set: (sku: Sku, available: number): ReadonlySet<ProductId> => {
      if (levels.get(sku) === available) return nobody;
      levels.set(sku, available);
      return owners.get(sku) ?? nobody;
    },
  };
};
