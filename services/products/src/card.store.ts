import type { CategoryId, ProductId, ShelfLabel } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";

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

export const newestLabels = async (
  db: Queries,
  { categoryId, isOnSale, limit }: Shown,
  after: Place | undefined,
): Promise<readonly LabelRow[]> => {
  const at = sql`(${after?.by ?? "infinity"}::timestamptz, ${after?.id ?? idMax}::uuid)`;
  const page = sql`
     where status = 'Active' and (created_at, product_id) < ${at}
       and (${isOnSale ?? null}::boolean is null or is_on_sale = ${isOnSale ?? null})
  `;
  const order = sql`order by created_at desc, product_id desc limit ${limit}`;
  const { rows } = await db.query<LabelRow>(
    categoryId
      ? named(
          "products.newest_in",
          sql`
          select ${columns} from products.products ${page}
             and category_id = any(${below(categoryId)}) ${order}`,
        )
      : isOnSale
        ? named(
            "products.newest_on_sale",
            sql`
          select ${columns} from products.products ${page} and is_on_sale ${order}`,
          )
        : named("products.newest", sql`select ${columns} from products.products ${page} ${order}`),
  );
  return rows;
};

export const bestLabels = async (
  db: Queries,
  { categoryId, isOnSale, limit }: Shown,
  after: Place | undefined,
): Promise<readonly LabelRow[]> => {
  const at = sql`(${after?.by ?? "infinity"}::float8, ${after?.id ?? idMax}::uuid)`;
  const page = sql`
      from products.products
     where status = 'Active' and (rating_score, product_id) < ${at}
       and (${isOnSale ?? null}::boolean is null or is_on_sale = ${isOnSale ?? null})
  `;
  const order = sql`order by rating_score desc, product_id desc limit ${limit}`;
  const { rows } = await db.query<LabelRow>(
    categoryId
      ? named(
          "products.best_in",
          sql`
          select ${columns} ${page} and category_id = any(${below(categoryId)}) ${order}`,
        )
      : named("products.best", sql`select ${columns} ${page} ${order}`),
  );
  return rows;
};

const idMax = "ffffffff-ffff-ffff-ffff-ffffffffffff";
const below = (id: CategoryId) =>
  sql`array(select category_id from products.categories where path @> array[${id}::uuid])`;

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
