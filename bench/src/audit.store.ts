import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";

export type OrderCounts = Readonly<{
  orders: number;
  orderNumbers: number;
  paid: number;
}>;

export const countOrders = async (db: pg.Client): Promise<OrderCounts> => {
  const { rows } = await db.query<OrderCounts>(`
    select count(*)::int as orders,
           count(distinct orders.order_number)::int as "orderNumbers",
           count(*) filter (where orders.status = 'Paid')::int as paid
      from orders.orders
     where orders.request_hash is not null -- imported history held nothing and was never answered 201
  `);
  return rows[0] ?? { orders: 0, orderNumbers: 0, paid: 0 };
};

/** Messages that a reader gave up on: something that should have followed did not. */
export const countParked = async (db: pg.Client): Promise<number> => {
  const { rows } = await db.query<{ parked: number }>(
    "select count(*)::int as parked from platform.parked",
  );
  return rows[0]?.parked ?? 0;
};

const idsMax = 20_000;

/** How many of these orders there are. */
export const countKnown = async (db: pg.Client, orderIds: readonly string[]): Promise<number> => {
  let known = 0;
  for (let start = 0; start < orderIds.length; start += idsMax) {
    const { rows } = await db.query<{ known: number }>({
      text: "select count(*)::int as known from orders.orders where order_id = any($1::uuid[])",
      values: [orderIds.slice(start, start + idsMax)],
    });
    known += rows[0]?.known ?? 0;
  }
  return known;
};

/**
 * Fills shelves, as the bench's own purchase: counters and ledger in one statement. `to` is what shall be there to
 * be had of each.
 */
export const stockUp = async (
  db: pg.Client,
  skus: readonly string[],
  to: number,
): Promise<number> => {
  const { rowCount } = await db.query({
    text: `
      with changed as (
        update inventory.stock
           set quantity = reserved + $2, revision = revision + 1, updated_at = now()
          from (select sku, location, quantity as before from inventory.stock
                 where location = 'main' and sku = any($1::text[]) order by sku for update) as old
         where stock.sku = old.sku and stock.location = old.location
        returning stock.sku, stock.quantity - old.before as change
      )
      insert into inventory.movements (sku, reason, quantity_change, reserved_change, note)
      select sku, 'Adjustment', change, 0, 'benchmark' from changed
    `,
    values: [skus, to],
  });
  return rowCount ?? 0;
};

/** How many of these orders are paid, and when the last of them became so (ms since 1970, by the database's clock). */
export const countPaid = async (
  db: pg.Client,
  orderIds: readonly string[],
): Promise<Readonly<{ paid: number; lastAt: number }>> => {
  let [paid, lastAt] = [0, 0];
  for (let start = 0; start < orderIds.length; start += idsMax) {
    const { rows } = await db.query<{ paid: number; lastAt: number }>({
      text: `
        select count(*)::int as paid,
               coalesce(extract(epoch from max(updated_at)) * 1000, 0)::float as "lastAt"
          from orders.orders
         where order_id = any($1::uuid[]) and status = 'Paid'
      `,
      values: [orderIds.slice(start, start + idsMax)],
    });
    paid += rows[0]?.paid ?? 0;
    lastAt = Math.max(lastAt, rows[0]?.lastAt ?? 0);
  }
  return { paid, lastAt };
};

/** Rows inserted and updated since the statistics began. Backends tell of theirs within a second. */
export const rowsWritten = async (db: pg.Client): Promise<number> => {
  await pause(1_100);
  const { rows } = await db.query<{ written: number }>(
    "select coalesce(sum(n_tup_ins + n_tup_upd), 0)::float as written from pg_stat_user_tables",
  );
  return rows[0]?.written ?? 0;
};

/** From accepted to Paid of what was ordered since, by the rows' own times. */
export const lagOfPaid = async (
  db: pg.Client,
  since: Date,
): Promise<Readonly<{ p50: number; p99: number }>> => {
  const { rows } = await db.query<{ p50: number | null; p99: number | null }>({
    text: `
      select percentile_cont(0.5) within group (order by ms) as p50,
             percentile_cont(0.99) within group (order by ms) as p99
        from (select extract(epoch from paid.at - orders.created_at) * 1000 as ms
                from orders.orders
                join orders.timeline as paid on paid.order_id = orders.order_id and paid.kind = 'Paid'
               where orders.created_at >= $1) as lag
    `,
    values: [since],
  });
  return { p50: rows[0]?.p50 ?? 0, p99: rows[0]?.p99 ?? 0 };
};

/** At once, instead of in an hour, so that another sale may have the same goods. */
export const endSale = async (db: pg.Client, { id }: Readonly<{ id: string }>): Promise<void> => {
  await db.query({
    text: "update pricing.flash_sales set ends_at = now() where flash_sale_id = $1",
    values: [id],
  });
};

/** Of a flash sale: units whose order is paid, units promised to anybody, and what is left to promise. */
export const countSold = async (
  db: pg.Client,
  { id, sku }: Readonly<{ id: string; sku: string }>,
): Promise<Readonly<{ paid: number; promised: number; left: number }>> => {
  const { rows } = await db.query<{ paid: number; promised: number; left: number }>({
    text: `
      select (select coalesce(sum(item.quantity), 0)::int
                from orders.order_items as item
                join orders.orders using (order_id)
               where item.flash_sale_id = $1 and orders.status = 'Paid') as paid,
             (select coalesce(sum(line.quantity), 0)::int
                from inventory.hold_lines as line
                join inventory.holds using (order_id)
               where line.location = 'sale:' || $1 and holds.state in ('held', 'claimed')) as promised,
             (select coalesce(sum(quantity - reserved), 0)::int
                from inventory.stock where location = 'sale:' || $1 and sku = $2) as "left"
    `,
    values: [id, sku],
  });
  return rows[0] ?? { paid: 0, promised: 0, left: 0 };
};
