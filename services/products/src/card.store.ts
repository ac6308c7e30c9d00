import type { CategoryId, ProductId, ShelfLabel } from "@wares/contracts";
import { empty, named, sql, type Queries, type Sql } from "@wares/platform/database";

/** What a card needs, beside stock: one row a product, no second question. */
export type LabelRow = Readonly<{
  label: ShelfLabel;
  rating_sum: number;
  rating_count: number;
  rating_score: number;
  /** The English address of its root category. */
  family: string;
}>;

const columns = sql`
  label, rating_sum, rating_count, rating_score,
  (select root.slug ->> 'en' from products.categories as root
    where root.category_id = (label -> 'categoryPath' ->> 0)::uuid) as family`;

export type Shown = Readonly<{
  categoryId: CategoryId | undefined;
  isOnSale: boolean | undefined;
  limit: number;
}>;
/** Where a page ended: by time or by score, then by id. */
export type Place = Readonly<{ by: string; id: string }>;

const idMax = "ffffffff-ffff-ffff-ffff-ffffffffffff";

export const newestLabels = (db: Queries, shown: Shown, after: Place | undefined) => {
  const place = sql`(created_at, product_id) < (${after?.by ?? "infinity"}::timestamptz, ${after?.id ?? idMax}::uuid)`;
  return labels(db, shown, { name: "newest", place, order: sql`created_at desc, product_id desc` });
};

export const bestLabels = (db: Queries, shown: Shown, after: Place | undefined) => {
  const place = sql`(rating_score, product_id) < (${after?.by ?? "infinity"}::float8, ${after?.id ?? idMax}::uuid)`;
  return labels(db, shown, { name: "best", place, order: sql`rating_score desc, product_id desc` });
};

/** In the order of an index. Of all that is below a category, each shelf gives its beginning. */
const labels = async (
  db: Queries,
  { categoryId, isOnSale, limit }: Shown,
  { name, place, order }: Readonly<{ name: string; place: Sql; order: Sql }>,
): Promise<readonly LabelRow[]> => {
  const isWanted = sql`status = 'Active' and ${place} ${sales[`${isOnSale}`]}`;
  const shelves = categoryId
    ? sql`
      from unnest(array(select category_id from products.categories
                         where path @> array[${categoryId}::uuid])) as shelf(id)
     cross join lateral (
           select * from products.products
            where category_id = shelf.id and ${isWanted} order by ${order} limit ${limit}) as first`
    : sql`from products.products where ${isWanted}`;
  const { rows } = await db.query<LabelRow>(
    named(
      `products.${name}${categoryId ? "_in" : ""}_${isOnSale}`,
      sql`select ${columns} ${shelves} order by ${order} limit ${limit}`,
    ),
  );
  return rows;
};
const sales = { true: sql`and is_on_sale`, false: sql`and not is_on_sale`, undefined: empty };

/** The labels of these products, in this order, as far as they may be shown. */
export const labelsOf = async (
  db: Queries,
  ids: readonly ProductId[],
): Promise<readonly LabelRow[]> => {
  const { rows } = await db.query<LabelRow>(
    named(
      "products.labels_of",
      sql`
      select ${columns}
        from unnest(${ids}::uuid[]) with ordinality as wanted(product_id, nth)
        join products.products using (product_id)
       where status = 'Active'
       order by nth
    `,
    ),
  );
  return rows;
};
