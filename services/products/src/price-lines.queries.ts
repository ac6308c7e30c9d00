import {
  inLanguage,
  type AttributeSet,
  type Language,
  type PriceTable,
  type ProductId,
  type Sku,
  type VariantId,
} from "@wares/contracts";
import { batched, type Tools } from "@wares/platform";
import type { PriceRow } from "./price-line.store.ts";
import { priceRowCache } from "./price-row.cache.ts";

/** What a line of a cart or an order needs to know of its SKU. */
export type PriceLine = Readonly<{
  sku: Sku;
  productId: ProductId;
  variantId?: VariantId;
  name: string;
  /** What sets the variant apart, in the reader's language; nothing where there is no choice. */
  attributes: AttributeSet;
  prices: PriceTable;
  salePrices?: PriceTable;
  imageUrl?: string;
  slug: string;
  /** It can be bought: its product is Active, and it is no mere heading above variants. */
  isActive: boolean;
}>;

const lineIn =
  (language: Language) =>
  (row: PriceRow): PriceLine => ({
    sku: row.sku,
    productId: row.product_id,
    ...(row.variant_id && { variantId: row.variant_id }),
    name: inLanguage(row.name, language),
    attributes: row.attributes[language] ?? row.attributes.en,
    prices: row.prices,
    ...(row.sale_prices && { salePrices: row.sale_prices }),
    ...(row.image_url && { imageUrl: row.image_url }),
    slug: inLanguage(row.slug, language),
    isActive: row.is_active,
  });

/** The truth, never a copy; shoppers who ask at the same time share one statement. */
export const priceLines = ({ db }: Pick<Tools, "db">) => {
  const rows = priceRowCache(db);
  const rowsOf = batched<readonly Sku[], ReadonlyMap<Sku, PriceRow>>(
    async (requests) => {
      const found = await rows(new Set(requests.flat()));
      return requests.map(() => found);
    },
    { batchMax: 250, waitingMax: 10_000 },
  );
  const wanted = async (skus: readonly Sku[]): Promise<readonly PriceRow[]> => {
    if (skus.length === 0) return [];
    const found = await rowsOf(skus);
    return skus.flatMap((sku) => found.get(sku) ?? []);
  };
  return {
    priceLinesOf: async (
      skus: readonly Sku[],
      language: Language,
    ): Promise<ReadonlyMap<Sku, PriceLine>> =>
      new Map((await wanted(skus)).map((row) => [row.sku, lineIn(language)(row)])),
    /** Whose these SKUs are. */
    productOfSku: async (skus: readonly Sku[]): Promise<ReadonlyMap<Sku, ProductId>> =>
      new Map((await wanted(skus)).map(({ sku, product_id }) => [sku, product_id])),
  };
};
