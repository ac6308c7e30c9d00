import { randomUUID } from "node:crypto";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { countKnown, countOrders, countPaid } from "./audit.store.ts";
import { connectTo } from "./connection.ts";

const order = (orderId: string, status: string, requestHash: string | null, minute: number) => `
  insert into orders.orders (order_id, order_number, buyer_id, request_hash, email, language, name, status, currency,
    subtotal, discount, shipping, tax, total, billing_address, shipping_address, shipping_method,
    pay_before, updated_at)
  values ('${orderId}', '${orderId.slice(0, 8)}', gen_random_uuid(), ${requestHash === null ? "null" : `'${requestHash}'`},
    'a@example.com', 'en', 'A', '${status}', 'USD', 5, 0, 0, 0, 5, '{}', '{}', '{}', now(),
    '2026-11-25T12:0${minute}:00Z');
`;

test("orders are counted, but for imported history; those without a hold apart", async () => {
  await using database = await testDatabase();
  const db = await connectTo(database.url);
  const [pending, paid, later, imported] = [1, 2, 3, 4].map(() => randomUUID()) as [
    string,
    string,
    string,
    string,
  ];
  await db.query(`
    ${order(pending, "Pending", "hash", 1)} ${order(paid, "Paid", "hash", 2)} ${order(later, "Paid", "hash", 3)}
    ${order(imported, "Paid", null, 4)}
    insert into inventory.holds (order_id, state, expires_at)
    values ('${pending}', 'held', now()), ('${paid}', 'claimed', now());
  `);
  expect(await countOrders(db)).toEqual({ orders: 3, orderNumbers: 3, paid: 2 });
  expect(await countKnown(db, [pending, paid, randomUUID()])).toBe(2);
  expect(await countPaid(db, [pending, paid])).toEqual({
    paid: 1,
    lastAt: Date.parse("2026-11-25T12:02:00Z"),
  });
  expect(await countPaid(db, [pending])).toEqual({ paid: 0, lastAt: 0 });
  await db.end();
});
