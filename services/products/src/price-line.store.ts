import type {
  Attributes,
  LocalizedText,
  PriceTable,
  ProductId,
  Sku,
  VariantId,
} from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";

export type PriceRow = Readonly<{
  sku: Sku;
  product_id: ProductId;
  variant_id: VariantId | null;
  name: LocalizedText;
  slug: LocalizedText;
  attributes: Attributes;
  prices: PriceTable;
  sale_prices: PriceTable | null;
  image_url: string | null;
  is_active: boolean;
}>;

/** What these SKUs cost and are called, now. One that is unknown has no row. */
export const priceRows = async (
  db: Queries,
  skus: readonly Sku[],
): Promise<readonly PriceRow[]> => {
  const { rows } = await db.query<PriceRow>(
    named(
      "products.price_rows",
      sql`
      select sku.sku, product_id, variant_id, name, slug, sku.attributes, sku.prices,
             sku.sale_prices, image_url, is_sold and status = 'Active' as is_active
        from products.skus as sku
        join products.products as product using (product_id)
       where sku.sku = any(${skus}::text[])
    `,
    ),
  );
  return rows;
};

/** Grows whenever a row that `priceRows` tells may have changed. */
export const priceRevision = async (db: Queries): Promise<number> => {
  const { rows } = await db.query<{ revision: number }>(
    named("products.price_revision", sql`select revision from products.price_revision`),
  );
  return rows[0]?.revision ?? 0;
};
