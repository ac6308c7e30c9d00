import type { PeriodQuery, ProductId } from "@wares/contracts";
import { sql, type Queries } from "@wares/platform/database";
import type { Step } from "./rollup.store.ts";

export type SalesDay = Readonly<{
  day: string;
  orders: number;
  units: number;
  gross: number;
  refunds: number;
}>;

/** One row a day of the period, also where nothing was sold. */
export const salesByDay = async (db: Queries, { from, to, currency }: PeriodQuery) => {
  const { rows } = await db.query<SalesDay>(sql`
    select all_days.day::date as day, coalesce(orders, 0) as orders, coalesce(units, 0) as units,
           coalesce(gross, 0) as gross, coalesce(refunds, 0) as refunds
      from generate_series(${from}::timestamp, ${to}::timestamp, interval '1 day') as all_days(day)
      left join analytics.sales on sales.day = all_days.day::date and currency = ${currency}
     order by 1
  `);
  return rows;
};

const productsMax = 20;

export const topProducts = async (
  db: Queries,
  { from, to, currency }: PeriodQuery,
): Promise<{ productId: ProductId; name: string; units: number; gross: number }[]> => {
  const { rows } = await db.query<{
    productId: ProductId;
    name: string;
    units: number;
    gross: number;
  }>(sql`
    select product_id as "productId", coalesce(name_en, '') as name,
           sum(units)::bigint as units, sum(gross)::bigint as gross
      from analytics.product_sales
      left join analytics.products using (product_id)
     where day between ${from}::date and ${to}::date and currency = ${currency}
     group by 1, 2
     order by sum(gross) desc, 1
     limit ${productsMax}
  `);
  return rows;
};

export const buyersByStep = async (
  db: Queries,
  { from, to }: Pick<PeriodQuery, "from" | "to">,
): Promise<ReadonlyMap<Step, number>> => {
  const { rows } = await db.query<{ step: Step; buyers: number }>(sql`
    select step, count(distinct buyer_id) as buyers
      from analytics.reached
     where day between ${from}::date and ${to}::date
     group by step
  `);
  return new Map(rows.map(({ step, buyers }) => [step, buyers]));
};
