import type { Product, ProductId, Sku } from "@wares/contracts";
import { StaleWrite } from "@wares/platform";
import { named, sql, unlessTaken, type Queries } from "@wares/platform/database";
import { fromRow, skuRows, slugRows, toRow, type ProductRow } from "./product-row.ts";

export type Known = Readonly<{ product: Product; fingerprint: string | undefined }>;

/** Locks the products it finds, in the order of their ids, so that two batches queue instead of deadlocking. */
export const lockProducts = async (
  tx: Queries,
  ids: readonly ProductId[],
): Promise<ReadonlyMap<ProductId, Known>> => {
  const { rows } = await tx.query<ProductRow & { fingerprint: string | null }>(
    named(
      "products.lock",
      sql`
      select product.*, category.path as category_path
        from products.products as product
        join products.categories as category using (category_id)
       where product_id = any(${ids}::uuid[])
       order by product_id
         for update of product
    `,
    ),
  );
  return new Map(
    rows.map((row) => [
      row.product_id,
      { product: fromRow(row), fingerprint: row.fingerprint ?? undefined },
    ]),
  );
};

/** What an import last said of these products: enough to leave alone what has not changed. */
export const fingerprintsOf = async (
  tx: Queries,
  ids: readonly ProductId[],
): Promise<ReadonlyMap<ProductId, string | null>> => {
  const { rows } = await tx.query<{ product_id: ProductId; fingerprint: string | null }>(sql`
    select product_id, fingerprint
      from products.products
     where product_id = any(${ids}::uuid[])
  `);
  return new Map(rows.map(({ product_id, fingerprint }) => [product_id, fingerprint]));
};

type Written = Readonly<{ product: Product; fingerprint?: string | undefined }>;

/** Five statements for any number of products. Whoever loses a race for an SKU or an address tries again. */
export const saveProducts = async (tx: Queries, written: readonly Written[]): Promise<void> => {
  if (written.length === 0) return;
  const products = written.map(({ product }) => product);
  const ids = products.map(({ id }) => id);
  const rows = written.map(({ product, fingerprint }) => toRow(product, fingerprint));
  const { rowCount } = await tx.query(named("products.save", upsert(rows)));
  if (rowCount !== rows.length) throw new StaleWrite("a product moved past the revision we read");
  const forgetSlugs = sql`delete from products.slugs where product_id = any(${ids}::uuid[])`;
  const forgetSkus = sql`delete from products.skus where product_id = any(${ids}::uuid[])`;
  await tx.query(named("products.forget_slugs", forgetSlugs));
  await tx.query(named("products.forget_skus", forgetSkus));
  const taken = "another product took the SKU or the address";
  await unlessTaken(tx.query(named("products.save_slugs", insertSlugs(products))), taken);
  await unlessTaken(tx.query(named("products.save_skus", insertSkus(products))), taken);
};

const upsert = (rows: readonly ReturnType<typeof toRow>[]) => sql`
  insert into products.products
         (product_id, revision, status, category_id, sku, brand, slug, name, description, attributes,
          prices, sale_prices, variants, images, label, is_on_sale, fingerprint, staff_text, created_at)
  select product_id, revision, status, category_id, sku, brand, slug, name, description, attributes,
         prices, sale_prices, variants, images, label, is_on_sale, fingerprint, staff_text, created_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row(product_id uuid, revision int, status text, category_id uuid, sku text, brand text,
             slug jsonb, name jsonb, description jsonb, attributes jsonb, prices jsonb,
             sale_prices jsonb, variants jsonb, images jsonb, label jsonb, is_on_sale boolean,
             fingerprint text, staff_text text, created_at timestamptz)
      on conflict (product_id) do update
     set (revision, status, category_id, sku, brand, slug, name, description, attributes, prices,
          sale_prices, variants, images, label, is_on_sale, fingerprint, staff_text, updated_at)
       = (excluded.revision, excluded.status, excluded.category_id, excluded.sku, excluded.brand,
          excluded.slug, excluded.name, excluded.description, excluded.attributes, excluded.prices,
          excluded.sale_prices, excluded.variants, excluded.images, excluded.label,
          excluded.is_on_sale, coalesce(excluded.fingerprint, products.fingerprint), excluded.staff_text, now())
   where products.revision = excluded.revision - 1
`;

const insertSlugs = (products: readonly Product[]) => sql`
  insert into products.slugs (product_id, language, slug)
  select product_id, language, slug
    from jsonb_to_recordset(${JSON.stringify(products.flatMap(slugRows))}::jsonb)
      as row(product_id uuid, language text, slug text)
`;

const insertSkus = (products: readonly Product[]) => sql`
  insert into products.skus
         (sku, product_id, variant_id, is_sold, attributes, prices, sale_prices, image_url)
  select sku, product_id, variant_id, is_sold, attributes, prices, sale_prices, image_url
    from jsonb_to_recordset(${JSON.stringify(products.flatMap(skuRows))}::jsonb)
      as row(sku text, product_id uuid, variant_id uuid, is_sold boolean, attributes jsonb,
             prices jsonb, sale_prices jsonb, image_url text)
`;

/** Those who make up names for new products take turns, so that none makes up another's. */
export const lockNaming = (tx: Queries) =>
  tx.query(sql`select pg_advisory_xact_lock(hashtext('products.naming'))`);

/** Which of these SKUs, and of those that begin with a stem, belong to whom. */
export const ownersOf = async (
  tx: Queries,
  skus: readonly string[],
  stem?: string,
): Promise<ReadonlyMap<string, ProductId>> => {
  const { rows } = await tx.query<{ sku: Sku; product_id: ProductId }>(sql`
    select sku, product_id
      from products.skus
     where sku = any(${skus}::text[])
        or (sku >= ${stem ?? null} and sku < ${stem ?? null} || '~')
  `);
  return new Map(rows.map(({ sku, product_id }) => [sku, product_id]));
};

/** `language/slug` → whose address it is. */
export const addressesOf = async (
  tx: Queries,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, ProductId>> => {
  const { rows } = await tx.query<{ slug: string; language: string; product_id: ProductId }>(sql`
    select slug, language, product_id
      from products.slugs
     where slug = any(${slugs}::text[])
  `);
  return new Map(rows.map(({ slug, language, product_id }) => [`${language}/${slug}`, product_id]));
};
