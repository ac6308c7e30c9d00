import { OrderCancelled, OrderCreated, UserId, type Money } from "@wares/contracts";
import { newId, Refused } from "@wares/platform";
import { publish, transact, type Database } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { settle, testServer, testTools } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { pricingService } from "./pricing.service.ts";
import { nobodyElse } from "./flash-sale.examples.ts";
import { buyer, cup, order, parcel, priced, request, teapot } from "./quote.examples.ts";

const shop = async (db: Database, roles: ("staff" | "customer")[] = ["staff"]) => {
  const pricing = pricingService(testTools(db), {
    priceLinesOf: async () => new Map([[teapot, priced("Teapot", 1_000)]]),
    shippingMethodsFor: async ({ currency }) => [parcel(currency)],
    ...nobodyElse,
  });
  const userId = newId(UserId);
  const app = await testServer([pricing.service], () => ({ userId, roles }));
  const ask = async (
    method: "GET" | "POST" | "PUT",
    url: string,
    payload?: object,
    revision = 0,
  ) => {
    const response = await app.inject({
      method,
      url: `/api/v1${url}`,
      ...(revision > 0 && { headers: { "if-match": `"${revision}"` } }),
      ...(payload && { payload }),
    });
    return { status: response.statusCode, body: response.json() };
  };
  const post = (url: string, payload: object) => ask("POST", url, payload);
  const coupon = (more: object = {}) =>
    post("/coupons", { code: "SAVE10", percentOff: 10, minimumSubtotal: 0, ...more });
  const tell = async (...events: Parameters<typeof publish>[1]) => {
    await transact(db, (tx) => publish(tx, events));
    await settle(db, [pricing.service]);
  };
  return { app, pricing, ask, post, coupon, tell };
};

const discount: Money = { amount: 100, currency: "USD" };
const redemption = (nth: number, whose = nth) => ({
  orderId: order(nth),
  buyerId: buyer(whose),
  code: "save10",
  discount,
});
const outcomeOf = (settled: PromiseSettledResult<unknown>) => {
  if (settled.status === "fulfilled") return "redeemed";
  return settled.reason instanceof Refused ? settled.reason.refusal.refusal : "failed";
};
const created = (nth: number) => {
  const cash: Money = { amount: 900, currency: "USD" };
  const item = { id: 1, ...priced("Teapot", 1_000), sku: teapot, quantity: 1 };
  const { productId, name, attributes } = item;
  const line = {
    id: 1,
    productId,
    name,
    attributes,
    sku: teapot,
    quantity: 1,
    unitPrice: cash,
    totalPrice: cash,
  };
  const address = {
    firstName: "A",
    lastName: "B",
    addressLine1: "1",
    city: "C",
    state: "",
    postalCode: "",
    country: "DE",
    phone: "",
  };
  return OrderCreated({
    orderId: order(nth),
    orderNumber: `W-${nth}`,
    buyerId: buyer(nth),
    contact: { email: "a@example.com", language: "en" },
    items: [line],
    subtotal: cash,
    discount,
    shipping: cash,
    tax: cash,
    total: cash,
    shippingAddress: address,
    shippingMethod: parcel("USD"),
    couponCode: "SAVE10",
  });
};
const cancelled = (nth: number) =>
  OrderCancelled({ orderId: order(nth), reason: "CustomerRequest" });
const usesOf = async (db: Database) => {
  const { rows } = await db.query(`
    select uses, (select count(*)::int from pricing.redemptions
                   where state in ('reserved', 'confirmed')) as live from pricing.coupons`);
  expect(rows[0].uses).toBe(rows[0].live);
  return rows[0].uses;
};

test("five hundred want the last five uses: five get one, however often they ask", async () => {
  await using db = await testDatabase("pricing");
  const { pricing, coupon } = await shop(db);
  await coupon({ usesMax: 5 });
  const rush = async () => {
    const asked = Array.from({ length: 500 }, (_, nth) => pricing.redeem(redemption(nth)));
    return (await Promise.allSettled(asked)).map(outcomeOf);
  };
  const first = await rush();
  expect(first.filter((outcome) => outcome === "redeemed")).toHaveLength(5);
  expect(first.filter((outcome) => outcome === "pricing.coupon_used_up")).toHaveLength(495);
  expect(await rush()).toEqual(first);
  expect(await usesOf(db)).toBe(5);
});

test("two processes keep one limit, and one buyer their own", async () => {
  await using db = await testDatabase("pricing");
  const one = await shop(db);
  const other = await shop(db);
  await one.coupon({ usesPerBuyerMax: 1 });
  const asked = Array.from({ length: 100 }, (_, nth) =>
    (nth % 2 ? one : other).pricing.redeem(redemption(nth, nth % 10)),
  );
  const outcomes = (await Promise.allSettled(asked)).map(outcomeOf);
  expect(outcomes.filter((outcome) => outcome === "redeemed")).toHaveLength(10);
  expect(await usesOf(db)).toBe(10);
});

test("a use is confirmed by its order and given back by the cancellation, once", async () => {
  await using db = await testDatabase("pricing");
  const { pricing, coupon, tell } = await shop(db);
  await coupon({ usesMax: 1 });
  await pricing.redeem(redemption(1));
  await tell(created(1), created(1));
  const { rows } = await db.query(
    "select data from platform.outbox where type = 'pricing.coupon_redeemed'",
  );
  expect(rows).toMatchObject([{ data: { orderId: order(1), code: "SAVE10", discount } }]);
  expect(await usesOf(db)).toBe(1);
  await tell(cancelled(1));
  await tell(cancelled(1), created(1));
  expect(await usesOf(db)).toBe(0);
  await pricing.redeem(redemption(2));
  expect((await Promise.allSettled([pricing.redeem(redemption(1))])).map(outcomeOf)).toEqual([
    "pricing.coupon_not_valid",
  ]);
});

