import * as Fact from "@wares/contracts";
import { idOf, on, uuidv7, type Service } from "@wares/platform";
import { publish, transact, type Database } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { settle } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { paymentId, teapot, total, usd } from "./order.examples.ts";
import { guest, numbered, shop } from "./shop.examples.ts";

const clerkId = idOf(Fact.UserId, "clerk");
const clerk = { userId: clerkId, roles: ["staff"] } as const;
const orderId = numbered(1);
const about = { orderId, paymentId: paymentId(1) };

// Payments and inventory as plain answers to commands; the bus, the saga's runner and orders are real.
const neighbours = (gone: ReadonlySet<string> = new Set()): Service => ({
  name: "neighbours",
  subscriptions: [
    on(Fact.ClaimStock, (events, tx) =>
      publish(
        tx,
        events.map(({ data }) =>
          gone.has(data.orderId)
            ? Fact.StockClaimRefused({ orderId: data.orderId })
            : Fact.StockClaimed({ orderId: data.orderId }),
        ),
      ),
    ),
    on(Fact.CapturePayment, (events, tx) =>
      publish(
        tx,
        events.map(() =>
          Fact.PaymentProcessed({
            ...about,
            amount: total,
            method: "CreditCard",
            status: "Succeeded",
          }),
        ),
      ),
    ),
    on(Fact.CancelPayment, (events, tx) =>
      publish(
        tx,
        events.map(({ data }) => Fact.PaymentVoided({ orderId: data.orderId })),
      ),
    ),
    on(Fact.RefundPayment, (events, tx) =>
      publish(
        tx,
        events.map(({ data: { refundId, amount } }) =>
          Fact.PaymentRefunded({ ...about, refundId, amount }),
        ),
      ),
    ),
  ],
});

const scene = async (db: Database, gone?: ReadonlySet<string>) => {
  const one = await shop(db);
  const services = [one.orders.service, neighbours(gone)];
  const tell = async (...events: Parameters<typeof publish>[1]) => {
    await transact(db, (tx) => publish(tx, events));
    await settle(db, services);
  };
  await one.place(1);
  await settle(db, services);
  const read = async () => (await one.ask("GET", `/${orderId}`, undefined, clerk)).body;
  const asStaff = async (method: "PUT" | "POST", url: string, body?: object) => {
    const answer = await one.ask(method, `/${orderId}${url}`, body, clerk);
    await settle(db, services);
    return answer;
  };
  const said = async (type: string) =>
    (await db.query("select data from platform.outbox where type = $1 order by position", [type]))
      .rows;
  return { ...one, tell, read, asStaff, said };
};
const authorised = Fact.PaymentAuthorised({ ...about, amount: total });
const kindsOf = (order: Fact.Order) => order.timeline.map(({ kind }) => kind);

test("money is promised, stock claimed, money taken: the order is Paid, and goes its way to the door", async () => {
  await using db = await testDatabase("orders");
  const { tell, read, asStaff, said } = await scene(db);
  await tell(authorised, authorised);
  expect(await read()).toMatchObject({ status: "Paid", paymentMethod: "CreditCard", revision: 3 });
  expect(await said("orders.order_paid")).toHaveLength(1);
  expect(await said("inventory.claim_stock")).toMatchObject([
    { data: { orderId, lines: [{ sku: teapot, quantity: 2 }] } },
  ]);

  expect((await asStaff("PUT", "/processing")).body).toMatchObject({ status: "Processing" });
  const parcel = {
    shipmentId: uuidv7(),
    carrier: "Post",
    service: "Parcel",
    trackingNumber: "RR123",
  };
  expect((await asStaff("PUT", "/shipment", parcel)).body).toMatchObject({ status: "Shipped" });
  expect((await asStaff("PUT", "/shipment", parcel)).status).toBe(200);
  expect(await asStaff("PUT", "/shipment", { ...parcel, shipmentId: uuidv7() })).toMatchObject({
    status: 409,
    body: { type: "orders.shipped_otherwise" },
  });
  const shipmentId = Fact.parse(Fact.ShipmentId, parcel.shipmentId);
  await tell(
    Fact.ShipmentDelivered({ orderId, shipmentId }),
    Fact.ShipmentDelivered({ orderId, shipmentId }),
  );
  const order = await read();
  expect(order).toMatchObject({ status: "Delivered", shipment: { trackingNumber: "RR123" } });
  expect(kindsOf(order)).toEqual([
    "Created",
    "Confirmed",
    "Paid",
    "ProcessingStarted",
    "Shipped",
    "Delivered",
  ]);
});

test("a decline is told, and the next attempt pays", async () => {
  await using db = await testDatabase("orders");
  const { tell, read, orders } = await scene(db);
  await tell(Fact.PaymentFailed({ ...about, reason: "No funds" }));
  expect(await read()).toMatchObject({ status: "PaymentFailed", can: { pay: true } });
  expect(await orders.orderToPay(orderId)).toMatchObject({ status: "PaymentFailed", total });
  await tell(Fact.PaymentAuthorised({ ...about, paymentId: paymentId(2), amount: total }));
  expect(await read()).toMatchObject({ status: "Paid" });
});

