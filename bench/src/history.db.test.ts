import { randomUUID } from "node:crypto";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { askOracles } from "@wares/oracle";
import { countOrders } from "./audit.store.ts";
import { addHistory, prepareHistory } from "./history.store.ts";
import { connectTo } from "./connection.ts";

/** What a paid order of two mugs leaves behind, as far as past ones are made from it. */
const paidOrder = (orderId: string, paymentId: string, buyerId: string) => `
  insert into orders.orders (order_id, order_number, buyer_id, request_hash, email, language, name, status, currency,
    subtotal, discount, shipping, tax, total, billing_address, shipping_address, shipping_method, pay_before,
    revision)
  values ('${orderId}', 'W-AAAA-0001', '${buyerId}', 'hash', 'a@example.com', 'en', 'A', 'Paid', 'USD', 10, 0, 0, 0, 10,
    '{}', '{}', '{}', now(), 3);
  insert into orders.timeline (order_id, kind, by) values
    ('${orderId}', 'Created', 'Shopper'), ('${orderId}', 'Confirmed', 'Shop'), ('${orderId}', 'Paid', 'Shop');
  insert into orders.order_search (created_at, order_id, search_text)
  select created_at, order_id, 'w-aaaa-0001 a@example.com' from orders.orders where order_id = '${orderId}';
  insert into orders.order_items (order_id, id, product_id, sku, name, quantity, unit_price, total_price, attributes)
  values ('${orderId}', 1, gen_random_uuid(), 'MUG', 'Mug', 2, 5, 10, '{}');
  insert into payments.payments (payment_id, order_id, buyer_id, amount, currency, method, state, captured_amount)
  values ('${paymentId}', '${orderId}', '${buyerId}', 10, 'USD', 'CreditCard', 'captured', 10);
  insert into inventory.stock (sku, quantity) values ('MUG', 98);
  insert into inventory.holds (order_id, state, expires_at, slots, quantities)
  values ('${orderId}', 'claimed', now(), '{main MUG}', '{2}');
  insert into inventory.movements (sku, reason, quantity_change, reserved_change, order_id)
  values ('MUG', 'Adjustment', 100, 0, null), ('MUG', 'Held', 0, 2, '${orderId}'), ('MUG', 'Sold', -2, -2, '${orderId}');
  insert into platform.outbox (event_id, type, version, subject, data)
  values (gen_random_uuid(), 'orders.order_created', 1, '${orderId}',
    '{"orderId":"${orderId}","orderNumber":"W-AAAA-0001","buyerId":"${buyerId}","paymentId":"${paymentId}"}');
`;

const history = async () => {
  const database = await testDatabase();
  const db = await connectTo(database.url);
  const [orderId, paymentId, buyerId] = [randomUUID(), randomUUID(), randomUUID()];
  await db.query(paidOrder(orderId, paymentId, buyerId));
  expect(await prepareHistory(db, [orderId, randomUUID()])).toBe(1);
  return {
    db,
    orderId,
    async [Symbol.asyncDispose]() {
      await db.end();
      await database[Symbol.asyncDispose]();
    },
  };
};

test("past orders are whole, spread over the years, and leave the books right", async () => {
  await using past = await history();
  const batch = { total: 300, years: 2 };
  await addHistory(past.db, { ...batch, first: 0, count: 200 });
  await addHistory(past.db, { ...batch, first: 200, count: 100 });

  expect(await askOracles(past.db, { settledAfter: 0 })).toEqual([]);
  expect(await countOrders(past.db)).toEqual({
    orders: 301,
    orderNumbers: 301,
    paid: 301,
  });
  const { rows } = await past.db.query(`
    select count(*)::int as orders, count(distinct buyer_id)::int as buyers,
           bool_and(exists (select from orders.order_items as item where item.order_id = orders.order_id)) as "haveItems",
           (max(created_at) - min(created_at))::text like '72%days%' as "areSpread",
           array_agg(order_id order by order_id) = array_agg(order_id order by created_at) as "idsGrow"
      from orders.orders where order_number like 'H-%'
  `);
  expect(rows).toEqual([
    { orders: 300, buyers: 100, haveItems: true, areSpread: true, idsGrow: true },
  ]);
});

test("events of past orders name them and nobody else, and lie before the place of every reader", async () => {
  await using past = await history();
  await addHistory(past.db, { first: 0, count: 10, total: 10, years: 1 });
  const { rows } = await past.db.query(`
    select count(*)::int as events,
           bool_and(data->>'orderId' = order_id::text and data->>'orderNumber' = order_number
                    and data->>'buyerId' = orders.buyer_id::text and data->>'paymentId' = payment_id::text) as "areTheirs",
           bool_and(tx_id < (select tx_id from platform.outbox where subject = '${past.orderId}')) as "areRead"
      from platform.outbox
      join orders.orders on subject = order_id::text
      join payments.payments using (order_id)
     where order_number like 'H-%'
  `);
  expect(rows).toEqual([{ events: 10, areTheirs: true, areRead: true }]);
});

test("a batch that fails leaves nothing of itself", async () => {
  await using past = await history();
  await addHistory(past.db, { first: 0, count: 10, total: 20, years: 1 });
  // The numbers of the first batch again.
  await expect(addHistory(past.db, { first: 5, count: 10, total: 20, years: 1 })).rejects.toThrow(
    /duplicate key/,
  );
  expect((await countOrders(past.db)).orders).toBe(11);
});
