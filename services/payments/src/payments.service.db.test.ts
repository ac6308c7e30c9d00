import {
  CancelPayment,
  CapturePayment,
  OrderId,
  PaymentId,
  RefundId,
  RefundPayment,
  UserId,
} from "@wares/contracts";
import { newId } from "@wares/platform";
import { signWebhook } from "@wares/sandbox";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { shop, total } from "./payments.examples.ts";

const patient = { timeout: 15_000 };

test("a card that succeeds is authorised, and captured once however often that is asked", async () => {
  await using db = await testDatabase();
  await using s = await shop(db);
  const orderId = newId(OrderId);
  const { status, body } = await s.pay(orderId, "tok_visa");
  expect([status, body.status, body.cardLast4]).toEqual([202, "Processing", "4242"]);
  await s.tell(CapturePayment({ orderId }), CapturePayment({ orderId }));
  await expect.poll(() => s.said(orderId), patient).toEqual(["authorised", "processed"]);
  expect(await s.moved()).toEqual([{ kind: "capture", amount: 3_998 }]);
});

test("ten payments sent at once for one order are one payment", async () => {
  await using db = await testDatabase();
  await using s = await shop(db);
  const orderId = newId(OrderId);
  const same = newId(PaymentId);
  const tries = await Promise.all([
    ...Array.from({ length: 5 }, () => s.pay(orderId, "tok_mastercard", same)),
    ...Array.from({ length: 5 }, () => s.pay(orderId, "tok_mastercard")),
  ]);
  const accepted = new Set(
    tries.filter(({ status }) => status === 202).map((one) => one.paymentId),
  );
  expect(accepted.size).toBe(1);
  expect(await s.moved()).toEqual([{ kind: "capture", amount: 3_998 }]);
});

test.for([
  ["tok_timeout", "after it was done"],
  ["tok_timeout_before", "before it was done"],
])(
  "%s: an answer that is lost %s is asked about, and nothing happens twice",
  patient,
  async ([token = ""]) => {
    await using db = await testDatabase();
    await using s = await shop(db);
    const orderId = newId(OrderId);
    expect((await s.pay(orderId, token)).body.status).toBe("Processing");
    await expect.poll(() => s.said(orderId), patient).toEqual(["authorised"]);
    await s.tell(CapturePayment({ orderId }));
    await expect.poll(() => s.said(orderId), patient).toEqual(["authorised", "processed"]);
    expect(await s.moved()).toEqual([{ kind: "capture", amount: 3_998 }]);
  },
);

test("a declined card takes nothing, and another may be tried", async () => {
  await using db = await testDatabase();
  await using s = await shop(db);
  const orderId = newId(OrderId);
  const declined = await s.pay(orderId, "tok_declined");
  expect(declined.body).toMatchObject({ status: "Failed", failure: "card_declined" });
  const poor = await s.pay(orderId, "tok_no_funds");
  expect(poor.body).toMatchObject({ status: "Failed", failure: "insufficient_funds" });
  expect((await s.pay(orderId, "tok_visa")).status).toBe(202);
  expect(await s.said(orderId)).toEqual(["failed", "failed", "authorised"]);
});