test("goods that are gone cost nothing", async () => {
  await using db = await testDatabase("orders");
  const { tell, read, said } = await scene(db, new Set([orderId]));
  await tell(authorised);
  expect(await read()).toMatchObject({ status: "Cancelled", cancelReason: "SoldOut" });
  expect(await said("payments.capture_payment")).toEqual([]);
  expect(await said("payments.cancel_payment")).toHaveLength(1);
});

test("a shopper cancels once; money and stock are let go of once; late money goes back", async () => {
  await using db = await testDatabase("orders");
  const { ask, tell, said, read } = await scene(db);
  const cancel = () => ask("PUT", `/${orderId}/cancellation`, { note: "Changed my mind" });
  expect(await cancel()).toMatchObject({ status: 200, body: { status: "Cancelled" } });
  expect(await cancel()).toMatchObject({ status: 200, body: { revision: 2 } });
  await tell();
  expect(await said("orders.order_cancelled")).toHaveLength(1);
  expect(await said("inventory.release_stock")).toHaveLength(1);
  expect(await said("payments.cancel_payment")).toHaveLength(1);
  await tell(authorised);
  expect(await said("payments.cancel_payment")).toHaveLength(2);
  expect(await read()).toMatchObject({ status: "Cancelled", cancelReason: "CustomerRequest" });
});

test("a refund moves money and stock, in part and then whole", async () => {
  await using db = await testDatabase("orders");
  const { tell, asStaff, read, said } = await scene(db);
  await tell(authorised);
  const refund = {
    refundId: uuidv7(),
    amount: usd(1_000),
    reason: "Chipped",
    restock: [{ sku: teapot, quantity: 1 }],
  };
  expect((await asStaff("POST", "/refunds", refund)).status).toBe(201);
  expect((await asStaff("POST", "/refunds", refund)).status).toBe(201);
  expect(await read()).toMatchObject({
    status: "Paid",
    refundedTotal: usd(1_000),
    refunds: [{ status: "Succeeded", amount: usd(1_000) }],
  });
  expect(await said("inventory.return_stock")).toHaveLength(1);
  expect(
    await asStaff("POST", "/refunds", { ...refund, refundId: uuidv7(), amount: usd(1_501) }),
  ).toMatchObject({ status: 422, body: { type: "orders.refund_too_large" } });
  const rest = { ...refund, refundId: uuidv7(), amount: usd(1_500), restock: [] };
  await asStaff("POST", "/refunds", rest);
  expect(await read()).toMatchObject({ status: "Refunded", refundedTotal: total });
});

test("a dispute is noted for staff alone, and so are their notes", async () => {
  await using db = await testDatabase("orders");
  const { tell, asStaff, read, ask } = await scene(db);
  await tell(Fact.PaymentDisputed({ ...about, amount: total, reason: "Not mine" }));
  await asStaff("POST", "/notes", { text: "Called her" });
  expect(kindsOf(await read())).toEqual(["Created", "PaymentDisputed", "Note"]);
  expect(kindsOf((await ask("GET", `/${orderId}`)).body)).toEqual(["Created"]);
  expect((await read()).timeline[2]).toMatchObject({ byUserId: clerkId, isInternal: true });
});

test("who changes what they read last is told when somebody was faster", async () => {
  await using db = await testDatabase("orders");
  const { tell, app, ask } = await scene(db);
  await tell(authorised);
  await ask("GET", "/all", undefined, clerk); // from here on the clerk asks
  const put = (etag: string) =>
    app.inject({
      method: "PUT",
      url: `/api/v1/orders/${orderId}/processing`,
      headers: { "if-match": etag },
    });
  expect((await put('"2"')).statusCode).toBe(412);
  expect((await put('"3"')).headers["etag"]).toBe('"4"');
});

test("a person who is erased is nobody in their orders, and the books stay", async () => {
  await using db = await testDatabase("orders");
  const userId = idOf(Fact.UserId, "ada");
  const { tell, place, ask } = await scene(db);
  const ada = { userId, roles: ["customer"] } as const;
  await place(2, { notes: "for Ada" }, ada);
  await tell(Fact.UserErased({ userId }));
  const { body } = await ask("GET", `/${numbered(2)}`, undefined, clerk);
  expect(body).toMatchObject({ total, shippingAddress: { firstName: "Erased", country: "GB" } });
  expect(body.notes).toBeUndefined();
  const { rows } = await db.query("select * from orders.orders where user_id = $1", [userId]);
  expect(JSON.stringify(rows)).not.toMatch(/Ada|Lovelace|St James/);
  const found = async (name: string) =>
    (await ask("GET", `/all?query=${name}`, undefined, clerk)).body.totalCount;
  expect([await found("ada@example"), await found("Lovelace")]).toEqual([1, 1]);
  expect((await ask("GET", `/${orderId}`, undefined, guest(1))).body.contact.email).toBe(
    "ada@example.com",
  );
});
