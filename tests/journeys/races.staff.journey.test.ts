import type { PlacedOrder, StaffProduct } from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import { afterAll, expect, test } from "vitest";
import { clerk } from "./clerk.ts";
import { openApiClient } from "./openapi-client.ts";
import { patient } from "./people.ts";
import { shopDatabase } from "./shop-database.ts";
import { shopper, type Line } from "./shopper.ts";
import { ourShop } from "./our-shop.ts";

// Staff who meet each other, or the shopper, at the same order or product.

const { url, databaseUrl, ...hint } = ourShop();
const { call } = await openApiClient(url);
const { guest, place, pay, order, untilOrder, buy } = shopper(call);
const staff = await clerk(call, hint);
const { rows, close } = shopDatabase(databaseUrl);
afterAll(close);

const one = (sku: string): Line[] => [{ sku, quantity: 1 }];
const statusesOf = async (answers: readonly Promise<{ status: number }>[]) =>
  (await Promise.all(answers)).map(({ status }) => status).toSorted((left, right) => left - right);
const keptOf = async (orderId: string) =>
  (
    await rows<{ kept: number }>(
      `select coalesce(sum(case kind when 'capture' then amount else -amount end), 0)::int as kept
         from sandbox.money_log
        where reference in (select payment_id::text from payments.payments where order_id = $1)`,
      [orderId],
    )
  )[0]?.kept;

test("two edit the same product at once: one is saved, the other is asked to look again", async () => {
  const { id, name } = await staff.goods(0);
  const { body, headers } = await call<StaffProduct>("findCatalogueProduct", {
    token: staff.token,
    params: { productId: id },
  });
  const { description, brand, categoryId, attributes, images } = body;
  const edit = (word: string, revision = headers.get("etag") ?? "") =>
    call("editProduct", {
      token: staff.token,
      params: { productId: id },
      headers: { "if-match": revision },
      body: {
        name: { en: `${name} ${word}` },
        description,
        brand,
        categoryId,
        attributes,
        images,
      },
    });
  expect(await statusesOf([edit("red"), edit("blue")])).toEqual([200, 412]);
  const blind = await call("editProduct", {
    token: staff.token,
    params: { productId: id },
    body: { name: { en: name }, description, brand, categoryId, attributes, images },
  });
  expect(blind.status).toBe(428);
});

test("two ship the same order: the same parcel twice is one, another is refused", async () => {
  const { sku } = await staff.goods(2);
  const { id } = await buy(await guest(), one(sku));
  await staff.startProcessing(id);
  const shipmentId = uuidv7();
  expect(await statusesOf([staff.ship(id, shipmentId), staff.ship(id, shipmentId)])).toEqual([
    200, 200,
  ]);
  const other = await staff.ship(id);
  expect([other.status, other.body]).toMatchObject([409, { type: "orders.shipped_otherwise" }]);
  expect((await staff.cancel(id)).status).toBe(409);
});

test("more than was paid is never given back, in one piece or in many at once", async () => {
  const { sku } = await staff.goods(2);
  const token = await guest();
  const { id, total } = await buy(token, one(sku));
  const tooMuch = await staff.refund(id, total.amount + 1);
  expect([tooMuch.status, tooMuch.body]).toMatchObject([
    422,
    { type: "orders.refund_too_large", field: "/amount/amount" },
  ]);
  const most = total.amount - 100;
  const answers = Array.from({ length: 5 }, () => staff.refund(id, most));
  expect(await statusesOf(answers)).toEqual([201, 422, 422, 422, 422]);
  const refundId = uuidv7();
  const same = Array.from({ length: 5 }, () => staff.refund(id, 100, { refundId }));
  expect(await statusesOf(same)).toEqual([201, 201, 201, 201, 201]);
  await untilOrder(token, id, "Refunded");
  await expect.poll(() => keptOf(id), patient).toBe(0);
});

test("an order is cancelled while its money is on the way: nothing is kept of either", async () => {
  const { sku } = await staff.goods(3);
  const token = await guest();
  for (const card of ["tok_timeout", "tok_timeout_before", "tok_mastercard"]) {
    const { body } = await place(token, one(sku));
    await Promise.all([
      pay(token, body.id, card),
      call("cancelOrder", { token: staff.token, params: { orderId: body.id }, body: {} }),
    ]);
    await untilOrder(token, body.id, "Cancelled");
    await expect.poll(() => keptOf(body.id), patient).toBe(0);
    const isOver = async () =>
      rows(
        `select state from payments.payments
          where order_id = $1 and state not in ('failed', 'cancelled', 'voided', 'captured')`,
        [body.id],
      );
    await expect.poll(isOver, patient).toEqual([]);
  }
  await expect
    .poll(() => staff.stockOf(sku), patient)
    .toMatchObject({ quantity: 3, reservedQuantity: 0 });
});

test("an answer of the bank that is lost is asked for again, and pays once", async () => {
  const { sku } = await staff.goods(3);
  const token = await guest();
  for (const card of ["tok_timeout", "tok_webhook_never", "tok_webhook_twice"]) {
    const { body } = await place(token, one(sku));
    await pay(token, body.id, card);
    await untilOrder(token, body.id, "Paid");
    expect(await keptOf(body.id)).toBe(body.total.amount);
  }
});

test("a second factor: the bank asks, and the order is paid or not as the answer is", async () => {
  const { sku } = await staff.goods(3);
  const token = await guest();
  const answered = async (answer: "yes" | "no") => {
    const { body } = await place(token, one(sku));
    const paying = await pay(token, body.id, "tok_second_factor");
    const bank = `${url}${paying.body.nextAction?.url}`;
    expect(await (await fetch(bank)).text()).toContain("Is it you who pays?");
    const sent = await fetch(bank, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: `answer=${answer}`,
      redirect: "manual",
    });
    expect(sent.status).toBe(303);
    return body.id;
  };
  await untilOrder(token, await answered("yes"), "Paid");
  await untilOrder(token, await answered("no"), "PaymentFailed");
});

test("shopper and staff cancel, pay and read at once: one end, and the books agree", async () => {
  const { sku } = await staff.goods(8);
  const token = await guest();
  const placed = await Promise.all(Array.from({ length: 8 }, () => place(token, one(sku))));
  await Promise.all(
    placed.flatMap(({ body: { id } }: { body: PlacedOrder }) => [
      pay(token, id, "tok_visa"),
      call("cancelOrder", { token, params: { orderId: id }, body: {} }),
      order(token, id),
    ]),
  );
  const isSettled = async () => {
    const orders = await Promise.all(placed.map(({ body: { id } }) => order(token, id)));
    const kept = await Promise.all(orders.map(({ id }) => keptOf(id)));
    const paid = orders.filter(({ status }) => status === "Paid").length;
    const agree = orders.every(({ status, total }, nth) =>
      status === "Paid" ? kept[nth] === total.amount : status === "Cancelled" && kept[nth] === 0,
    );
    const { quantity, reservedQuantity } = await staff.stockOf(sku);
    return agree && quantity === 8 - paid && reservedQuantity === 0;
  };
  await expect.poll(isSettled, patient).toBe(true);
});
