import type { Order, PlacedOrder } from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import { afterAll, expect, test } from "vitest";
import { clerk } from "./clerk.ts";
import { openApiClient } from "./openapi-client.ts";
import { patient } from "./people.ts";
import { shopDatabase } from "./shop-database.ts";
import { shopper, type Line } from "./shopper.ts";
import { ourShop } from "./our-shop.ts";

// Checkouts that meet each other, or a world that changed meanwhile.

const { url, databaseUrl, ...hint } = ourShop();
const { call } = await openApiClient(url);
const { guest, quoted, orderOf, place, pay, order, untilOrder } = shopper(call);
const staff = await clerk(call, hint);
const { rows, close } = shopDatabase(databaseUrl);
afterAll(close);

const one = (sku: string): Line[] => [{ sku, quantity: 1 }];
const statusesOf = (answers: readonly { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((left, right) => left - right);
const booked = async (sku: string) => {
  const { quantity, reservedQuantity } = await staff.stockOf(sku);
  return { quantity, reservedQuantity };
};
const ordersOf = async (sku: string) =>
  (
    await rows<{ count: number }>(
      "select count(distinct order_id)::int as count from orders.order_items where sku = $1",
      [sku],
    )
  )[0]?.count;

test("the same checkout ten times at once is one order", async () => {
  const { sku } = await staff.goods(10);
  const token = await guest();
  const body = orderOf(one(sku), (await quoted(one(sku))).body);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => call<PlacedOrder>("placeOrder", { token, body })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));
  expect(new Set(answers.map(({ body: { orderNumber } }) => orderNumber)).size).toBe(1);
  expect(await booked(sku)).toEqual({ quantity: 10, reservedQuantity: 1 });
  expect(await ordersOf(sku)).toBe(1);

  const other = await call("placeOrder", { token, body: { ...body, notes: "Ring twice." } });
  expect([other.status, other.body]).toMatchObject([422, { type: "orders.already_placed" }]);
  const stolen = await call("placeOrder", { token: await guest(), body });
  expect(stolen.status).toBe(422);
});

test("the same payment ten times at once takes the money once", async () => {
  const { sku } = await staff.goods(10);
  const token = await guest();
  const { body } = await place(token, one(sku));
  const paymentId = uuidv7();
  const tries = Array.from({ length: 10 }, () => pay(token, body.id, "tok_visa", paymentId));
  expect(new Set((await Promise.all(tries)).map(({ status }) => status))).toEqual(new Set([202]));
  await untilOrder(token, body.id, "Paid");
  const taken = await rows("select kind, amount::int from sandbox.money_log where reference = $1", [
    paymentId,
  ]);
  expect(taken).toEqual([{ kind: "capture", amount: body.total.amount }]);
});

test("two cards for one order at once: one pays, the other is told of it", async () => {
  const { sku } = await staff.goods(10);
  const token = await guest();
  const { body } = await place(token, one(sku));
  const answers = await Promise.all([
    pay(token, body.id, "tok_visa"),
    pay(token, body.id, "tok_mastercard"),
  ]);
  expect(statusesOf(answers)).toEqual([202, 409]);
  await untilOrder(token, body.id, "Paid");
  const [kept] = await rows(
    `select sum(case kind when 'capture' then amount else -amount end)::int as kept
       from sandbox.money_log
      where reference in (select payment_id::text from payments.payments where order_id = $1)`,
    [body.id],
  );
  expect(kept).toEqual({ kept: body.total.amount });
});

test("two tabs for the last unit: one gets it, the other hears that it is gone", async () => {
  const { sku } = await staff.goods(1);
  const token = await guest();
  const answers = await Promise.all([place(token, one(sku)), place(token, one(sku))]);
  expect(statusesOf(answers)).toEqual([201, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    type: "inventory.sold_out",
    detail: { lines: [{ sku, available: 0 }] },
  });
  expect(await booked(sku)).toEqual({ quantity: 1, reservedQuantity: 1 });
});

test("five hundred want the last unit: exactly one gets it", async () => {
  const { sku } = await staff.goods(1);
  const { body: quote } = await quoted(one(sku));
  const tokens = await Promise.all(Array.from({ length: 20 }, guest));
  const answers = await Promise.all(
    Array.from({ length: 500 }, (_none, nth) =>
      call<{ type?: string }>("placeOrder", {
        token: tokens[nth % tokens.length] ?? "",
        body: orderOf(one(sku), quote),
      }),
    ),
  );
  const outcomes = answers.map(({ status, body }) => body.type ?? status);
  expect(outcomes.filter((outcome) => outcome === 201)).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === "inventory.sold_out")).toHaveLength(499);
  expect(await booked(sku)).toEqual({ quantity: 1, reservedQuantity: 1 });
  expect(await ordersOf(sku)).toBe(1);
});

