import * as contracts from "@wares/contracts";
import { afterAll, expect, test } from "vitest";
import { clerk } from "./clerk.ts";
import { openApiClient } from "./openapi-client.ts";
import { patient, somebody } from "./people.ts";
import { shopper, type Line } from "./shopper.ts";
import { witness } from "./witness.ts";
import { ourShop } from "./our-shop.ts";

// Every event of orders, money and parcels, said because somebody did something, and what follows.

const { url, databaseUrl, ...hint } = ourShop();
const { call } = await openApiClient(url);
const { guest, place, pay, order, untilOrder, buy } = shopper(call);
const staff = await clerk(call, hint);
const { rows, said, untilMail, untilCount, close } = witness(call, databaseUrl);
afterAll(close);
const one = (sku: string, quantity = 1): Line[] => [{ sku, quantity }];

test("OrderCreated to ShipmentDelivered: one order's whole life is told, in order", async () => {
  const { sku, id: productId } = await staff.goods(5);
  const token = await guest();
  const email = somebody();
  const { id } = await buy(token, one(sku, 2), { email, couponCode: "WELCOME10" });
  await staff.startProcessing(id);
  await staff.ship(id);
  await staff.deliver(id);
  const told = async () =>
    (
      await rows<{ type: string }>(
        "select type from platform.outbox where subject = $1 order by position",
        [id],
      )
    ).map(({ type }) => type);
  const life = [
    contracts.OrderCreated,
    contracts.CouponRedeemed,
    contracts.PaymentAuthorised,
    contracts.OrderConfirmed,
    contracts.ClaimStock,
    contracts.StockClaimed,
    contracts.CapturePayment,
    contracts.PaymentProcessed,
    contracts.OrderPaid,
    contracts.OrderProcessingStarted,
    contracts.OrderShipped,
    contracts.OrderDelivered,
    contracts.ShipmentCreated,
    contracts.ShipmentDelivered,
  ].map(({ type }) => type);
  await expect.poll(async () => (await told()).toSorted(), patient).toEqual(life.toSorted());
  const spine = [contracts.OrderCreated, contracts.StockClaimed, contracts.OrderPaid].map(
    ({ type }): string => type,
  );
  expect((await told()).filter((type) => spine.includes(type))).toEqual(spine);
  for (const template of ["order-confirmation", "payment-received", "shipped", "delivered"])
    await untilMail(email, template);
  const sent = await rows<{ id: string }>(
    `select notification_id as id from notifications.mails
      where order_id = $1 and template = 'delivered'`,
    [id],
  );
  // NotificationSent
  await said("notifications.notification_sent", sent[0]?.id ?? "");
  const { body } = await call<{ shipments: { status: string }[] }>("listShipments", {
    token: staff.token,
    query: { orderId: id },
  });
  expect(body.shipments).toMatchObject([{ status: "Delivered" }]);
  await untilCount("recommendations.purchases where order_id = $1 and product_id = $2", [
    id,
    productId,
  ]).toBe(1);
  await untilCount("pricing.redemptions where order_id = $1", [id]).toBe(1);
});

test("PaymentFailed, OrderPaymentFailed: a decline is told, and the stock stays held", async () => {
  const { sku } = await staff.goods(1);
  const token = await guest();
  const email = somebody();
  const { body } = await place(token, one(sku), { email });
  await pay(token, body.id, "tok_no_funds");
  await said("payments.payment_failed", body.id);
  await said("orders.order_payment_failed", body.id);
  await untilMail(email, "payment-failed");
  expect(await staff.stockOf(sku)).toMatchObject({ reservedQuantity: 1 });
});

test("OrderCancelled, CancelPayment, ReleaseStock, PaymentVoided, StockReleased: all is let go", async () => {
  const { sku } = await staff.goods(1);
  const token = await guest();
  const email = somebody();
  const { body } = await place(token, one(sku), { email, couponCode: "WELCOME10" });
  await call("cancelOrder", { token, params: { orderId: body.id }, body: {} });
  expect(await said("orders.order_cancelled", body.id)).toMatchObject({
    reason: "CustomerRequest",
  });
  await said("payments.cancel_payment", body.id);
  await said("inventory.release_stock", body.id);
  await said("payments.payment_voided", body.id);
  expect(await said("inventory.stock_released", body.id)).toMatchObject({ reason: "Released" });
  await untilMail(email, "cancelled");
  expect(await staff.stockOf(sku)).toMatchObject({ availableQuantity: 1 });
  await untilCount("pricing.redemptions where order_id = $1 and state = 'redeemed'", [
    body.id,
  ]).toBe(0);
});

