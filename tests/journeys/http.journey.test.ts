import { randomBytes } from "node:crypto";
import { uuidv7 } from "@wares/platform";
import { expect, inject, test } from "vitest";
import { openApiClient } from "./openapi-client.ts";

// The whole of a purchase over HTTP, by somebody who has read the API's document and nothing else.

const { url, email: ownerEmail, password: ownerPassword } = inject("shop");
const { call, document } = await openApiClient(url);
const shopper = () => `shopper-${randomBytes(4).toString("hex")}@example.org`;
const patient = { timeout: 30_000, interval: 100 };

const address = {
  firstName: "Mira",
  lastName: "Okafor",
  addressLine1: "12 Harbour Street",
  city: "Galway",
  state: "",
  postalCode: "H91 X2F4",
  country: "IE",
  phone: "+353 91 000000",
};

type Card = { id: string; slug: string; sku: string };
type Line = { sku: string; quantity: number };
type Quote = { version: string; total: { amount: number } };
type Order = {
  id: string;
  key: string;
  status: string;
  total: { amount: number; currency: string };
  cancelReason?: string;
  refundedTotal: { amount: number };
  shipment?: { trackingNumber: string };
};

const newGuest = async () => (await call<{ guestToken: string }>("createGuest")).body.guestToken;
const available = async () => {
  const { body } = await call<{ products: Card[] }>("search", {
    query: { query: "mug", inStock: "true" },
  });
  expect(body.products.length).toBeGreaterThan(0);
  const { body: product } = await call<{ variants: (Line & { available: number })[] }>(
    "findProduct",
    {
      params: { slug: body.products[0]!.slug },
    },
  );
  return product.variants.find((one) => one.available > 3)!.sku;
};
const quoted = (lines: Line[], couponCode?: string) =>
  call<Quote & { discount: { amount: number }; couponProblem?: string }>("createQuote", {
    body: {
      lines,
      currency: "EUR",
      language: "en",
      shippingMethodId: "standard",
      destination: { country: "IE", state: "", postalCode: "H91 X2F4" },
      ...(couponCode && { couponCode }),
    },
  });
const orderOf = (lines: Line[], quote: Quote, email: string, change: object = {}) => ({
  orderId: uuidv7(),
  lines,
  currency: "EUR",
  language: "en",
  email,
  shippingAddress: address,
  shippingMethodId: "standard",
  quoteVersion: quote.version,
  ...change,
});
const place = async (token: string, sku: string, change: object = {}) => {
  const lines = [{ sku, quantity: 1 }];
  const { body: quote } = await quoted(lines);
  return call<Order>("placeOrder", { token, body: orderOf(lines, quote, shopper(), change) });
};
const pay = (token: string, orderId: string, card: string) =>
  call<{ id: string; status: string; failure?: string }>("pay", {
    token,
    body: { paymentId: uuidv7(), orderId, method: "CreditCard", token: card },
  });
const statusOf = (token: string, orderId: string) => async () =>
  (await call<Order>("findOrder", { token, params: { orderId } })).body.status;
const staff = async () => {
  const { body } = await call<{ accessToken: string }>("signIn", {
    body: { email: ownerEmail, password: ownerPassword },
  });
  return body.accessToken;
};

test("the document is OpenAPI 3.1", () => expect(document.openapi).toMatch(/^3\.1/));

