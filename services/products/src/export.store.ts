import type { Product, ProductId, Sku, VariantId } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";
import { fromRow, type ProductRow } from "./product-row.ts";

const nobody = "00000000-0000-0000-0000-000000000000";

/** A product, and what the opinions of it come to. */
export type Snapshot = Readonly<{ product: Product; ratingSum: number; ratingCount: number }>;
type SnapshotRow = ProductRow & { rating_sum: number; rating_count: number };

/** In the order of their ids, which imports and edits leave as it is. */
export const productsAfter = async (
  db: Queries,
  after: ProductId | undefined,
  limit: number,
): Promise<readonly Snapshot[]> => {
  const { rows } = await db.query<SnapshotRow>(
    named(
      "products.after",
      sql`
      select product.*, category.path as category_path
        from products.products as product
        join products.categories as category using (category_id)
       where product_id > ${after ?? nobody}::uuid
       order by product_id
       limit ${limit}
    `,
    ),
  );
  return rows.map((row) => ({
    product: fromRow(row),
    ratingSum: row.rating_sum,
    ratingCount: row.rating_count,
  }));
};

export type SoldSku = Readonly<{ sku: Sku; productId: ProductId; variantId?: VariantId }>;

/** Under which SKUs these products are sold: not always those that an import wished for. */
export const soldSkus = async (
  db: Queries,
  ids: readonly ProductId[],
): Promise<readonly SoldSku[]> => {
  const { rows } = await db.query<Omit<SoldSku, "variantId"> & { variantId: VariantId | null }>(sql`
    select sku, product_id as "productId", variant_id as "variantId"
      from products.skus
     where product_id = any(${ids}::uuid[]) and is_sold
  `);
  return rows.map(({ variantId, ...row }) => (variantId ? { ...row, variantId } : row));
};