test("OrderRefundRequested, RefundPayment, PaymentRefunded, OrderRefunded, ReturnStock: goods and money come back", async () => {
  const { sku } = await staff.goods(3);
  const token = await guest();
  const email = somebody();
  const { id, total } = await buy(token, one(sku, 2), { email });
  await staff.refund(id, 500, { restock: one(sku) });
  expect(await said("orders.order_refund_requested", id)).toMatchObject({
    amount: { amount: 500 },
  });
  await said("payments.refund_payment", id);
  await said("inventory.return_stock", id);
  await said("payments.payment_refunded", id);
  expect(await said("orders.order_refunded", id)).toMatchObject({ isFull: false });
  expect(await order(token, id)).toMatchObject({ status: "Paid", refundedTotal: { amount: 500 } });
  await expect.poll(() => staff.stockOf(sku), patient).toMatchObject({ quantity: 2 });
  await staff.refund(id, total.amount - 500);
  await untilOrder(token, id, "Refunded");
  await untilMail(email, "refunded");
});

test("PaymentRefundFailed, OrderRefundFailed: what cannot go back is shown to staff", async () => {
  const { sku } = await staff.goods(1);
  const token = await guest();
  const { id, total } = await buy(token, one(sku));
  // Somebody gives the money back at the bank's own counter, which the shop does not hear of.
  await rows(
    `update sandbox.charges set refunded = captured
      where reference = (select payment_id::text from payments.payments where order_id = $1)`,
    [id],
  );
  await staff.refund(id, total.amount);
  await said("payments.payment_refund_failed", id);
  await said("orders.order_refund_failed", id);
  expect(await order(staff.token, id)).toMatchObject({
    status: "Paid",
    refunds: [{ status: "Failed" }],
  });
});

test("PaymentDisputed: the bank asks for the money back, and staff see it on the order", async () => {
  const { sku } = await staff.goods(1);
  const token = await guest();
  const { body } = await place(token, one(sku));
  await pay(token, body.id, "tok_disputed");
  await untilOrder(token, body.id, "Paid");
  await said("payments.payment_disputed", body.id);
  const kinds = async () => (await order(staff.token, body.id)).timeline.map(({ kind }) => kind);
  await expect.poll(kinds, patient).toContain("PaymentDisputed");
  const shown = (await order(token, body.id)).timeline.map(({ kind }) => kind);
  expect(shown).not.toContain("PaymentDisputed");
});

test("StockClaimRefused: money that comes when the goods are gone goes back", async () => {
  const { sku } = await staff.goods(1);
  const [late, quick] = [await guest(), await guest()];
  const { body } = await place(late, one(sku));
  await rows("update inventory.holds set expires_at = now() where order_id = $1", [body.id]);
  await expect.poll(() => staff.stockOf(sku), patient).toMatchObject({ availableQuantity: 1 });
  expect(await said("inventory.stock_released", body.id)).toMatchObject({ reason: "Expired" });
  await buy(quick, one(sku));
  await pay(late, body.id, "tok_mastercard");
  await said("inventory.stock_claim_refused", body.id);
  await untilOrder(late, body.id, "Cancelled");
  await expect
    .poll(() => order(late, body.id), patient)
    .toMatchObject({ cancelReason: "SoldOut", refundedTotal: body.total });
});

test("every saying was counted by the one who counts, and nobody choked on any", async () => {
  const uncounted = () =>
    rows(
      `select type, count(*)::int as said from platform.outbox
        where type = any($1)
        group by type
       having count(*) <> coalesce((select sum(count) from analytics.event_counts
                                     where event_counts.type = outbox.type), 0)`,
      [Object.values<unknown>(contracts).flatMap(typeOf)],
    );
  await expect.poll(uncounted, patient).toEqual([]);
  expect(await rows("select consumer, type, error from platform.parked")).toEqual([]);
});

const typeOf = (value: unknown): string[] =>
  typeof value === "function" && "type" in value && "version" in value ? [String(value.type)] : [];
