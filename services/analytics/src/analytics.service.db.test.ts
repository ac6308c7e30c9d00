import {
  BuyerId,
  OrderId,
  OrderPaid,
  OrderRefunded,
  parse,
  Product,
  ProductCreated,
  ProductId,
  ProductViewed,
  RefundId,
  Sku,
  UserErased,
  UserId,
} from "@wares/contracts";
import { newId } from "@wares/platform";
import { publish, transact } from "@wares/platform/database";
import type { Principal } from "@wares/platform/http";
import { testDatabase } from "@wares/testkit/database";
import { settle, testServer, testTools } from "@wares/testkit/tools";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { analyticsService } from "./analytics.service.ts";

const userId = newId(UserId);
const buyerId = parse(BuyerId, userId);
const sample = new URL(
  "../../../packages/contracts/golden/products.product_created.1.json",
  import.meta.url,
);
const { product } = JSON.parse(readFileSync(sample, "utf8"));
const productId = parse(ProductId, product.id);
const created = ProductCreated({ productId, product: parse(Product, product) });
const eur = (amount: number) => ({ amount, currency: "EUR" }) as const;
const orderId = newId(OrderId);
const paid = (paidAt: string) =>
  OrderPaid({
    orderId,
    buyerId,
    items: [
      {
        id: 1,
        productId,
        name: "Teapot",
        sku: parse(Sku, "TEAPOT-BLUE"),
        quantity: 2,
        unitPrice: eur(1_999),
        totalPrice: eur(3_998),
        attributes: {},
      },
    ],
    total: eur(4_588),
    paidAt,
  });

const open = async () => {
  const db = await testDatabase("analytics");
  const { service } = analyticsService(testTools(db));
  let principal: Principal = { roles: ["customer"], userId };
  const app = await testServer([service], () => principal);
  return {
    db,
    become: (next: Principal) => (principal = next),
    tell: async (...events: Parameters<typeof publish>[1]) => {
      await transact(db, (tx) => publish(tx, events));
      await settle(db, [service]);
    },
    get: async (path: string) => (await app.inject({ url: `/api/v1/analytics/${path}` })).json(),
    report: async (payload: object) => {
      const response = await app.inject({ method: "POST", url: "/api/v1/behaviours", payload });
      return { status: response.statusCode, body: response.json() };
    },
    [Symbol.asyncDispose]: () => db[Symbol.asyncDispose](),
  };
};
const staff: Principal = { roles: ["staff"], userId };

test("a day's sales are what was paid on it, less what went back, and empty days are days", async () => {
  await using shop = await open();
  shop.become(staff);
  const refund = { orderId, refundId: newId(RefundId), amount: eur(588), refundedTotal: eur(588) };
  await shop.tell(
    created,
    paid("2026-11-03T23:59:59.000Z"),
    OrderRefunded({ ...refund, isFull: false, refundedAt: "2026-11-05T00:00:00.000Z" }),
  );
  const sales = await shop.get("sales?from=2026-11-03&to=2026-11-05&currency=EUR");
  expect(sales.days).toEqual([
    { day: "2026-11-03", orders: 1, units: 2, gross: 4_588, refunds: 0 },
    { day: "2026-11-04", orders: 0, units: 0, gross: 0, refunds: 0 },
    { day: "2026-11-05", orders: 0, units: 0, gross: 0, refunds: 588 },
  ]);
  expect(sales.total).toMatchObject({ orders: 1, averageOrder: eur(4_588) });
  const top = await shop.get("top-products?from=2026-11-01&to=2026-11-30&currency=EUR");
  expect(top.products).toEqual([{ productId, name: "Teapot", units: 2, gross: eur(3_998) }]);
});

test.for(["from=2026-11-05&to=2026-11-03", "from=2020-01-01&to=2026-01-01"])(
  "the period %s is refused",
  async (period) => {
    await using shop = await open();
    shop.become(staff);
    expect(await shop.get(`funnel?${period}`)).toMatchObject({ status: 422, field: "/to" });
  },
);

test("pages report with consent only, and only what there is", async () => {
  await using shop = await open();
  await shop.tell(created);
  const view = { type: "View", productId, source: "search", durationMs: 5_000 };
  const strange = { ...view, productId: newId(ProductId) };
  expect(await shop.report({ consent: false, behaviours: [view] })).toMatchObject({
    status: 202,
    body: { accepted: 0 },
  });
  expect(await shop.report({ consent: true, behaviours: [view, strange] })).toMatchObject({
    body: { accepted: 1 },
  });
  const many = Array.from({ length: 51 }, () => view);
  expect((await shop.report({ consent: true, behaviours: many })).status).toBe(400);

  await shop.tell();
  shop.become(staff);
  const { steps } = await shop.get("funnel?from=2026-01-01&to=2027-12-31");
  expect(steps).toEqual([
    { step: "Viewed", buyers: 1 },
    { step: "AddedToCart", buyers: 0 },
    { step: "Ordered", buyers: 0 },
    { step: "Paid", buyers: 0 },
  ]);
});

test("every event is counted, and who is erased is not", async () => {
  await using shop = await open();
  const viewed = ProductViewed({ buyerId, userId, productId, source: "home", durationMs: 1 });
  await shop.tell(created, viewed, viewed, UserErased({ userId }));
  const { rows } = await shop.db.query(
    "select type, count from analytics.event_counts order by type",
  );
  expect(rows).toEqual([
    { type: "analytics.product_viewed", count: 2 },
    { type: "products.product_created", count: 1 },
    { type: "users.user_erased", count: 1 },
  ]);
  expect((await shop.db.query("select 1 from analytics.reached")).rows).toEqual([]);
});