test("a second factor: the bank asks, the shopper answers, the webhook tells", async () => {
  await using db = await testDatabase();
  await using s = await shop(db);
  const orderId = newId(OrderId);
  const { body, paymentId } = await s.pay(orderId, "tok_second_factor");
  expect(body).toMatchObject({
    status: "Pending",
    nextAction: { url: `/sandbox-bank/${paymentId}` },
  });
  const question = await s.app.inject({ url: body.nextAction.url });
  expect(question.body).toContain("€39.98");
  const back = await s.app.inject({
    method: "POST",
    url: body.nextAction.url,
    payload: "answer=yes",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect(back.headers.location).toContain(`/orders/${orderId}?key=`);
  await expect.poll(() => s.said(orderId), patient).toEqual(["authorised"]);
});

test("in Chinese the bank asks in Chinese, and leads back to the Chinese page", async () => {
  await using db = await testDatabase();
  await using s = await shop(db, "zh");
  const orderId = newId(OrderId);
  const { body } = await s.pay(orderId, "tok_second_factor");
  const question = await s.app.inject({ url: body.nextAction.url });
  expect(question.body).toContain('<html lang="zh-Hans">');
  expect(question.body).toContain("是您本人在付款吗？");
  const back = await s.app.inject({
    method: "POST",
    url: body.nextAction.url,
    payload: "answer=no",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect(back.headers.location).toContain(`/zh/orders/${orderId}?key=`);
});

test("a cancelled order keeps no money, whenever the cancel comes", patient, async () => {
  await using db = await testDatabase();
  await using s = await shop(db);
  const [before, authorised, captured, nothing] = Array.from({ length: 4 }, () => newId(OrderId));
  if (!before || !authorised || !captured || !nothing) throw new Error("four orders");
  await s.tell(CancelPayment({ orderId: before }));
  expect((await s.pay(before, "tok_visa")).status).toBe(409);
  await s.pay(authorised, "tok_visa");
  await s.pay(captured, "tok_mastercard");
  const cancels = [authorised, captured, nothing].map((orderId) => CancelPayment({ orderId }));
  await s.tell(...cancels, ...cancels);

  await expect.poll(() => s.said(captured), patient).toEqual(["processed", "refunded"]);
  await expect.poll(() => s.said(authorised), patient).toEqual(["authorised", "voided"]);
  expect((await s.said(nothing))[0]).toBe("voided");
  expect(await s.moved()).toEqual([
    { kind: "capture", amount: 3_998 },
    { kind: "refund", amount: 3_998 },
  ]);
});

test("refunds come to what was taken and no more, each once", patient, async () => {
  await using db = await testDatabase();
  await using s = await shop(db);
  const orderId = newId(OrderId);
  await s.pay(orderId, "tok_mastercard");
  const refund = (amount: number) =>
    RefundPayment({ orderId, refundId: newId(RefundId), amount: { ...total, amount } });
  const first = refund(1_000);
  await s.tell(first, first, refund(2_998), refund(1));
  await expect
    .poll(() => s.said(orderId), patient)
    .toEqual(["processed", "refund_failed", "refunded", "refunded"]);
  const back = (await s.moved()).filter(({ kind }) => kind === "refund");
  expect(back.map(({ amount }) => amount).toSorted((a, b) => a - b)).toEqual([1_000, 2_998]);
});

test("a refund that the bank itself denies is over, and told", patient, async () => {
  await using db = await testDatabase();
  await using s = await shop(db);
  const orderId = newId(OrderId);
  await s.pay(orderId, "tok_mastercard");
  // Given back at the bank's own counter: the shop has not heard of it.
  await db.query("update sandbox.charges set refunded = captured");
  await s.tell(RefundPayment({ orderId, refundId: newId(RefundId), amount: total }));
  await expect.poll(() => s.said(orderId), patient).toEqual(["processed", "refund_failed"]);
  const { rows } = await db.query("select state, step_at from payments.refunds");
  expect(rows).toEqual([{ state: "failed", step_at: null }]);
});

test("a forged, a replayed and a strange webhook change nothing", async () => {
  await using db = await testDatabase();
  await using s = await shop(db);
  const body = JSON.stringify({
    id: "1",
    type: "charge.captured",
    charge: { reference: newId(PaymentId), status: "captured", captured: 1, refunded: 0 },
  });
  const send = async (signature: string, payload: string = body) =>
    (
      await s.app.inject({
        method: "POST",
        url: "/api/v1/payments/webhooks/sandbox",
        headers: { "content-type": "application/json", "sandbox-signature": signature },
        payload,
      })
    ).statusCode;
  const now = new Date();
  const good = signWebhook(s.tools.keys, body, now);
  const old = signWebhook(s.tools.keys, body, new Date(now.getTime() - 600_000));
  expect(await send(good)).toBe(200); // signed by the bank, about a payment that is not ours
  expect(await send("")).toBe(400);
  // One signature in sixteen ends in an A of its own.
  expect(await send(good.replace(/.$/, (last) => (last === "A" ? "B" : "A")))).toBe(400);
  expect(await send(good, body.replace("captured", "refunded"))).toBe(400);
  expect(await send(old)).toBe(400);
  expect((await db.query("select 1 from payments.payments")).rows).toEqual([]);
});

test("somebody else's order answers as a missing one", async () => {
  await using db = await testDatabase();
  await using s = await shop(db);
  const orderId = newId(OrderId);
  const mine = await s.pay(orderId, "tok_visa");
  s.become({ roles: ["customer"], userId: newId(UserId) });
  expect((await s.pay(orderId, "tok_visa")).body.type).toBe("payments.order_not_found");
  const read = (await s.app.inject({ url: `/api/v1/payments/${mine.paymentId}` })).json();
  const none = (await s.app.inject({ url: `/api/v1/payments/${newId(PaymentId)}` })).json();
  expect(read).toEqual(none);
});
