import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { askOracles, oracles } from "./oracle.store.ts";

// A shop with one order of each kind, right in all its books. Each fault is one statement, and is caught
// by the oracle it is named after, and by no other.

const id = (nth: number) => `00000000-0000-7000-8000-00000000000${nth}`;
const [paid, cancelled, waiting] = [id(1), id(2), id(3)];

/** What each is told to have been, a moment after the other, and the revision that follows from it. */
const steps: Readonly<Record<string, readonly string[]>> = {
  Paid: ["Created", "Confirmed", "Paid"],
  // A second card was tried, and failed as well.
  Cancelled: ["Created", "Confirmed", "PaymentFailed", "Confirmed", "PaymentFailed", "Cancelled"],
  Pending: ["Created"],
};
const order = (orderId: string, status: string) => `
  insert into orders.orders (order_id, order_number, buyer_id, request_hash, email, language, name, status, currency,
    subtotal, discount, shipping, tax, total, billing_address, shipping_address, shipping_method, pay_before, revision)
  values ('${orderId}', 'W-${orderId.slice(-4)}', '${id(9)}', 'h', 'a@example.com', 'en', 'A B', '${status}', 'USD',
    20, 0, 0, 0, 20, '{}', '{}', '{}', now(), ${steps[status]?.length});
  insert into orders.order_items (order_id, id, product_id, sku, name, quantity, unit_price, total_price, attributes)
  values ('${orderId}', 1, '${id(8)}', 'CUP', 'Cup', 2, 10, 20, '{}');
  insert into orders.timeline (order_id, kind, by, at)
  select '${orderId}', kind, 'Shop', now() + nth * interval '1 second'
    from unnest('{${steps[status]?.join()}}'::text[]) with ordinality as step(kind, nth) order by nth;
  insert into platform.outbox (event_id, type, version, subject, data)
  values (gen_random_uuid(), 'orders.order_created', 1, '${orderId}', '{}');`;
const hold = (orderId: string, state: string) => `
  insert into inventory.holds (order_id, state, expires_at, slots, quantities)
  values ('${orderId}', '${state}', now() + interval '1 hour', '{main CUP}', '{2}');`;

const world = `
  insert into inventory.stock (sku, quantity, reserved) values ('CUP', 8, 2);
  insert into inventory.movements (sku, reason, quantity_change, reserved_change, order_id) values
    ('CUP', 'Purchase', 10, 0, null),
    ('CUP', 'Reserved', 0, 2, '${paid}'), ('CUP', 'Claimed', -2, -2, '${paid}'),
    ('CUP', 'Reserved', 0, 2, '${cancelled}'), ('CUP', 'Released', 0, -2, '${cancelled}'),
    ('CUP', 'Reserved', 0, 2, '${waiting}');
  ${order(paid, "Paid")} ${hold(paid, "claimed")}
  ${order(cancelled, "Cancelled")} ${hold(cancelled, "released")}
  ${order(waiting, "Pending")} ${hold(waiting, "held")}
  insert into orders.timeline (order_id, kind, by)
  values ('${paid}', 'Note', 'Staff'), ('${paid}', 'PaymentDisputed', 'Shop');
  insert into payments.payments (payment_id, order_id, buyer_id, amount, currency, method, state, captured_amount)
  values ('${id(4)}', '${paid}', '${id(9)}', 20, 'USD', 'CreditCard', 'captured', 20),
         ('${id(5)}', '${cancelled}', '${id(9)}', 20, 'USD', 'CreditCard', 'captured', 20);
  insert into payments.refunds (refund_id, payment_id, order_id, amount, state)
  values ('${id(6)}', '${id(5)}', '${cancelled}', 20, 'succeeded');
  insert into platform.sagas (saga, subject, state, revision, wake_at)
  values ('orders.checkout', '${waiting}', '{}', 1, now() + interval '1 minute');
  insert into pricing.coupons (code, percent_off, minimum_subtotal, uses, starts_at) values ('SAVE', 10, 0, 1, now());
  insert into pricing.redemptions (order_id, code, buyer_id, discount, currency, state, expires_at)
  values ('${paid}', 'SAVE', '${id(9)}', 0, 'USD', 'confirmed', now());
  insert into pricing.flash_sale_parts (order_id, flash_sale_id, buyer_id, customers, units, state, expires_at)
  values ('${paid}', '${id(7)}', '${id(9)}', '{a,b}', 2, 'paid', now());
  insert into pricing.flash_sale_customers (flash_sale_id, customer, taken, taken_max)
  values ('${id(7)}', 'a', 2, 2), ('${id(7)}', 'b', 2, 2);`;

