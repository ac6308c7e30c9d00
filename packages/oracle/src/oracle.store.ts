import type { Queries } from "@wares/platform/database";
import { legalSteps, stepsToldOnce } from "./order-steps.store.ts";

// What must be true of every shop's books, each as a query for whatever breaks it: of any service's
// tables, as the database's owner. `wares doctor` asks on any shop, the bench after its loads, and the
// tests after theirs.

export type Oracle = Readonly<{
  name: string;
  /** Always: within any snapshot. Settled: of what nothing has happened to for a while. */
  when: "always" | "settled";
  /** Answers `what`: a line for each breach. `$1`: seconds after which an order counts as settled. */
  text: string;
}>;

// Imported history held no stock and took no money here: it has no request.
export const oracles: readonly Oracle[] = [
  {
    name: "nothing is promised that is not there",
    when: "always",
    text: `
      select sku || ' at ' || location || ': ' || quantity || ' on hand, ' || reserved || ' reserved' as what
        from inventory.stock
       where reserved > quantity or reserved < 0 or quantity < 0`,
  },
  {
    name: "stock is what its movements add up to",
    when: "always",
    text: `
      select coalesce(stock.sku, ledger.sku) || ' at ' || coalesce(stock.location, ledger.location)
             || ': ' || coalesce(stock.quantity, 0) || ' and ' || coalesce(stock.reserved, 0)
             || ', the movements say ' || coalesce(ledger.quantity, 0)
             || ' and ' || coalesce(ledger.reserved, 0) as what
        from inventory.stock
        full join (select sku, location, sum(quantity_change) as quantity, sum(reserved_change) as reserved
                     from inventory.movements group by sku, location) as ledger
          on ledger.sku = stock.sku and ledger.location = stock.location
       where coalesce(stock.quantity, 0) <> coalesce(ledger.quantity, 0)
          or coalesce(stock.reserved, 0) <> coalesce(ledger.reserved, 0)`,
  },
  {
    name: "what is reserved is what live holds hold",
    when: "always",
    text: `
      select coalesce(stock.sku, held.sku) || ' at ' || coalesce(stock.location, held.location)
             || ': ' || coalesce(stock.reserved, 0) || ' reserved, ' || coalesce(held.quantity, 0)
             || ' held' as what
        from inventory.stock
        full join (select line.sku, line.location, sum(line.quantity) as quantity
                     from inventory.hold_lines as line
                     join inventory.holds using (order_id)
                    where holds.state = 'held'
                    group by line.sku, line.location) as held
          on held.sku = stock.sku and held.location = stock.location
       where coalesce(stock.reserved, 0) <> coalesce(held.quantity, 0)`,
  },
  {
    name: "what left the shelf was claimed, and not brought back",
    when: "always",
    text: `
      select coalesce(gone.sku, claimed.sku) || ': ' || coalesce(gone.quantity, 0) || ' left, '
             || coalesce(claimed.quantity, 0) || ' claimed' as what
        from (select sku, -sum(quantity_change) as quantity
                from inventory.movements where order_id is not null group by sku) as gone
        full join (select line.sku, sum(line.quantity - line.returned) as quantity
                     from inventory.hold_lines as line
                     join inventory.holds using (order_id)
                    where holds.state = 'claimed' group by line.sku) as claimed
          on claimed.sku = gone.sku
       where coalesce(gone.quantity, 0) <> coalesce(claimed.quantity, 0)`,
  },
  {
    name: "every order has its hold, its items and its event",
    when: "always",
    text: `
      select orders.order_number || ' lacks ' ||
             concat_ws(', ', case when holds.order_id is null then 'its hold' end,
                             case when items.subtotal is distinct from orders.subtotal then 'items of its sum' end,
                             case when said.subject is null then 'its event' end) as what
        from orders.orders
        left join inventory.holds using (order_id)
        left join (select order_id, sum(total_price) as subtotal
                     from orders.order_items group by order_id) as items using (order_id)
        left join platform.outbox as said
          on said.subject = orders.order_id::text and said.type = 'orders.order_created'
       where orders.request_hash is not null
         and (holds.order_id is null or said.subject is null
              or items.subtotal is distinct from orders.subtotal)`,
  },
  {
    name: "no item and no entry is without its order",
    when: "always",
    text: `
      select 'item of ' || order_id as what from orders.order_items
       where not exists (select from orders.orders where orders.order_id = order_items.order_id)
      union all
      select 'entry of ' || order_id from orders.timeline
       where not exists (select from orders.orders where orders.order_id = timeline.order_id)`,
  },
  {
    name: "no more was refunded than came in",
    when: "always",
    text: `
      select 'payment ' || payment_id || ': ' || captured_amount || ' taken, ' || given.amount || ' given back' as what
        from payments.payments
        join (select payment_id, sum(amount) as amount
                from payments.refunds where state <> 'failed' group by payment_id) as given using (payment_id)
       where given.amount > captured_amount
      union all
      select orders.order_number || ': ' || orders.refunded_total || ' refunded, its refunds say ' || given.amount
        from orders.orders
        join (select order_id, coalesce(sum(amount) filter (where status = 'Succeeded'), 0) as amount
                from orders.refunds group by order_id) as given using (order_id)
       where given.amount <> orders.refunded_total`,
  },
  {
    name: "a coupon was used as often as it counts",
    when: "always",
    text: `
      select coupons.code || ': counts ' || coupons.uses || ', used ' || coalesce(used.count, 0) as what
        from pricing.coupons
        left join (select code, count(*) as count from pricing.redemptions
                    where state in ('reserved', 'confirmed') group by code) as used using (code)
       where coupons.uses <> coalesce(used.count, 0)`,
  },
  {
    // One that pricing hears of half an hour late keeps its price all the same: that is told here too.
    name: "no coupon is used beyond its limits",
    when: "always",
    text: `
      select code || ': ' || uses || ' of ' || uses_max || ' uses' as what
        from pricing.coupons where uses > uses_max
      union all
      select code || ': a buyer has ' || own.count || ' of ' || uses_per_buyer_max || ' uses'
        from pricing.coupons
        join (select code, buyer_id, count(*) as count from pricing.redemptions
               where state in ('reserved', 'confirmed') group by code, buyer_id) as own using (code)
       where own.count > uses_per_buyer_max`,
  },
  {
    name: "what a bank is asked for is the order's total",
    when: "always",
    text: `
      select orders.order_number || ' costs ' || orders.total || ' ' || orders.currency || ', payment '
             || payments.payment_id || ' asks ' || payments.amount || ' ' || payments.currency as what
        from payments.payments
        join orders.orders using (order_id)
       where payments.amount <> orders.total or payments.currency <> orders.currency`,
  },
  stepsToldOnce,
  legalSteps,
  {
    name: "a customer's portion of a flash sale is what their orders take",
    when: "always",
    text: `
      select 'sale ' || coalesce(one.flash_sale_id, parts.flash_sale_id) || ': a customer counts '
             || coalesce(one.taken, 0) || ', orders take ' || coalesce(parts.units, 0) as what
        from pricing.flash_sale_customers as one
        full join (select flash_sale_id, customer, sum(units) as units
                     from pricing.flash_sale_parts, unnest(customers) as customer
                    where is_counted and state in ('reserved', 'confirmed', 'paid')
                    group by flash_sale_id, customer) as parts
          on parts.flash_sale_id = one.flash_sale_id and parts.customer = one.customer
       where coalesce(one.taken, 0) <> coalesce(parts.units, 0)`,
  },
  {
    name: "what is paid for was claimed, and paid for once",
    when: "settled",
    text: `
      select orders.order_number || ': its stock is ' || coalesce(holds.state, 'not held') || ', '
             || coalesce(money.taken, 0) || ' of ' || orders.total || ' was taken' as what
        from orders.orders
        left join inventory.holds using (order_id)
        left join (select order_id, sum(captured_amount) as taken
                     from payments.payments group by order_id) as money using (order_id)
       where orders.request_hash is not null
         and orders.status in ('Paid', 'Processing', 'Shipped', 'Delivered')
         and orders.updated_at < now() - $1 * interval '1 second'
         and (holds.state is distinct from 'claimed' or money.taken is distinct from orders.total)`,
  },
  {
    name: "a cancelled order keeps neither stock nor money",
    when: "settled",
    text: `
      select orders.order_number || ': its stock is ' || coalesce(holds.state, 'not held') || ', '
             || coalesce(money.kept, 0) || ' is kept' as what
        from orders.orders
        left join inventory.holds using (order_id)
        left join (select payments.order_id,
                          sum(captured_amount) - coalesce(sum(back.amount), 0) as kept
                     from payments.payments
                     left join (select payment_id, sum(amount) as amount
                                  from payments.refunds where state <> 'failed'
                                 group by payment_id) as back using (payment_id)
                    group by payments.order_id) as money using (order_id)
       where orders.request_hash is not null and orders.status = 'Cancelled'
         and orders.updated_at < now() - $1 * interval '1 second'
         and (holds.state in ('held', 'claimed') or coalesce(money.kept, 0) <> 0)`,
  },
  {
    name: "an order that waits for money has an alarm",
    when: "settled",
    text: `
      select orders.order_number || ' waits, and nobody will wake it' as what
        from orders.orders
        left join platform.sagas
          on sagas.saga = 'orders.checkout' and sagas.subject = orders.order_id::text
       where orders.request_hash is not null and orders.status in ('Pending', 'Confirmed', 'PaymentFailed')
         and orders.updated_at < now() - $1 * interval '1 second'
         and sagas.wake_at is null`,
  },
  {
    name: "a checkout that is over agrees with its order",
    when: "settled",
    text: `
      select orders.order_number || ' is ' || orders.status || ', its checkout ' || (sagas.state ->> 'end') as what
        from orders.orders
        join platform.sagas
          on sagas.saga = 'orders.checkout' and sagas.subject = orders.order_id::text
       where greatest(orders.updated_at, sagas.updated_at) < now() - $1 * interval '1 second'
         and (sagas.state ->> 'end' = 'cancelled' and orders.status <> 'Cancelled'
              or sagas.state ->> 'end' = 'paid' and orders.status in ('Pending', 'Confirmed', 'PaymentFailed'))`,
  },
  {
    name: "a coupon's use follows its order",
    when: "settled",
    text: `
      select 'order ' || order_id || ' is ' || coalesce(orders.status, 'not there') || ', its use of '
             || code || ' ' || state as what
        from pricing.redemptions
        left join orders.orders using (order_id)
       where coalesce(orders.updated_at, redemptions.expires_at) < now() - $1 * interval '1 second'
         and (orders.status = 'Cancelled' and state in ('reserved', 'confirmed')
              or orders.status <> 'Cancelled' and state <> 'confirmed'
              or orders.order_id is null and state = 'confirmed')`,
  },
  {
    name: "no hold outlives its time",
    when: "settled",
    text: `
      select 'order ' || order_id || ' still holds stock, until ' || expires_at as what
        from inventory.holds
       where state = 'held' and expires_at < now() - $1 * interval '1 second'`,
  },
];

