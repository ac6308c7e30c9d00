import {
  CartAbandoned,
  LinkRequested,
  OrderCancelled,
  OrderCreated,
  OrderDelivered,
  OrderId,
  OrderPaid,
  OrderPaymentFailed,
  OrderRefunded,
  OrderShipped,
  parse,
  PasswordChanged,
  RefundId,
  ReorderPointReached,
  ShipmentId,
  Sku,
  StockLow,
  StockOut,
  UserErased,
  UserLoggedIn,
  UserUpdated,
} from "@wares/contracts";
import { newId, orderKey } from "@wares/platform";
import { publish, transact } from "@wares/platform/database";
import { deliverAgain } from "./redelivery.examples.ts";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { mailWorld, order } from "./notifications.examples.ts";

const { orderId, buyerId, items, total } = order;
const money = { amount: 500, currency: "EUR" } as const;
const parcel = OrderShipped({
  orderId,
  shipmentId: newId(ShipmentId),
  carrier: "An Post",
  service: "Standard",
  trackingNumber: "AP123456789IE",
  items: [{ sku: items[0]!.sku, quantity: 2 }],
});

test("an order's whole life is told, each step once, with a link that opens it", async () => {
  await using db = await testDatabase("notifications");
  const { say, mails, read, tools, sent } = await mailWorld(db);
  await say(
    OrderCreated(order),
    OrderPaymentFailed({ orderId, reason: "card_declined" }),
    OrderPaid({ orderId, buyerId, items, total }),
    parcel,
    OrderDelivered({ orderId }),
    OrderRefunded({
      orderId,
      refundId: newId(RefundId),
      amount: money,
      refundedTotal: money,
      isFull: false,
    }),
    OrderCancelled({ orderId, reason: "TimedOut" }),
  );
  const all = (await mails()).toReversed();
  expect(all.map(({ template, status }) => [template, status])).toEqual([
    ["order-confirmation", "Sent"],
    ["payment-failed", "Sent"],
    ["payment-received", "Sent"],
    ["shipped", "Sent"],
    ["delivered", "Sent"],
    ["refunded", "Sent"],
    ["cancelled", "Sent"],
  ]);
  const link = `https://shop.example/orders/${orderId}?key=${orderKey(tools.keys, orderId)}`;
  for (const mail of all) expect((await read(mail)).text).toContain(link);
  expect((await read(all[3]!)).text).toContain("AP123456789IE");
  expect((await read(all[5]!)).subject).toContain("€5.00");
  expect(await sent()).toHaveLength(7);
});

test("told again, late, or under a new cursor, an event makes no second mail", async () => {
  await using db = await testDatabase();
  const { say, mails, service, sent } = await mailWorld(db);
  await say(OrderCreated(order));
  await deliverAgain(db, service);
  expect(await mails()).toHaveLength(1);
  expect(await sent()).toHaveLength(1);
  // One that is new among those that are known is not held up by them.
  await transact(db, (tx) => publish(tx, [OrderCancelled({ orderId, reason: "StaffRequest" })]));
  await deliverAgain(db, service);
  expect((await mails()).map(({ template }) => template)).toEqual([
    "cancelled",
    "order-confirmation",
  ]);
  expect(await sent()).toHaveLength(2);
});

test("links come only by mail, in the language asked for", async () => {
  await using db = await testDatabase("notifications");
  const { say, mails, read, tools } = await mailWorld(db);
  const email = "mira@example.org";
  const sealedToken = tools.keys.seal("mail-link", email, "wlk_token/with?odd&letters");
  await say(
    LinkRequested({ email, language: "zh", purpose: "ConfirmEmail", sealedToken }),
    LinkRequested({ email, language: "en", purpose: "ResetPassword", sealedToken }),
    LinkRequested({ email, language: "en", purpose: "EmailInUse" }),
    // Sealed for somebody else: not to be opened here.
    LinkRequested({
      email: "nils@example.org",
      language: "en",
      purpose: "ResetPassword",
      sealedToken,
    }),
  );
  const all = (await mails()).toReversed();
  expect(all.map(({ template, to }) => [template, to])).toEqual([
    ["confirm-email", email],
    ["reset-password", email],
    ["email-in-use", email],
  ]);
  const bodies = await Promise.all(all.map(read));
  expect(bodies[0]?.text).toContain(
    "https://shop.example/zh/confirm/wlk_token%2Fwith%3Fodd%26letters",
  );
  expect(bodies[1]?.text).toContain("https://shop.example/password-reset/wlk_token%2F");
  expect(bodies[2]?.text).toContain("https://shop.example/password-reset\n");
  const { rows } = await db.query("select mails::text as row from notifications.mails");
  for (const { row } of rows) expect(row).not.toMatch(/wlk_|mira|Confirm your/);
});

test("courtesies and advertising go to who wants them, what is owed goes always", async () => {
  await using db = await testDatabase("notifications");
  const { say, mails, meet, sent } = await mailWorld(db);
  const userId = await meet();
  const wants = { userId, email: "mira@example.org", language: "en" } as const;
  const cart = CartAbandoned({
    buyerId,
    userId,
    currency: "EUR",
    lines: [{ sku: items[0]!.sku, quantity: 3 }],
  });
  await say(
    cart,
    UserUpdated({ ...wants, emailNotifications: false, marketingEmails: true, revision: 3 }),
  );
  await say(
    // Older than what is known, so it changes nothing.
    UserUpdated({ ...wants, emailNotifications: true, marketingEmails: false, revision: 2 }),
    cart,
    OrderCreated({ ...order, userId }),
    parcel,
    OrderDelivered({ orderId }),
    OrderCancelled({ orderId, reason: "StaffRequest" }),
    PasswordChanged({ userId }),
    UserLoggedIn({ userId, method: "Password", device: "Safari on iPhone", isNewDevice: true }),
    UserLoggedIn({ userId, method: "Password", device: "Safari on iPhone", isNewDevice: false }),
  );
  expect(
    (await mails()).toReversed().map(({ template, status }) => `${template} ${status}`),
  ).toEqual([
    "welcome Sent",
    "abandoned-cart Withheld",
    "abandoned-cart Sent",
    "order-confirmation Sent",
    "shipped Withheld",
    "delivered Withheld",
    "cancelled Sent",
    "password-changed Sent",
    "new-device Sent",
  ]);
  expect(await sent()).toHaveLength(6);
});

