import type { CategoryId, LocalizedText, ProductImage } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";
import type { CategoryNode } from "./category.ts";

type Row = {
  category_id: CategoryId;
  parent_id: CategoryId | null;
  level: number;
  path: CategoryId[];
  slug: LocalizedText;
  name: LocalizedText;
  description: LocalizedText;
  sort_order: number;
};

const fromRow = (row: Row): CategoryNode => ({
  id: row.category_id,
  ...(row.parent_id && { parentId: row.parent_id }),
  level: row.level,
  path: row.path,
  slug: row.slug,
  name: row.name,
  description: row.description,
  sortOrder: row.sort_order,
});

/** A tree of categories is small: it is read whole. At most so many rows. */
const categoriesMax = 10_000;

export const allCategories = async (
  tx: Queries,
): Promise<ReadonlyMap<CategoryId, CategoryNode>> => {
  const { rows } = await tx.query<Row>(
    named(
      "products.all_categories",
      sql`
      select category_id, parent_id, level, path, slug, name, description, sort_order
        from products.categories
       order by level, sort_order, slug ->> 'en'
       limit ${categoriesMax}
    `,
    ),
  );
  return new Map(rows.map((row) => [row.category_id, fromRow(row)]));
};

/** How often each was changed: what an edit names. */
export const categoryRevisions = async (tx: Queries): Promise<ReadonlyMap<CategoryId, number>> => {
  const { rows } = await tx.query<{ category_id: CategoryId; revision: number }>(sql`
    select category_id, revision from products.categories limit ${categoriesMax}
  `);
  return new Map(rows.map(({ category_id, revision }) => [category_id, revision]));
};

/** The paths of these categories: a tree of ten thousand is not read for one of them. */
export const pathsOf = async (tx: Queries, ids: readonly CategoryId[]) => {
  const { rows } = await tx.query<{ category_id: CategoryId; path: CategoryId[]; slug: string }>(
    named(
      "products.category_paths",
      sql`
      select category_id, path, slug ->> 'en' as slug
        from products.categories
       where category_id = any(${ids}::uuid[])
         for key share
    `,
    ),
  );
  return new Map(rows.map(({ category_id, path, slug }) => [category_id, { path, slug }]));
};

/** One writer of the tree at a time: two could otherwise take one address, or each other's parent. */
export const lockTree = (tx: Queries) =>
  tx.query(sql`lock table products.categories in share row exclusive mode`);

export const saveCategories = (tx: Queries, nodes: readonly CategoryNode[]) => {
  const rows = nodes.map((node) => ({
    ...node,
    category_id: node.id,
    parent_id: node.parentId,
    sort_order: node.sortOrder,
  }));
  return tx.query(sql`
    insert into products.categories
           (category_id, parent_id, level, path, slug, name, description, sort_order)
    select category_id, parent_id, level,
           array(select jsonb_array_elements_text(path))::uuid[], slug, name, description, sort_order
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row(category_id uuid, parent_id uuid, level int, path jsonb, slug jsonb, name jsonb,
               description jsonb, sort_order int)
     order by level
        on conflict (category_id) do update
       set slug = excluded.slug, name = excluded.name, description = excluded.description,
           sort_order = excluded.sort_order, revision = categories.revision + 1
  `);
};

export type Shelf = Readonly<{
  count: number;
  picture: Pick<ProductImage, "url" | "altText"> | null;
}>;

/** What lies directly in each category: how many, and the newest one's picture. */
export const shelves = async (tx: Queries): Promise<ReadonlyMap<CategoryId, Shelf>> => {
  const { rows } = await tx.query<Shelf & { category_id: CategoryId }>(
    named(
      "products.shelves",
      sql`
      with counted as (
        select category_id, count(*)::int as count
          from products.products
         where status = 'Active'
         group by category_id
      )
      select category_id, count, newest.picture
        from counted
        left join lateral (
          select label -> 'picture' as picture
            from products.products
           where category_id = counted.category_id and status = 'Active'
           order by created_at desc, product_id desc
           limit 1
        ) as newest on true
    `,
    ),
  );
  return new Map(rows.map(({ category_id, ...shelf }) => [category_id, shelf]));
};