export type Breach = Readonly<{ oracle: string; count: number; examples: readonly string[] }>;

const examplesMax = 5;
/** Counting further says nothing more. */
const breachesMax = 1_000;

export type Asking = Readonly<{
  /** Seconds without a change after which an order counts as settled; 0 where all is known to be quiet. */
  settledAfter: number;
  /** For each oracle: books are read whole. Those of 200,000 paid orders took 11 s together, the longest 4. */
  secondsMax?: number;
}>;

/** PostgreSQL's code for a statement that ran out of time. */
const canceled = "57014";

/** Asks them all within one snapshot, so that a running shop is not caught between two of them. */
export const askOracles = async (
  db: Queries,
  { settledAfter, secondsMax = 300 }: Asking,
): Promise<readonly Breach[]> => {
  await db.query("begin transaction isolation level repeatable read read only");
  try {
    await db.query(`set local statement_timeout = ${Math.ceil(secondsMax * 1_000)}`);
    const breaches: Breach[] = [];
    for (const { name, when, text } of oracles) {
      const values = when === "settled" ? [settledAfter] : [];
      const asked = `select what from (${text}) as breach limit ${breachesMax}`;
      const { rows } = await db.query<{ what: string }>(asked, values).catch((error: unknown) => {
        const isTooLate = error instanceof Error && "code" in error && error.code === canceled;
        throw isTooLate
          ? new Error(`Whether ${name} was not known after ${secondsMax} s.`, { cause: error })
          : error;
      });
      const examples = rows.slice(0, examplesMax).map(({ what }) => what);
      if (rows.length > 0) breaches.push({ oracle: name, count: rows.length, examples });
    }
    return breaches;
  } finally {
    await db.query("rollback");
  }
};
