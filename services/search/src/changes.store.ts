import type { CategoryChanged, InventoryUpdated } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";
import type { CategoryName } from "./category-name.ts";

export const saveStock = (tx: Queries, news: readonly InventoryUpdated["data"][]) => {
  // One statement cannot touch a row twice: of each SKU the newest word counts.
  // What is set aside for a flash sale is not found in the shop: its own page tells of it.
  const newest = new Map<string, InventoryUpdated["data"]>();
  for (const one of news.filter(({ location }) => location === "main")) {
    const key = `${one.sku} ${one.location}`;
    if (one.revision >= (newest.get(key)?.revision ?? 0)) newest.set(key, one);
  }
  const rows = [...newest.values()];
  return tx.query(
    named(
      "search.save_stock",
      sql`
      insert into search.stock (sku, location, available, revision)
      select * from unnest(${rows.map(({ sku }) => sku)}::text[],
                           ${rows.map(({ location }) => location)}::text[],
                           ${rows.map(({ newAvailable }) => newAvailable)}::int[],
                           ${rows.map(({ revision }) => revision)}::int[])
          on conflict (sku, location) do update
         set available = excluded.available, revision = excluded.revision,
             changed_in = pg_current_xact_id()
       where stock.revision < excluded.revision
    `,
    ),
  );
};

export const saveCategories = (tx: Queries, news: readonly CategoryChanged["data"][]) => {
  const newest = [...new Map(news.map((one) => [one.categoryId, one])).values()];
  return tx.query(sql`
    insert into search.categories (category_id, path, slug, name)
    select "categoryId", array(select jsonb_array_elements_text(path))::uuid[], slug, name
      from jsonb_to_recordset(${JSON.stringify(newest)}::jsonb)
        as row("categoryId" uuid, path jsonb, slug jsonb, name jsonb)
        on conflict (category_id) do update
       set path = excluded.path, slug = excluded.slug, name = excluded.name,
           changed_in = pg_current_xact_id()
  `);
};

/** Whatever changed since a cursor: small things whole, documents by name. */
export type Change = Readonly<{
  settled: string;
  kind: "document" | "stock" | "category" | null;
  key: string;
  changed_in: string;
  available: number;
  category: CategoryName | null;
}>;

export const changesSince = async (db: Queries, cursor: string): Promise<readonly Change[]> => {
  const { rows } = await db.query<Change>(
    named(
      "search.changes",
      sql`
      with settled as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as below)
      select settled.below::text as settled, change.*
        from settled left join (
        select 'document' as kind, product_id::text as key, changed_in::text, 0 as available,
               null::jsonb as category
          from search.documents
         where changed_in >= ${cursor}::xid8
        union all
        select 'stock', sku, changed_in::text,
               (select sum(available)::int from search.stock as all_of where all_of.sku = stock.sku),
               null
          from search.stock
         where changed_in >= ${cursor}::xid8
        union all
        select 'category', category_id::text, changed_in::text, 0,
               jsonb_build_object('id', category_id, 'path', path, 'slug', slug, 'name', name)
          from search.categories
         where changed_in >= ${cursor}::xid8
      ) as change on true
    `,
    ),
  );
  return rows;
};
