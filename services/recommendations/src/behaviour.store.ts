import type { BuyerId, Product, ProductId, UserId } from "@wares/contracts";
import { named, packed, sql, type Queries } from "@wares/platform/database";
import { featuresOf } from "./content.ts";

export type Behaviour = Readonly<{
  buyerId: BuyerId;
  userId?: UserId | undefined;
  productId?: ProductId;
  type: "View" | "AddToCart" | "Purchase" | "Search" | "Click";
  at: string;
  metadata: Readonly<Record<string, unknown>>;
}>;

export const keepBehaviours = async (tx: Queries, behaviours: readonly Behaviour[]) => {
  await tx.query(
    named(
      "recommendations.keep_behaviours",
      sql`
        insert into recommendations.behaviours (buyer_id, user_id, product_id, type, at, metadata)
        select buyer_id, user_id, product_id, type, at, metadata::jsonb
          from unnest(${behaviours.map(({ buyerId }) => buyerId)}::uuid[],
                      ${behaviours.map(({ userId }) => userId)}::uuid[],
                      ${behaviours.map(({ productId }) => productId)}::uuid[],
                      ${behaviours.map(({ type }) => type)}::text[],
                      ${behaviours.map(({ at }) => at)}::timestamptz[],
                      ${packed(behaviours.map(({ metadata }) => metadata))})
            as one(buyer_id, user_id, product_id, type, at, metadata)
      `,
    ),
  );
  const viewed = behaviours.filter(({ type }) => type === "View");
  if (viewed.length > 0) await count(tx, "viewed", viewed);
};

/** Adds one to each product for every time it stands in `of`. Locked in order, so that batches queue. */
const count = (
  tx: Queries,
  what: "viewed" | "bought",
  of: readonly Readonly<{ productId?: ProductId }>[],
) => {
  const ids = of.map(({ productId }) => productId);
  const counted = sql`
    (select product_id, count(*)::int as times
       from unnest(${ids}::uuid[]) as product_id
      group by product_id order by product_id) as counted`;
  return tx.query(
    what === "viewed"
      ? sql`update recommendations.products set viewed = viewed + times
              from ${counted} where products.product_id = counted.product_id`
      : sql`update recommendations.products set bought = bought + times
              from ${counted} where products.product_id = counted.product_id`,
  );
};

export type Purchase = Readonly<{
  orderId: string;
  buyerId: BuyerId;
  productId: ProductId;
  at: string;
}>;

export const keepPurchases = async (tx: Queries, purchases: readonly Purchase[]) => {
  const { rows } = await tx.query<{ productId: ProductId }>(
    named(
      "recommendations.keep_purchases",
      sql`
        insert into recommendations.purchases (order_id, product_id, buyer_id, at)
        select * from unnest(${purchases.map(({ orderId }) => orderId)}::uuid[],
                             ${purchases.map(({ productId }) => productId)}::uuid[],
                             ${purchases.map(({ buyerId }) => buyerId)}::uuid[],
                             ${purchases.map(({ at }) => at)}::timestamptz[])
            on conflict do nothing
        returning product_id as "productId"
      `,
    ),
  );
  if (rows.length > 0) await count(tx, "bought", rows);
};

export const keepProducts = (tx: Queries, products: readonly Product[]) => {
  const rows = products.map((product) => ({
    id: product.id,
    revision: product.revision,
    active: product.status === "Active",
    category: product.categoryId,
    en: product.name.en,
    zh: product.name.zh ?? null,
    features: featuresOf(product),
    skus: [product.sku, ...product.variants.map(({ sku }) => sku)],
    created: product.createdAt,
  }));
  return tx.query(
    named(
      "recommendations.keep_products",
      sql`
        insert into recommendations.products as known
               (product_id, revision, is_active, category_id, name_en, name_zh, features, skus, created_at)
        select distinct on (id) id, revision, active, category, en, zh, features, skus, created
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as one(id uuid, revision int, active boolean, category uuid, en text, zh text,
                   features text[], skus text[], created timestamptz)
         order by id, revision desc
            on conflict (product_id) do update
           set revision = excluded.revision, is_active = excluded.is_active,
               category_id = excluded.category_id, name_en = excluded.name_en,
               name_zh = excluded.name_zh, features = excluded.features, skus = excluded.skus
         where known.revision < excluded.revision
      `,
    ),
  );
};

export const forgetBuyers = async (tx: Queries, buyerIds: readonly BuyerId[]) => {
  await tx.query(sql`
    delete from recommendations.behaviours where buyer_id = any(${buyerIds}::uuid[])
  `);
  await tx.query(sql`
    delete from recommendations.purchases where buyer_id = any(${buyerIds}::uuid[])
  `);
};
