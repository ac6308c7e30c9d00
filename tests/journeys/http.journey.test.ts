import type { ProductList, ProductView, SearchResult } from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import { expect, test } from "vitest";
import { clerk } from "./clerk.ts";
import { openApiClient } from "./openapi-client.ts";
import { patient, somebody } from "./people.ts";
import { shopper, type Line } from "./shopper.ts";
import { ourShop } from "./our-shop.ts";

// The whole of a purchase over HTTP, by somebody who has read the API's document and nothing else:
// the client holds every answer to what the document says of it.

const { url, ...hint } = ourShop();
const { call, document } = await openApiClient(url);
const { guest, quoted, orderOf, place, pay, order, untilOrder, buy, mails } = shopper(call);
const staff = await clerk(call, hint);
const one = (sku: string): Line[] => [{ sku, quantity: 1 }];
const subjects = async (to: string) => (await mails(to)).map(({ subject }) => subject);
const templates = async (to: string) =>
  (await mails(to)).map(({ template }) => template).toSorted();

test("the document is OpenAPI 3.1", () => expect(document.openapi).toMatch(/^3\.1/));

test("find, quote, order, pay, ship, deliver; and the mails tell of it", async () => {
  const { body: found } = await call<SearchResult>("search", {
    query: { query: "mug", inStock: "true", currency: "EUR" },
  });
  expect(found.products.length).toBeGreaterThan(0);
  const slug = found.products[0]?.slug ?? "";
  const { body: product } = await call<ProductView>("viewProduct", {
    params: { slug },
    query: { currency: "EUR" },
  });
  const variant = product.variants.find(({ available }) => available > 3);
  expect(variant).toBeDefined();

  const token = await guest();
  const email = somebody();
  const lines = [{ sku: variant?.sku ?? "", quantity: 2 }];
  const cart = await call("addToCart", { token, query: { currency: "EUR" }, body: lines[0] });
  expect(cart.body).toMatchObject({ itemCount: 2 });
  const { body: quote } = await quoted(lines);
  const request = orderOf(lines, quote, { email });
  const placed = await call<{ id: string; key: string }>("placeOrder", { token, body: request });
  expect([placed.status, placed.body]).toMatchObject([
    201,
    { id: request.orderId, status: "Pending", total: quote.total },
  ]);
  const orderId = placed.body.id;
  const options = await call<{ testCards: { token: string; label: string }[] }>(
    "findPaymentOptions",
  );
  const card = options.body.testCards.find(({ label }) => label === "Succeeds");
  await pay(token, orderId, card?.token ?? "");
  await untilOrder(token, orderId, "Paid");
  const itemCount = async () =>
    (await call<{ itemCount: number }>("findCart", { token })).body.itemCount;
  await expect.poll(itemCount, patient).toBe(0);

  expect((await staff.startProcessing(orderId)).body).toMatchObject({ status: "Processing" });
  expect((await staff.ship(orderId)).body).toMatchObject({
    status: "Shipped",
    shipment: { trackingNumber: "PP42" },
  });
  expect((await staff.deliver(orderId)).body).toMatchObject({ status: "Delivered" });
  expect(await order(token, orderId)).toMatchObject({ status: "Delivered" });
  await expect
    .poll(() => templates(email), patient)
    .toEqual(["delivered", "order-confirmation", "payment-received", "shipped"]);
});

test("a declined card takes nothing and another may be tried; paying twice is refused", async () => {
  const { sku } = await staff.goods(3);
  const token = await guest();
  const { body } = await place(token, one(sku));
  await pay(token, body.id, "tok_declined");
  await untilOrder(token, body.id, "PaymentFailed");
  expect(await staff.stockOf(sku)).toMatchObject({ quantity: 3, reservedQuantity: 1 });
  await pay(token, body.id, "tok_mastercard");
  await untilOrder(token, body.id, "Paid");
  const again = await pay(token, body.id, "tok_visa");
  expect([again.status, again.body]).toMatchObject([409, { type: "payments.not_payable" }]);
  const { body: list } = await call<{ payments: { status: string }[] }>("listPayments", {
    token,
    query: { orderId: body.id },
  });
  expect(list.payments.map(({ status }) => status).toSorted()).toEqual(["Failed", "Succeeded"]);
});

