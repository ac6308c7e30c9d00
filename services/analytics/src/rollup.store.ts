import type { BuyerId, Product } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";

export type Step = "Viewed" | "AddedToCart" | "Ordered" | "Paid";

/** Added up before it is written: a rush says the same few things thousands of times. */
export const countEvents = (
  tx: Queries,
  events: readonly Readonly<{ type: string; time: string }>[],
) => {
  const counts = new Map<string, number>();
  for (const { type, time } of events) {
    const key = `${time.slice(0, 10)} ${type}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const keys = [...counts.keys()].toSorted().map((key) => key.split(" "));
  const insert = sql`
    insert into analytics.event_counts as known (day, type, count)
    select * from unnest(${keys.map(([day]) => day)}::date[],
                         ${keys.map(([, type]) => type)}::text[],
                         ${keys.map((key) => counts.get(key.join(" ")))}::bigint[])
        on conflict (day, type) do update set count = known.count + excluded.count
  `;
  return tx.query(named("analytics.count_events", insert));
};

export type Sale = Readonly<{
  time: string;
  currency: string;
  gross: number;
  units: number;
  orders: number;
  refunds: number;
}>;
export const addSales = (tx: Queries, sales: readonly Sale[]) =>
  tx.query(
    named(
      "analytics.add_sales",
      sql`
        insert into analytics.sales as known (day, currency, orders, units, gross, refunds)
        select (time at time zone 'UTC')::date, currency, sum(orders), sum(units), sum(gross), sum(refunds)
          from jsonb_to_recordset(${JSON.stringify(sales)}::jsonb)
            as sale(time timestamptz, currency text, orders int, units int, gross bigint, refunds bigint)
         group by 1, 2
            on conflict (day, currency) do update
           set orders = known.orders + excluded.orders, units = known.units + excluded.units,
               gross = known.gross + excluded.gross, refunds = known.refunds + excluded.refunds
      `,
    ),
  );

export type ProductSale = Readonly<{
  time: string;
  currency: string;
  productId: string;
  units: number;
  gross: number;
}>;
export const addProductSales = (tx: Queries, sales: readonly ProductSale[]) =>
  tx.query(
    named(
      "analytics.add_product_sales",
      sql`
        insert into analytics.product_sales as known (day, currency, product_id, units, gross)
        select (time at time zone 'UTC')::date, currency, "productId", sum(units), sum(gross)
          from jsonb_to_recordset(${JSON.stringify(sales)}::jsonb)
            as sale(time timestamptz, currency text, "productId" uuid, units int, gross bigint)
         group by 1, 2, 3
            on conflict (day, currency, product_id) do update
           set units = known.units + excluded.units, gross = known.gross + excluded.gross
      `,
    ),
  );

export const addReached = (
  tx: Queries,
  reached: readonly Readonly<{ time: string; step: Step; buyerId: BuyerId }>[],
) =>
  tx.query(
    named(
      "analytics.add_reached",
      sql`
        insert into analytics.reached (day, step, buyer_id)
        select distinct (time at time zone 'UTC')::date, step, "buyerId"
          from jsonb_to_recordset(${JSON.stringify(reached)}::jsonb)
            as one(time timestamptz, step text, "buyerId" uuid)
            on conflict do nothing
      `,
    ),
  );

export const forgetBuyers = (tx: Queries, buyerIds: readonly BuyerId[]) =>
  tx.query(sql`delete from analytics.reached where buyer_id = any(${buyerIds}::uuid[])`);

export const keepProducts = (tx: Queries, products: readonly Product[]) =>
  tx.query(
    named(
      "analytics.keep_products",
      sql`
        insert into analytics.products as known (product_id, name_en, name_zh, revision)
        select distinct on (id) id, name->>'en', name->>'zh', revision
          from jsonb_to_recordset(${JSON.stringify(products.map(({ id, name, revision }) => ({ id, name, revision })))}::jsonb)
            as product(id uuid, name jsonb, revision int)
         order by id, revision desc
            on conflict (product_id) do update
           set name_en = excluded.name_en, name_zh = excluded.name_zh, revision = excluded.revision
         where known.revision < excluded.revision
      `,
    ),
  );

/** Of these, the products that there are. */
export const knownProducts = async (db: Queries, ids: readonly string[]) => {
  const { rows } = await db.query<{ product_id: string }>(sql`
    select product_id from analytics.products where product_id = any(${ids}::uuid[])
  `);
  return new Set(rows.map(({ product_id }) => product_id));
};
