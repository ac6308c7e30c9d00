import { UserId } from "@wares/contracts";
import { idOf, orderKey, uuidv7 } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { testTools } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { address, item, teapot } from "./order.examples.ts";
import { guest, numbered, shop, version } from "./shop.examples.ts";

const countOf = async (db: Database) => {
  const { rows } = await db.query(`
    select (select count(*)::int from orders.orders) as orders,
           (select count(*)::int from orders.order_items) as items,
           (select count(*)::int from orders.timeline) as entries,
           (select count(*)::int from platform.outbox) as events`);
  return rows[0];
};

test("an order is written whole, and answered with the key to it", async () => {
  await using db = await testDatabase("orders");
  const { place, world } = await shop(db);
  const { status, body, headers } = await place(1, { notes: "Ring twice" });
  expect(status).toBe(201);
  expect(headers["etag"]).toBe('"1"');
  expect(body).toMatchObject({
    id: numbered(1),
    status: "Pending",
    items: [item],
    total: { amount: 2_500, currency: "USD" },
    billingAddress: address,
    notes: "Ring twice",
    timeline: [{ kind: "Created", by: "Shopper" }],
    can: { pay: true, cancel: true, refund: false },
    key: orderKey(testTools(db).keys, numbered(1)),
  });
  expect(body.orderNumber).toMatch(/^W-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  const minutes = (Date.parse(body.payBefore) - Date.parse(body.createdAt)) / 60_000;
  expect(Math.round(minutes)).toBe(15);
  expect(world.asked).toMatchObject([[{ destination: { country: "GB" } }, guest(1).guestId]]);
});

test("what letters are told of an order is what was said of it, whatever became of it", async () => {
  await using db = await testDatabase("orders");
  const { place, orders } = await shop(db);
  const userId = idOf(UserId, "ada");
  await place(1, { couponCode: "SAVE10", notes: "Ring twice" });
  await place(2, { language: "zh" }, { userId, roles: ["customer"] });
  await db.query("update orders.orders set status = 'Cancelled', revision = 2");
  const { rows } = await db.query("select data from platform.outbox order by position");
  const told = await orders.ordersToTell([numbered(2), numbered(1), numbered(3)]);
  expect([told.get(numbered(1)), told.get(numbered(2))]).toEqual(rows.map(({ data }) => data));
  expect(told.size).toBe(2);
});

test("ten identical posts at once make one order, and are answered alike", async () => {
  await using db = await testDatabase("orders");
  const { place } = await shop(db);
  const answers = await Promise.all(Array.from({ length: 10 }, () => place(1)));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(await countOf(db)).toEqual({ orders: 1, items: 1, entries: 1, events: 1 });
  expect((await place(1)).body).toEqual(answers[0]?.body);
});

test("two processes that are asked for one order at once make one", async () => {
  await using db = await testDatabase("orders");
  const shops = [await shop(db), await shop(db)] as const;
  const asked = Array.from({ length: 40 }, (_, nth) => shops[nth % 2 ? 1 : 0].place(nth >> 2));
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual(Array(40).fill(201));
  expect(await countOf(db)).toMatchObject({ orders: 10, events: 10 });
});

test("an id that is taken is taken: for another wish, and for anybody else", async () => {
  await using db = await testDatabase("orders");
  const { place } = await shop(db);
  await place(1);
  const other = await place(1, { email: "other@example.com" });
  const stranger = await place(1, {}, guest(2));
  for (const { status, body } of [other, stranger]) {
    expect(status).toBe(422);
    expect(body).toEqual({
      type: "orders.already_placed",
      title: "This id belongs to another order.",
      status: 422,
      field: "/orderId",
    });
  }
  expect(await countOf(db)).toMatchObject({ orders: 1 });
});

test("five hundred want the last unit: exactly one order is made", async () => {
  await using db = await testDatabase("orders");
  const { place } = await shop(db, { stock: 1 });
  const asked = Array.from({ length: 500 }, (_, nth) => place(nth));
  const answers = await Promise.all(asked);
  const by = Map.groupBy(answers, ({ status, body }) => (status === 201 ? "placed" : body.type));
  expect(by.get("placed")).toHaveLength(1);
  expect(by.get("inventory.sold_out")).toHaveLength(499);
  expect(await countOf(db)).toEqual({ orders: 1, items: 1, entries: 1, events: 1 });
});

test("what is known to be sold out is neither priced nor held; who has it is told so all the same", async () => {
  await using db = await testDatabase("orders");
  const { place, world } = await shop(db);
  const first = await place(1);
  world.isSoldOut = true;
  expect(world.asked.splice(0)).toHaveLength(1);
  const losers = await Promise.all(Array.from({ length: 50 }, (_, nth) => place(100 + nth)));
  expect(new Set(losers.map(({ status, body }) => `${status} ${body.type}`))).toEqual(
    new Set(["409 pricing.flash_sale_sold_out"]),
  );
  expect(await place(1)).toEqual({ ...first, headers: expect.anything() });
  expect(await place(1, { notes: "another" })).toMatchObject({ status: 422 });
  expect(world.asked).toEqual([]);
  expect(await countOf(db)).toMatchObject({ orders: 1, events: 1 });
});

test("an order whose goods are held already is written, though all is sold out by then", async () => {
  await using db = await testDatabase("orders");
  const { place, world, hold } = await shop(db, { stock: 1 });
  await hold(numbered(1));
  world.isSoldOut = true;
  expect([(await place(1)).status, (await place(2)).status]).toEqual([201, 409]);
});

test("what changed between quote and order is said, and nothing is written", async () => {
  await using db = await testDatabase("orders");
  const { place, world } = await shop(db, { coupons: 0 });
  world.version = "version-of-the-quote-2";
  expect(await place(1)).toMatchObject({
    status: 409,
    body: { type: "orders.quote_changed", detail: { quote: { version: world.version } } },
  });
  world.version = version;
  expect(await place(2, { couponCode: "SAVE10" })).toMatchObject({
    status: 409,
    body: { type: "pricing.coupon_used_up" },
  });
  expect(await countOf(db)).toEqual({ orders: 0, items: 0, entries: 0, events: 0 });
});

test.for([
  [{ lines: [{ sku: teapot, quantity: 0 }] }, "/lines/0/quantity"],
  [{ lines: [{ sku: teapot, quantity: -1 }] }, "/lines/0/quantity"],
  [{ lines: [{ sku: teapot, quantity: 1.5 }] }, "/lines/0/quantity"],
  [{ lines: [{ sku: teapot, quantity: 1e18 }] }, "/lines/0/quantity"],
  [{ lines: [{ sku: teapot, quantity: "2" }] }, "/lines/0/quantity"],
  [{ lines: [{ sku: teapot, quantity: 1, unitPrice: 1 }] }, "/lines/0/unitPrice"],
  [{ lines: [] }, "/lines"],
  [{ total: { amount: 1, currency: "USD" } }, "/total"],
  [{ status: "Paid" }, "/status"],
  [{ currency: "DOGE" }, "/currency"],
  [{ orderId: "1" }, "/orderId"],
  [{ email: "nobody" }, "/email"],
  [{ shippingAddress: { ...address, country: "ZZ" } }, "/shippingAddress/country"],
  [{ quoteVersion: "" }, "/quoteVersion"],
] as const)("%j is the caller's mistake, and is named", async ([mistake, field]) => {
  await using db = await testDatabase("orders");
  const { place } = await shop(db);
  expect(await place(1, mistake)).toMatchObject({
    status: 400,
    body: { type: "request.invalid", field },
  });
  expect(await countOf(db)).toMatchObject({ orders: 0, events: 0 });
});

test("who is nobody may not order", async () => {
  await using db = await testDatabase("orders");
  const { place } = await shop(db);
  expect((await place(1, {}, { roles: [] })).status).toBe(401);
});

// Prints what batching buys; asserts that nobody was turned away, never how long it took.
test("a rush of orders", { timeout: 60_000 }, async ({ annotate }) => {
  await using db = await testDatabase("orders");
  const { place } = await shop(db);
  const started = performance.now();
  const rush = 1_000;
  const answers = await Promise.all(
    Array.from({ length: rush }, (_, nth) => place(nth, { orderId: uuidv7() })),
  );
  const perSecond = Math.round((rush * 1000) / (performance.now() - started));
  await annotate(`${perSecond} orders/s over HTTP, each read back`);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(rush);
});
