import type { CategoryId, LocalizedText, Product } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";
import type { LabelRow } from "./card.store.ts";
import { fromRow, type ProductRow } from "./product-row.ts";

export type CategoryName = Readonly<{ id: CategoryId; slug: LocalizedText; name: LocalizedText }>;
export type Found = Omit<LabelRow, "family"> &
  Readonly<{ product: Product; updated_at: string; breadcrumbs: readonly CategoryName[] }>;
type Row = ProductRow &
  Omit<LabelRow, "family"> & { updated_at: string; breadcrumbs: CategoryName[] };

const fromViewRow = (row: Row): Found => ({ ...row, product: fromRow(row) });

const columns = sql`
  product.*, category.path as category_path,
  (select jsonb_agg(jsonb_build_object('id', category_id, 'slug', slug, 'name', name) order by level)
     from products.categories
    where category_id = any(category.path)) as breadcrumbs`;

/** By its address in either language, the reader's first, or by its id. */
export const findView = async (
  db: Queries,
  { slug, id, language }: { slug: string; id: string | undefined; language: string },
): Promise<Found | undefined> => {
  const { rows } = await db.query<Row>(
    named(
      "products.find_view",
      sql`
      select ${columns}
        from products.products as product
        join products.categories as category using (category_id)
       where product_id = coalesce(
               ${id ?? null}::uuid,
               (select product_id from products.slugs
                 where slug = ${slug}
                 order by language = ${language} desc
                 limit 1))
    `,
    ),
  );
  return rows[0] && fromViewRow(rows[0]);
};