test(
  "find, quote, order, pay, ship, deliver; and the mails tell of it",
  { timeout: 120_000 },
  async () => {
    const token = await newGuest();
    const email = shopper();
    const lines = [{ sku: await available(), quantity: 2 }];
    await call("addToCart", { token, query: { currency: "EUR" }, body: lines[0] });
    const { body: quote } = await quoted(lines);
    const request = orderOf(lines, quote, email);
    const { status, body: order } = await call<Order>("placeOrder", { token, body: request });
    expect([status, order.status, order.total.amount]).toEqual([
      201,
      "Pending",
      quote.total.amount,
    ]);
    const again = await call<Order>("placeOrder", { token, body: request });
    expect(again.body.id).toBe(order.id);

    await pay(token, order.id, "tok_visa");
    await expect.poll(statusOf(token, order.id), patient).toBe("Paid");
    await expect
      .poll(
        async () => (await call<{ itemCount: number }>("findCart", { token })).body.itemCount,
        patient,
      )
      .toBe(0);

    const owner = await staff();
    const orderId = order.id;
    await call("startProcessing", { token: owner, params: { orderId } });
    const parcel = {
      shipmentId: uuidv7(),
      carrier: "Parcel Post",
      service: "Standard",
      trackingNumber: "PP42",
    };
    await call("shipOrder", { token: owner, params: { orderId }, body: parcel });
    const other = await call("shipOrder", {
      token: owner,
      params: { orderId },
      body: { ...parcel, shipmentId: uuidv7() },
    });
    expect(other.status).toBe(409);
    await call("deliverOrder", { token: owner, params: { orderId } });
    expect(await statusOf(token, orderId)()).toBe("Delivered");

    const templates = async () => {
      const { body } = await call<{ mails: { template: string }[] }>("listMails", {
        query: { to: email },
      });
      return body.mails.map(({ template }) => template).toSorted();
    };
    await expect.poll(async () => (await templates()).length, patient).toBeGreaterThanOrEqual(4);
  },
);

test(
  "a declined card takes nothing and another may be tried; paying twice is refused",
  { timeout: 60_000 },
  async () => {
    const token = await newGuest();
    const { body: order } = await place(token, await available());
    expect((await pay(token, order.id, "tok_declined")).body.status).toBe("Failed");
    await expect.poll(statusOf(token, order.id), patient).toBe("PaymentFailed");
    await pay(token, order.id, "tok_mastercard");
    await expect.poll(statusOf(token, order.id), patient).toBe("Paid");
    expect((await pay(token, order.id, "tok_visa")).status).toBe(409);
  },
);

test(
  "an order that is cancelled after it was paid gives its money and its stock back",
  { timeout: 60_000 },
  async () => {
    const token = await newGuest();
    const sku = await available();
    const stockOf = async () =>
      (await call<{ stock: { available: number }[] }>("findAvailability", { query: { skus: sku } }))
        .body.stock[0]?.available;
    const before = await stockOf();
    const { body: order } = await place(token, sku);
    expect(await stockOf()).toBe((before ?? 0) - 1);
    await pay(token, order.id, "tok_mastercard");
    await expect.poll(statusOf(token, order.id), patient).toBe("Paid");
    await call("cancelOrder", { token: await staff(), params: { orderId: order.id }, body: {} });
    await expect
      .poll(
        async () => (await call<Order>("findOrder", { token, params: { orderId: order.id } })).body,
        patient,
      )
      .toMatchObject({ status: "Cancelled", refundedTotal: { amount: order.total.amount } });
    await expect.poll(stockOf, patient).toBe(before);
  },
);

test("a coupon takes off what it says, and what is unknown takes off nothing", async () => {
  const lines = [{ sku: await available(), quantity: 2 }];
  const [plain, known, unknown] = await Promise.all([
    quoted(lines),
    quoted(lines, "WELCOME10"),
    quoted(lines, "NO-SUCH"),
  ]);
  expect(known.body.discount.amount).toBeGreaterThan(0);
  expect(known.body.total.amount).toBeLessThan(plain.body.total.amount);
  expect(unknown.body).toMatchObject({ couponProblem: "Unknown", total: plain.body.total });
});

test("an order of yesterday's price is refused, and told today's", async () => {
  const token = await newGuest();
  const { status, body } = await place(token, await available(), { quoteVersion: "x".repeat(32) });
  expect([status, body]).toMatchObject([
    409,
    { type: "orders.quote_changed", detail: { quote: {} } },
  ]);
});

test("somebody else's order answers exactly as a missing one", async () => {
  const { body: order } = await place(await newGuest(), await available());
  const stranger = await newGuest();
  const theirs = await call("findOrder", { token: stranger, params: { orderId: order.id } });
  const missing = await call("findOrder", { token: stranger, params: { orderId: uuidv7() } });
  expect([theirs.status, theirs.body]).toEqual([missing.status, missing.body]);
  expect(theirs.status).toBe(404);
  const withKey = await call("findOrder", {
    params: { orderId: order.id },
    query: { key: order.key },
  });
  expect(withKey.status).toBe(200);
});