test("the shop hears of its stock", async () => {
  await using db = await testDatabase("notifications");
  const { say, mails, read } = await mailWorld(db);
  const sku = parse(Sku, "TEAPOT<b>-BLUE");
  await say(
    StockLow({ sku, location: "main", available: 3, threshold: 5 }),
    StockOut({ sku, location: "main" }),
    ReorderPointReached({ sku, location: "main", available: 8, reorderPoint: 10 }),
  );
  const all = (await mails("to=stock@shop.example")).toReversed();
  expect(all.map(({ template }) => template)).toEqual(["stock-low", "stock-out", "reorder"]);
  expect((await read(all[2]!)).html).toContain("TEAPOT&lt;b&gt;-BLUE");
});

test("who is erased is forgotten: copies and mails", async () => {
  await using db = await testDatabase();
  const { say, mails, meet, tools } = await mailWorld(db);
  const userId = await meet();
  const email = "mira@example.org";
  const sealedToken = tools.keys.seal("mail-link", email, "wlk_token");
  await say(
    OrderCreated({ ...order, userId, contact: { email, language: "en" } }),
    LinkRequested({ email, language: "en", purpose: "ResetPassword", sealedToken }),
  );
  expect(await mails()).toHaveLength(3);
  for (const table of ["recipients", "mails"]) {
    const { rows } = await db.query(`select one::text as row from notifications.${table} one`);
    expect(JSON.stringify(rows)).not.toMatch(/mira@|okafor|harbour|teapot/i);
    expect(rows.length).toBeGreaterThan(0);
  }
  await say(UserErased({ userId }));
  await say(OrderCancelled({ orderId, reason: "StaffRequest" }), PasswordChanged({ userId }));
  for (const table of ["recipients", "mails", "order_owners"])
    expect((await db.query(`select from notifications.${table}`)).rowCount).toBe(0);
});

test("a guest's order is told on, though somebody of that address is erased", async () => {
  await using db = await testDatabase("notifications");
  const { say, mails, meet, sent } = await mailWorld(db);
  const userId = await meet();
  const contact = { email: "Mira@example.org", language: "zh" } as const;
  await say(OrderCreated({ ...order, contact }));
  await say(UserErased({ userId }));
  expect(await mails()).toEqual([]);
  await say(OrderPaid({ orderId, buyerId, items, total }));
  expect(await mails()).toMatchObject([
    { template: "payment-received", language: "zh", to: "Mira@example.org", status: "Sent" },
  ]);
  expect(await sent()).toHaveLength(3);
});

test("whom orders have forgotten already is shown no more, and never written to", async () => {
  await using db = await testDatabase("notifications");
  const { say, mails, read, orders } = await mailWorld(db);
  await say(OrderCreated(order));
  const [mail] = await mails();
  const contact = { email: "erased@example.invalid", language: "en" } as const;
  orders.ordered.set(orderId, { ...order, contact });
  expect(await mails()).toEqual([]);
  expect(await read(mail!)).toMatchObject({ status: 404 });
});

test("a page of mails asks for its orders once", async () => {
  await using db = await testDatabase("notifications");
  const { say, mails, orders } = await mailWorld(db);
  const many = Array.from({ length: 30 }, () => newId(OrderId));
  await say(
    ...many.map((id) => OrderCreated({ ...order, orderId: id })),
    ...many.map((id) => OrderPaid({ orderId: id, buyerId, items, total })),
  );
  expect(await mails()).toHaveLength(60);
  expect(orders.asked).toBe(1);
});

test("the mailbox is there in development only; staff see what was written about an order", async () => {
  await using db = await testDatabase("notifications");
  const { say, get, as } = await mailWorld(db, { mailbox: false });
  await say(OrderCreated(order));
  expect((await get("/mailbox/mails")).statusCode).toBe(404);
  expect((await get(`/notifications?orderId=${orderId}`)).statusCode).toBe(403);
  as("staff");
  const listed = await get(`/notifications?orderId=${orderId}`);
  expect(listed.json().mails).toMatchObject([{ template: "order-confirmation", orderId }]);
  expect(listed.body).not.toContain("key=");
  expect((await get("/notifications")).json()).toMatchObject({ status: 400, field: "/orderId" });
});

test("a long mailbox is read page by page", async () => {
  await using db = await testDatabase("notifications");
  const { say, get } = await mailWorld(db);
  const skus = Array.from({ length: 5 }, (_, nth) => parse(Sku, `CUP-${nth}`));
  await say(...skus.map((sku) => StockOut({ sku, location: "main" })));
  const seen: string[] = [];
  let after = "";
  for (let page = 0; page < 4; page++) {
    const answer = (await get(`/mailbox/mails?limit=2${after}`)).json();
    seen.push(...answer.mails.map(({ subject }: { subject: string }) => subject));
    if (!answer.next) break;
    after = `&after=${answer.next}`;
  }
  expect(new Set(seen).size).toBe(5);
  expect(seen).toHaveLength(5);
  expect((await get("/mailbox/mails?after=x.y")).json().field).toBe("/after");
  expect((await get(`/mailbox/mails/${orderId}`)).statusCode).toBe(404);
});
