import type { AttributeSet, Language, PriceTable, ProductId, Sku } from "@wares/contracts";

/** What is sold under a SKU, in the reader's language. */
export type SoldLine = Readonly<{
  productId: ProductId;
  name: string;
  slug: string;
  attributes: AttributeSet;
  prices: PriceTable;
  salePrices?: PriceTable;
  imageUrl?: string;
  isActive: boolean;
}>;

/** What a running flash sale offers of a SKU. */
export type CartOffer = Readonly<{ salePrices: PriceTable; available: number }>;

/** What carts need of other services, as plain functions. `apps/server` supplies them. */
export type CartNeeds = Readonly<{
  linesOf: (skus: readonly Sku[], language: Language) => Promise<ReadonlyMap<Sku, SoldLine>>;
  availableOf: (skus: readonly Sku[]) => Promise<ReadonlyMap<Sku, number>>;
  /** Of the sales that run now, all at once and from memory: no trip for each line. */
  offersNow: () => Promise<ReadonlyMap<Sku, CartOffer>>;
}>;