const faults: Readonly<Record<string, readonly string[]>> = {
  "nothing is promised that is not there": [
    `alter table inventory.stock drop constraint stock_check;
     update inventory.stock set quantity = 1;
     insert into inventory.movements (sku, reason, quantity_change, reserved_change) values ('CUP', 'Damage', -7, 0)`,
  ],
  "stock is what its movements add up to": ["update inventory.stock set quantity = quantity + 1"],
  "what is reserved is what live holds hold": [
    `update inventory.holds set state = 'expired' where order_id = '${waiting}'`,
  ],
  "what left the shelf was claimed, and not brought back": [
    `update inventory.holds set returned = '{1}' where order_id = '${paid}'`,
  ],
  "every order has its hold, its items and its event": [
    `delete from platform.outbox where subject = '${waiting}'`,
    `update orders.order_items set quantity = 1, total_price = 10 where order_id = '${waiting}'`,
  ],
  "no item and no entry is without its order": [
    `insert into orders.timeline (order_id, kind, by) values ('${id(9)}', 'Created', 'Shop')`,
  ],
  "no more was refunded than came in": [
    `insert into payments.refunds (refund_id, payment_id, order_id, amount, state)
     values (gen_random_uuid(), '${id(4)}', '${paid}', 21, 'pending')`,
    `update orders.orders set refunded_total = 5 where order_id = '${paid}';
     insert into orders.refunds (refund_id, order_id, amount, reason, status, restock)
     values (gen_random_uuid(), '${paid}', 6, 'r', 'Succeeded', '[]')`,
  ],
  "a coupon was used as often as it counts": ["update pricing.coupons set uses = 2"],
  "no coupon is used beyond its limits": [
    `update pricing.coupons set uses_max = 1, uses = 2;
     insert into pricing.redemptions (order_id, code, buyer_id, discount, currency, state, expires_at)
     values ('${waiting}', 'SAVE', '${id(9)}', 0, 'USD', 'confirmed', now())`,
    `update pricing.coupons set uses_per_buyer_max = 1, uses = 2;
     insert into pricing.redemptions (order_id, code, buyer_id, discount, currency, state, expires_at)
     values ('${waiting}', 'SAVE', '${id(9)}', 0, 'USD', 'confirmed', now())`,
  ],
  "what a bank is asked for is the order's total": [
    `insert into payments.payments (payment_id, order_id, buyer_id, amount, currency, method, state)
     values (gen_random_uuid(), '${waiting}', '${id(9)}', 19, 'USD', 'CreditCard', 'failed')`,
  ],
  "an order's steps are told once each": [
    `insert into orders.timeline (order_id, kind, by)
     values ('${paid}', 'Paid', 'Shop'), ('${paid}', 'Paid', 'Shop');
     update orders.orders set revision = revision + 2 where order_id = '${paid}'`,
    `insert into orders.timeline (order_id, kind, by)
     values ('${waiting}', 'Confirmed', 'Shop'), ('${waiting}', 'Confirmed', 'Shop');
     update orders.orders set status = 'Confirmed', revision = 3 where order_id = '${waiting}'`,
  ],
  "an order took legal steps only, each a revision": [
    // Delivered without having left, and cancelled when it had left.
    `update orders.orders set status = 'Delivered', revision = 4 where order_id = '${paid}';
     insert into orders.timeline (order_id, kind, by) values ('${paid}', 'Delivered', 'Staff')`,
    `update orders.timeline set kind = 'Shipped'
      where position = (select max(position) from orders.timeline
                         where order_id = '${cancelled}' and kind = 'PaymentFailed')`,
    // A status that nobody told, a full refund without its entry, a step that was left out.
    `update orders.orders set status = 'Confirmed' where order_id = '${waiting}'`,
    `update orders.orders set status = 'Refunded' where order_id = '${paid}'`,
    `delete from orders.timeline where order_id = '${paid}' and kind = 'Confirmed';
     update orders.orders set revision = 2 where order_id = '${paid}'`,
    // One change counted twice, and two counted once.
    `update orders.orders set revision = revision + 1 where order_id = '${waiting}'`,
    `update orders.orders set revision = revision - 1 where order_id = '${paid}'`,
  ],
  "a customer's portion of a flash sale is what their orders take": [
    "update pricing.flash_sale_customers set taken = 1 where customer = 'b'",
  ],
  "what is paid for was claimed, and paid for once": [
    `update payments.payments set captured_amount = 10 where order_id = '${paid}'`,
    `insert into payments.payments (payment_id, order_id, buyer_id, amount, currency, method, state, captured_amount)
     values (gen_random_uuid(), '${paid}', '${id(9)}', 20, 'USD', 'CreditCard', 'voided', 20)`,
  ],
  "a cancelled order keeps neither stock nor money": [
    `update payments.refunds set state = 'failed' where order_id = '${cancelled}'`,
  ],
  "an order that waits for money has an alarm": ["update platform.sagas set wake_at = null"],
  "a checkout that is over agrees with its order": [
    `update platform.sagas set state = '{"end": "cancelled"}'`,
    `update platform.sagas set state = '{"end": "paid"}'`,
  ],
  "a coupon's use follows its order": [
    "update pricing.redemptions set state = 'reserved'",
    `update pricing.redemptions set order_id = '${cancelled}'`,
    "update pricing.redemptions set order_id = gen_random_uuid(), expires_at = now()",
  ],
  "no hold outlives its time": [
    `update inventory.holds set expires_at = now() where state = 'held'`,
  ],
};