test("a tab that closed before the answer asks again, and finds its one order", async () => {
  const { sku } = await staff.goods(3);
  const token = await guest();
  const body = orderOf(one(sku), (await quoted(one(sku))).body);
  const leaving = new AbortController();
  const left = call("placeOrder", { token, body, signal: leaving.signal });
  setTimeout(() => leaving.abort(), 3);
  await expect(left).rejects.toMatchObject({ name: "AbortError" });
  const again = await call<PlacedOrder>("placeOrder", { token, body });
  expect([again.status, again.body.id]).toEqual([201, body.orderId]);
  expect(await booked(sku)).toEqual({ quantity: 3, reservedQuantity: 1 });
  expect(await ordersOf(sku)).toBe(1);
});

test("the hold runs out while somebody looks for their card: still there, it is claimed again", async () => {
  const { sku } = await staff.goods(1);
  const token = await guest();
  const { body } = await place(token, one(sku));
  await rows("update inventory.holds set expires_at = now() where order_id = $1", [body.id]);
  await expect.poll(() => booked(sku), patient).toEqual({ quantity: 1, reservedQuantity: 0 });
  await pay(token, body.id, "tok_visa");
  await untilOrder(token, body.id, "Paid");
  expect(await booked(sku)).toEqual({ quantity: 0, reservedQuantity: 0 });
});

test("the hold runs out and another buys: what was set aside is let go, and nothing was taken", async () => {
  const { sku } = await staff.goods(1);
  const [late, quick] = [await guest(), await guest()];
  const { body } = await place(late, one(sku));
  await rows("update inventory.holds set expires_at = now() where order_id = $1", [body.id]);
  await expect.poll(() => booked(sku), patient).toEqual({ quantity: 1, reservedQuantity: 0 });
  expect((await place(quick, one(sku))).status).toBe(201);
  await pay(late, body.id, "tok_visa");
  await untilOrder(late, body.id, "Cancelled");
  expect(await order(late, body.id)).toMatchObject({ cancelReason: "SoldOut" });
  const moved = await rows(
    `select kind from sandbox.money_log
      where reference in (select payment_id::text from payments.payments where order_id = $1)`,
    [body.id],
  );
  expect(moved).toEqual([]);
  expect(await booked(sku)).toEqual({ quantity: 1, reservedQuantity: 1 });
});

test("the time to pay is over: the order is cancelled, and its stock is free", async () => {
  const { sku } = await staff.goods(1);
  const token = await guest();
  const { body } = await place(token, one(sku));
  const wake = "update platform.sagas set wake_at = now() where subject = $1";
  const isOver = async () => {
    await rows(wake, [body.id]);
    return (await order(token, body.id)).status;
  };
  await expect.poll(isOver, { ...patient, interval: 300 }).toBe("Cancelled");
  expect(await order(token, body.id)).toMatchObject({ cancelReason: "TimedOut" });
  await expect.poll(() => booked(sku), patient).toEqual({ quantity: 1, reservedQuantity: 0 });
});

test("the price changes between quote and order: refused with the new quote, which then is taken", async () => {
  const { sku, id } = await staff.goods(5);
  const token = await guest();
  const { body: old } = await quoted(one(sku));
  await staff.reprice(id, sku, { EUR: 2_900 });
  const refused = await call<{ detail: { quote: Order & { version: string } } }>("placeOrder", {
    token,
    body: orderOf(one(sku), old),
  });
  expect([refused.status, refused.body]).toMatchObject([409, { type: "orders.quote_changed" }]);
  const { quote } = refused.body.detail;
  expect(quote.items[0]?.unitPrice.amount).toBe(2_900);
  const taken = await call<Order>("placeOrder", { token, body: orderOf(one(sku), quote) });
  expect([taken.status, taken.body.total]).toEqual([201, quote.total]);
});

test("the coupon is used up, or the stock is gone, between quote and order", async () => {
  const { sku } = await staff.goods(1);
  const code = `ONCE-${sku}`;
  const made = await call("createCoupon", {
    token: staff.token,
    body: { code, percentOff: 50, minimumSubtotal: 0, usesMax: 1 },
  });
  expect(made.status).toBe(201);
  const [{ body: first }, { body: second }] = await Promise.all([
    quoted(one(sku), { couponCode: code }),
    quoted(one(sku), { couponCode: code }),
  ]);
  const [quick, slow] = [await guest(), await guest()];
  const orderWith = (token: string, version: string) =>
    call("placeOrder", { token, body: orderOf(one(sku), { version }, { couponCode: code }) });
  expect((await orderWith(quick, first.version)).status).toBe(201);
  const late = await orderWith(slow, second.version);
  expect([late.status, late.body]).toMatchObject([
    409,
    { type: "orders.quote_changed", detail: { quote: { couponProblem: "UsedUp" } } },
  ]);
  const bare = await place(slow, one(sku));
  expect([bare.status, bare.body]).toMatchObject([409, { type: "inventory.sold_out" }]);
});
