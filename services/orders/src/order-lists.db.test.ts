import { BuyerId, parse, type OrderId } from "@wares/contracts";
import { testDatabase } from "@wares/testkit/database";
import { excess, readsOf } from "@wares/testkit/reads";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countOrders, listOrders, type OrderFilter } from "./order-list.store.ts";
import { findHits } from "./order-search.store.ts";
import { findStored } from "./order-view.store.ts";

const orders = 60_000;
/** Fifty orders, the first item of each, and its items once more to add them up. */
const pageMax = 260;
/** Hits that are put in order, or what is walked past for a page of a text that one in three has. */
const foundPageMax = 2_500;
/** Where two letters are looked for. */
const hitsMax = 10_000;

const filled = async () => {
  const db = await testDatabase();
  await db.query(`
    insert into orders.orders (order_id, order_number, buyer_id, email, language, name, status, currency, subtotal,
      discount, shipping, tax, total, billing_address, shipping_address, shipping_method, pay_before, created_at)
    select md5('order' || n)::uuid, 'T-' || lpad(n::text, 6, '0'),
           md5('buyer' || case when n % 2 = 0 then n % 20 else n end)::uuid, 'person' || n || '@example.org', 'en',
           case when n % 3 = 0 then 'Load Generator' when n % 80 = 1 then 'Anna Karenina' else 'Nobody' end,
           case when n % 6000 = 1 then 'PaymentFailed' when n % 10 = 2 then 'Paid' else 'Delivered' end,
           'USD', 1, 0, 0, 0, 1, '{}', '{"country": "DE"}', '{"name": "Standard"}', now(),
           timestamptz '2026-01-01' + n / 4 * interval '1 minute'
      from generate_series(1, ${orders}) as n;
    insert into orders.order_items (order_id, id, product_id, sku, name, quantity, unit_price, total_price, attributes)
    select order_id, id, order_id, 'CUP', 'Cup', 1, 1, 1, '{}' from orders.orders, generate_series(1, 2) as id;
    insert into orders.timeline (order_id, kind, by)
    select order_id, 'Created', 'Shopper' from orders.orders, generate_series(1, 4);
    insert into orders.order_search
    select created_at, order_id, lower(order_number || ' ' || email || ' ' || name) from orders.orders`);
  for (const table of ["orders", "order_items", "order_search", "timeline", "refunds"])
    await db.query(`vacuum analyze orders.${table}`);
  return db;
};

let db: Awaited<ReturnType<typeof filled>>;
beforeAll(async () => void (db = await filled()), 60_000);
afterAll(() => db[Symbol.asyncDispose]());

const idOf = async (what: string) => {
  const { rows } = await db.query<{ id: string }>({
    text: "select md5($1)::uuid as id",
    values: [what],
  });
  return rows[0]?.id ?? "";
};
const buyer = async (n: number) => parse(BuyerId, await idOf(`buyer${n}`));
const middle = async () => ({ createdAt: "2026-01-03T00:00:00Z", orderId: await idOf("x") });

/** The first page, one in the middle and the oldest. */
const readPages = async (filter: OrderFilter) => {
  const { queries, reads } = readsOf(db);
  const newest = { limit: 51, isOldestFirst: false };
  await listOrders(queries, filter, undefined, newest);
  await listOrders(queries, filter, await middle(), newest);
  await listOrders(queries, filter, undefined, { limit: 51, isOldestFirst: true });
  return reads;
};

test.for([{}, { status: "Paid" }, { status: "PaymentFailed" }, { status: "Shipped" }] as const)(
  "a page of %j is not read in proportion to all orders",
  async (filter) => {
    expect(excess(await readPages(filter), () => pageMax)).toEqual([]);
  },
);

test("nor is one of somebody's own, as a guest and as a user, however many they have", async () => {
  const [many, few, none] = [await buyer(0), await buyer(1), await buyer(-1)];
  for (const buyerIds of [[many], [many, none], [few, none], [none]])
    expect(excess(await readPages({ buyerIds }), () => pageMax + 51)).toEqual([]);
  const page = { limit: 100, isOldestFirst: false };
  const both = await listOrders(db, { buyerIds: [many, few] }, undefined, page);
  const times = both.map(({ createdAt }) => createdAt);
  expect(times).toEqual(times.toSorted().toReversed());
  expect(both).toHaveLength(100);
});

const texts = ["generator", "karenina", "t-000123", "zzzz", "an", "zz", "安"];
test.for(texts)("nor is one of what is found by %s", async (text) => {
  const { queries, reads } = readsOf(db);
  const hits = await findHits(queries, text);
  expect(excess(reads, () => hitsMax)).toEqual([]);
  expect(excess(await readPages({ hits }), () => foundPageMax)).toEqual([]);
});

test("an order's whole number is one look-up, however it is written, and before the order is findable", async () => {
  const orderIds = [await idOf("order77")];
  await db.query({
    text: "update orders.orders set order_number = 'W-7K3M-2Q9T' where order_id = $1",
    values: orderIds,
  });
  const { queries, reads } = readsOf(db);
  expect(await findHits(queries, " w-7k3m-2q9T ")).toEqual({ orderIds });
  expect(excess(reads, () => 2)).toEqual([]);
  expect(await findHits(db, "W-7K3M-2Q9X")).toEqual({ orderIds: [] });
});

test.for(["generator", "t-000123", "zzzz"])(
  "nor is one of what is found by %s in a status",
  async (text) => {
    const hits = await findHits(db, text);
    for (const status of ["Paid", "Delivered", "PaymentFailed"] as const)
      expect(excess(await readPages({ hits, status }), () => foundPageMax)).toEqual([]);
  },
);

test("what is counted ends at the most, of a status, of a buyer and of a text", async () => {
  const { queries, reads } = readsOf(db);
  const max = 1_000;
  const buyerIds = [await buyer(0)];
  for (const filter of [
    {},
    { status: "Delivered" } as const,
    { buyerIds },
    { hits: await findHits(db, "generator") },
    { hits: await findHits(db, "karenina") },
    { hits: await findHits(db, "zzzz") },
  ])
    await countOrders(queries, filter, max);
  expect(excess(reads, () => 3 * max)).toEqual([]);
});

test("a text that many have finds each of its orders once, newest first, and in a status", async () => {
  const hits = await findHits(db, "generator");
  expect(hits.more).toBeDefined();
  for (const [filter, count] of [
    [{ hits }, 20_000],
    [{ hits, status: "Paid" }, 2_000],
  ] as const) {
    const seen: { createdAt: string; orderId: string }[] = [];
    for (let more = true; more;) {
      const page = { limit: 1_500, isOldestFirst: false };
      const found = await listOrders(db, filter, seen.at(-1), page);
      seen.push(...found.map(({ createdAt, id: orderId }) => ({ createdAt, orderId })));
      more = found.length > 0;
    }
    expect([seen.length, new Set(seen.map(({ orderId }) => orderId)).size]).toEqual([count, count]);
    const times = seen.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted().toReversed());
  }
});

test("one order, with its items, timeline and refunds, is read by itself", async () => {
  const { queries, reads } = readsOf(db);
  await findStored(queries, [(await idOf("order77")) as OrderId]);
  expect(excess(reads, () => 20)).toEqual([]);
});