test("every oracle has its fault", () => {
  expect(Object.keys(faults)).toEqual(oracles.map(({ name }) => name));
});

test("right books are right, and each fault is caught by its oracle alone", async () => {
  await using db = await testDatabase();
  await db.query(world);
  const ask = async () => askOracles(client, { settledAfter: 0 });
  const client = await db.connect();
  try {
    expect(await ask()).toEqual([]);
    for (const [name, statements] of Object.entries(faults))
      for (const statement of statements) {
        await client.query("begin");
        await client.query(statement);
        // Within the fault's own transaction the oracle's cannot begin: it asks the same, one by one.
        const caught: string[] = [];
        for (const { name: oracle, when, text } of oracles) {
          const { rowCount } = await client.query(text, when === "settled" ? [-1] : []);
          if (rowCount) caught.push(oracle);
        }
        await client.query("rollback");
        expect({ statement, caught }).toEqual({ statement, caught: [name] });
      }
  } finally {
    client.release();
  }
});

test("breaches are told with a few examples, within a bound", async () => {
  await using db = await testDatabase();
  await db.query(`
    insert into inventory.stock (sku, quantity)
    select 'CUP-' || nth, 1 from generate_series(1, 2000) as nth`);
  const client = await db.connect();
  const [breach] = await askOracles(client, { settledAfter: 60 });
  client.release();
  expect(breach).toMatchObject({ oracle: "stock is what its movements add up to", count: 1_000 });
  expect(breach?.examples).toHaveLength(5);
});

test("an oracle that takes too long says which, and leaves the connection as it was", async () => {
  await using db = await testDatabase();
  await db.query(
    "insert into inventory.stock (sku) select 'S-' || nth from generate_series(1, 100000) as nth",
  );
  const client = await db.connect();
  const timeout = async () =>
    (await client.query("select current_setting('statement_timeout') as ms")).rows;
  const before = await timeout();
  await expect(askOracles(client, { settledAfter: 0, secondsMax: 0.001 })).rejects.toThrow(
    /^Whether .+ was not known after 0.001 s.$/,
  );
  const after = await timeout();
  client.release();
  expect(after).toEqual(before);
});
