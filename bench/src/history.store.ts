import type pg from "pg";
import { copyStatements, keepStatement, tables } from "./history-copies.store.ts";

// Past orders are copies of orders that this very shop took, row for row in every table that knows them, under
// ids and times of their own: so they are whatever the shop writes today, and its books stay right.

/** Keeps what the given orders left behind: what past ones are copied from. */
export const prepareHistory = async (
  db: pg.Client,
  orderIds: readonly string[],
): Promise<number> => {
  await db.query(`
    create schema bench_history;
    -- Ids that grow with time, as the shop's own do: random ones would cost more in every index.
    create function bench_history.id(at timestamptz, seed text) returns uuid language sql immutable parallel safe
      return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(seed), 1, 3)
              || '8' || substr(md5(seed), 4, 15))::uuid;
    create table bench_history.templates (
      nth int primary key, order_id uuid not null unique, payment_id uuid not null, order_number text not null,
      buyer_id uuid not null, created_at timestamptz not null);
    create unlogged table bench_history.copies (
      n bigint not null, copied_from uuid not null, old_payment_id uuid not null, old_number text not null,
      old_buyer_id uuid not null, order_id uuid not null, payment_id uuid not null, order_number text not null,
      buyer_id uuid not null, shift interval not null);
  `);
  const { rowCount } = await db.query({
    text: `
      insert into bench_history.templates
      select row_number() over (order by orders.created_at)::int - 1, orders.order_id, payment.payment_id, order_number,
             orders.buyer_id, orders.created_at
        from orders.orders join payments.payments as payment using (order_id)
       where orders.order_id = any($1::uuid[]) and orders.status = 'Paid' and payment.state = 'captured'
    `,
    values: [orderIds],
  });
  for (const table of tables) await db.query(keepStatement(table));
  return rowCount ?? 0;
};

export type Batch = Readonly<{
  /** Counted from 0 over all batches. */
  first: number;
  count: number;
  /** How many there will be at last, so that they can be spread over the years. */
  total: number;
  years: number;
}>;

/** So many past orders more, in one transaction: an end in between leaves whole orders. */
export const addHistory = async (db: pg.Client, batch: Batch): Promise<void> => {
  await db.query("begin");
  try {
    // It is made once more from nothing if this machine fails: it need not wait for the disk.
    await db.query("set local synchronous_commit = off");
    await chooseCopies(db, batch);
    for (const copy of await copyStatements(db)) await db.query(copy);
    await db.query(restock);
    for (const statement of told) await db.query(statement);
    await db.query("commit");
  } catch (error) {
    await db.query("rollback");
    throw error;
  }
};

/** A buyer comes back twice, as many do. */
const chooseCopies = async (
  db: pg.Client,
  { first, count, total, years }: Batch,
): Promise<void> => {
  await db.query("truncate bench_history.copies");
  await db.query({
    text: `
      insert into bench_history.copies
      select n, template.order_id, template.payment_id, template.order_number, template.buyer_id,
             bench_history.id(past.at, 'order' || n), bench_history.id(past.at, 'payment' || n),
             'H-' || upper(lpad(to_hex(n), 8, '0')), md5('buyer' || n / 3)::uuid, past.at - template.created_at
        from generate_series($1::bigint, $1::bigint + $2::bigint - 1) as n
        join bench_history.templates as template
          on template.nth = n % (select count(*) from bench_history.templates)
       cross join lateral (select date_trunc('milliseconds', now()
              - make_interval(days => 365 * $4::int) * (1 - n::float8 / $3::float8) - interval '1 day') as at) as past
    `,
    values: [first, count, total, years],
  });
  await db.query("analyze bench_history.copies");
};

/** What past orders took off the shelf was bought before: shelves stay as they are. */
const restock = `
  insert into inventory.movements (sku, location, reason, quantity_change, reserved_change, note, at)
  select line.sku, line.location, 'Adjustment', sum(line.quantity), 0, 'benchmark',
         min(past.created_at + copy.shift)
    from bench_history.copies as copy
    join bench_history.orders_orders as past using (copied_from)
    join bench_history.inventory_holds as hold using (copied_from)
    join inventory.hold_lines as line on line.order_id = hold.order_id
   group by line.sku, line.location`;

const past = `
  select ((source.created_at + copy.shift) at time zone 'UTC')::date as day, copy.*, source.currency
    from bench_history.copies as copy join bench_history.orders_orders as source using (copied_from)`;

/** What the readers of events would have written down. */
const told: readonly string[] = [
  `insert into analytics.reached (day, step, buyer_id)
   select distinct day, step, buyer_id
     from (${past}) as past cross join (values ('Ordered'), ('Paid')) as steps (step)
       on conflict do nothing`,
  `insert into analytics.sales (day, currency, orders, units, gross)
   select day, currency, count(distinct past.order_id), sum(item.quantity), sum(item.total_price)
     from (${past}) as past join bench_history.orders_order_items as item using (copied_from)
    group by day, currency
       on conflict (day, currency) do update
      set orders = sales.orders + excluded.orders, units = sales.units + excluded.units,
          gross = sales.gross + excluded.gross`,
  `insert into analytics.product_sales (day, currency, product_id, units, gross)
   select day, currency, item.product_id, sum(item.quantity), sum(item.total_price)
     from (${past}) as past join bench_history.orders_order_items as item using (copied_from)
    group by day, currency, item.product_id
       on conflict (day, currency, product_id) do update
      set units = product_sales.units + excluded.units, gross = product_sales.gross + excluded.gross`,
  `insert into recommendations.behaviours (buyer_id, product_id, type, at)
   select copy.buyer_id, purchase.product_id, 'Purchase', purchase.at + copy.shift
     from bench_history.copies as copy
     join bench_history.recommendations_purchases as purchase using (copied_from)`,
];

/** What autovacuum would have done on the way. Quick repetitions are worth more than the last percent. */
export const tidyUp = async (db: pg.Client): Promise<void> => {
  await db.query("vacuum (analyze)");
  await db.query("checkpoint");
};

export const databaseBytes = async (db: pg.Client): Promise<number> => {
  const { rows } = await db.query<{ bytes: number }>(
    "select pg_database_size(current_database())::float as bytes",
  );
  return rows[0]?.bytes ?? 0;
};