test("a reservation whose order never came runs out; an order that was promised keeps its price", async () => {
  await using db = await testDatabase("pricing");
  const { pricing, coupon, tell } = await shop(db);
  await coupon({ usesMax: 1 });
  await pricing.redeem(redemption(1));
  await db.query("update pricing.redemptions set expires_at = now()");
  await pricing.redeem(redemption(2));
  expect(await usesOf(db)).toBe(1);
  await tell(created(1));
  expect(await usesOf(db)).toBe(2);
});

test("a quote says why a coupon takes nothing off", async () => {
  await using db = await testDatabase("pricing");
  const { pricing, coupon } = await shop(db);
  const now = Date.now();
  const at = (ms: number) => new Date(now + ms).toISOString();
  await coupon({ usesMax: 1 });
  await coupon({ code: "OVER", startsAt: at(-9_000), endsAt: at(-1_000) });
  await coupon({ code: "SOON", startsAt: at(3_600_000) });
  const problem = async (couponCode: string) =>
    (await pricing.quote(request({ couponCode }), buyer(9))).couponProblem;
  expect(await problem("save10")).toBeUndefined();
  expect(await problem("OVER")).toBe("Expired");
  expect(await problem("SOON")).toBe("Unknown");
  expect(await problem("NONE")).toBe("Unknown");
  await pricing.redeem(redemption(1));
  expect(await problem("SAVE10")).toBe("UsedUp");
  await db.query("update pricing.redemptions set expires_at = now()");
  expect(await problem("SAVE10")).toBeUndefined();
});

test.for([
  [{ lines: [{ sku: teapot, quantity: 0 }] }, "/lines/0/quantity"],
  [{ lines: [{ sku: teapot, quantity: -1 }] }, "/lines/0/quantity"],
  [{ lines: [{ sku: teapot, quantity: 1.5 }] }, "/lines/0/quantity"],
  [{ lines: [{ sku: teapot, quantity: 1e18 }] }, "/lines/0/quantity"],
  [{ lines: [{ sku: teapot, quantity: 1, price: 1 }] }, "/lines/0/price"],
  [{ lines: [] }, "/lines"],
  [{ currency: "ABC" }, "/currency"],
  [{ destination: { country: "ZZ", state: "", postalCode: "" } }, "/destination/country"],
  [{ total: 1 }, "/total"],
] as const)("%j is the caller's mistake, and is named", async ([mistake, field]) => {
  await using db = await testDatabase("pricing");
  const { post } = await shop(db);
  const answer = await post("/quotes", { ...request(), ...mistake });
  expect(answer).toMatchObject({ status: 400, body: { type: "request.invalid", field } });
});

test("routes quote, refuse what is not sold, and keep coupons to staff", async () => {
  await using db = await testDatabase("pricing");
  const { app, post, coupon } = await shop(db);
  expect(await post("/quotes", request())).toMatchObject({
    status: 200,
    body: { total: { amount: 2_500 } },
  });
  const lines = [{ sku: cup, quantity: 1 }];
  expect(await post("/quotes", request({ lines }))).toMatchObject({
    status: 422,
    body: { type: "pricing.not_sold", detail: { skus: [cup] } },
  });
  expect((await coupon()).status).toBe(201);
  expect(await coupon()).toMatchObject({ status: 409, body: { type: "pricing.coupon_exists" } });
  const list = await app.inject({ method: "GET", url: "/api/v1/coupons" });
  expect(list.json().coupons).toMatchObject([{ code: "SAVE10", uses: 0 }]);
  expect((await (await shop(db, ["customer"])).coupon()).status).toBe(403);
});

test("a coupon that is switched off takes nothing off and cannot be redeemed, until it is on again", async () => {
  await using db = await testDatabase("pricing");
  const { pricing, ask, post, coupon } = await shop(db);
  expect((await coupon()).body).toMatchObject({ isOn: true, revision: 1, uses: 0 });
  const turn = (isOn: boolean, revision?: number) =>
    ask("PUT", "/coupons/SAVE10/switch", { isOn }, revision);
  expect((await turn(false)).status).toBe(428);
  expect((await turn(false, 1)).body).toMatchObject({ isOn: false, revision: 2 });
  // Somebody switched it meanwhile.
  expect((await turn(true, 1)).status).toBe(412);
  expect((await ask("PUT", "/coupons/NEVER/switch", { isOn: true }, 1)).body).toMatchObject({
    type: "pricing.no_such_coupon",
    status: 404,
  });
  const quoted = () => post("/quotes", { ...request(), couponCode: "SAVE10" });
  expect((await quoted()).body).toMatchObject({ couponProblem: "Expired" });
  const [refused] = await Promise.allSettled([pricing.redeem(redemption(1))]);
  expect(outcomeOf(refused)).toBe("pricing.coupon_not_valid");
  await turn(true, 2);
  expect((await quoted()).body).toMatchObject({ coupon: { code: "SAVE10" } });
  await pricing.redeem(redemption(2));
  expect((await ask("GET", "/coupons")).body.coupons).toMatchObject([{ uses: 1, revision: 3 }]);
});