test("what is sold out is refused with what is left, and nothing is held", async () => {
  const [plenty, scarce] = [await staff.goods(9), await staff.goods(2)];
  const lines = [...one(plenty.sku), { sku: scarce.sku, quantity: 3 }];
  const refused = await place(await guest(), lines);
  expect([refused.status, refused.body]).toMatchObject([
    409,
    { type: "inventory.sold_out", detail: { lines: [{ sku: scarce.sku, available: 2 }] } },
  ]);
  expect(await staff.stockOf(plenty.sku)).toMatchObject({ reservedQuantity: 0 });
});

test("an order that is cancelled after it was paid gives its money and its stock back", async () => {
  const { sku } = await staff.goods(5);
  const token = await guest();
  const { id, total } = await buy(token, one(sku));
  expect(await staff.stockOf(sku)).toMatchObject({ quantity: 4, reservedQuantity: 0 });
  await staff.cancel(id);
  await expect
    .poll(() => order(token, id), patient)
    .toMatchObject({ status: "Cancelled", refundedTotal: total });
  await expect
    .poll(() => staff.stockOf(sku), patient)
    .toMatchObject({ quantity: 5, reservedQuantity: 0 });
});

test("who has not paid may cancel, and what was held is free again", async () => {
  const { sku } = await staff.goods(1);
  const token = await guest();
  const { body } = await place(token, one(sku));
  expect(await staff.stockOf(sku)).toMatchObject({ availableQuantity: 0 });
  await call("cancelOrder", { token, params: { orderId: body.id }, body: {} });
  await expect.poll(() => staff.stockOf(sku), patient).toMatchObject({ availableQuantity: 1 });
  expect(await order(token, body.id)).toMatchObject({ status: "Cancelled" });
  expect((await pay(token, body.id, "tok_visa")).status).toBe(409);
});

test("a coupon takes off what it says, and what is unknown takes off nothing", async () => {
  const { sku } = await staff.goods(9);
  const lines = [{ sku, quantity: 4 }];
  const [plain, known, unknown] = await Promise.all([
    quoted(lines),
    quoted(lines, { couponCode: "WELCOME10" }),
    quoted(lines, { couponCode: "NO-SUCH" }),
  ]);
  const tenth = Math.round(plain.body.subtotal.amount / 10);
  expect(known.body.discount.amount).toBe(tenth);
  expect(unknown.body).toMatchObject({ couponProblem: "Unknown", total: plain.body.total });
  const token = await guest();
  const bought = await buy(token, lines, { couponCode: "WELCOME10" });
  expect(bought).toMatchObject({ total: known.body.total, couponCode: "WELCOME10" });
});

test("in Chinese, from the shelf to the mail", async () => {
  const { sku, id } = await staff.goods(2);
  const { body: shelf } = await call<ProductList>("listProducts", {
    query: { ids: id, language: "zh", currency: "CNY" },
  });
  expect(shelf.products[0]?.name).toMatch(/^旅途水壶/);
  const token = await guest();
  const email = somebody();
  const bought = await buy(token, one(sku), { language: "zh", email });
  expect(bought.items[0]?.name).toMatch(/^旅途水壶/);
  await expect.poll(async () => (await mails(email)).length, patient).toBe(2);
  const letters = await mails(email);
  expect(letters.map(({ language }) => language)).toEqual(["zh", "zh"]);
  for (const subject of await subjects(email)) expect(subject).toMatch(/\p{Script=Han}/u);
  const { body } = await call<{ text: string; html: string }>("readMail", {
    params: { notificationId: letters[0]?.id ?? "" },
  });
  expect(body.text).toContain("旅途水壶");
  expect(body.html).toContain('lang="zh');
});

test("an order of yesterday's price is refused, and told today's", async () => {
  const { sku } = await staff.goods(2);
  const body = orderOf(one(sku), { version: "x".repeat(32) });
  const answer = await call("placeOrder", { token: await guest(), body });
  expect([answer.status, answer.body]).toMatchObject([
    409,
    { type: "orders.quote_changed", field: "/quoteVersion", detail: { quote: {} } },
  ]);
});

test("a guest's key opens one order, and no key opens none", async () => {
  const { sku } = await staff.goods(2);
  const { body } = await place(await guest(), one(sku));
  const ask = (orderId: string, query = {}) => call("findOrder", { params: { orderId }, query });
  expect((await ask(body.id, { key: body.key })).status).toBe(200);
  expect((await ask(body.id)).status).toBe(404);
  expect((await ask(uuidv7(), { key: body.key })).status).toBe(404);
});
