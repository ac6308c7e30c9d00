import { parse, PaymentMethodId } from "@wares/contracts";
import { data } from "react-router";
import { expect, test } from "vitest";
import { changeCart } from "../cart/cart.server.ts";
import { sampleShop } from "../sample/sample-shop.ts";
import { requestOf, sampleVisit } from "../sample/sample-visit.ts";
import type { CheckoutView } from "./checkout-view.ts";
import { actOnCheckout, loadCheckout } from "./checkout.server.ts";

const mug = "WR-SKERRY-MUG-MOSS-350";
const bowl = "WR-FOLD-BREAKFAST-BOWL-SKY";
const address = {
  email: "maya@example.com",
  country: "US",
  firstName: "Maya",
  lastName: "Lindqvist",
  addressLine1: "1420 SW Park Avenue",
  city: "Portland",
  state: "Oregon",
  postalCode: "97205",
};

const withCart = async (...skus: string[]) => {
  const all = sampleVisit();
  for (const sku of skus) {
    await changeCart(requestOf("/cart", { intent: "add", sku, quantity: "1" }), all.visit);
  }
  return all;
};

/** The fields of the page as a browser sends them. */
const fieldsOf = (view: CheckoutView, more: Record<string, string>) => ({
  orderId: view.orderId,
  paymentId: view.paymentId,
  stage: view.stage,
  quoteVersion: view.quote.version,
  seenTotal: String(view.quote.total.amount),
  couponCode: view.couponCode ?? "",
  line: view.lines.map(({ sku, quantity }) => `${quantity}:${sku}`),
  ...view.values,
  ...address,
  ...more,
});
type Visited = Awaited<ReturnType<typeof withCart>>;

const press = ({ visit }: Visited, view: CheckoutView, more: Record<string, string>) =>
  actOnCheckout(requestOf("/checkout", fieldsOf(view, more)), visit);
const pay = { intent: "pay", token: "tok_ok", method: "CreditCard" };
const open = ({ visit }: Visited) => loadCheckout(requestOf("/checkout"), visit);
/** Where a redirect leads. */
const goesTo = async (answer: Promise<unknown>) => {
  const thrown: unknown = await answer.then(
    (view) => view,
    (error: unknown) => error,
  );
  return thrown instanceof Response ? thrown.headers.get("location") : thrown;
};

test("a guest goes from the cart to a paid order in two presses", async () => {
  const visited = await withCart(mug);
  const first = await open(visited);
  expect(first.stage).toBe("details");
  const second = await press(visited, first, { intent: "continue" });
  expect(second).toMatchObject({ stage: "pay", errors: [] });
  expect(second.quote.total).toEqual({ amount: 2_800, currency: "USD" });
  expect(await goesTo(press(visited, second, pay))).toBe(
    `/orders/${first.orderId}?key=sample-key-${first.orderId}`,
  );
  expect(visited.shop.sales.orders.size).toBe(1);
  expect(visited.shop.sales.payments).toHaveLength(1);
});

test("what is kept is offered to its owner, and pays without a token", async () => {
  const visited = sampleVisit(sampleShop(), "wares_session=s");
  const id = parse(PaymentMethodId, "018f2f6e-7b1a-7c3e-9a55-3d6c1c1f0a02");
  visited.shop.people.user.paymentMethods.push({
    id,
    type: "CreditCard",
    cardBrand: "Visa",
    cardLast4: "4242",
    isDefault: true,
    createdAt: "2026-11-20T10:00:00Z",
  });
  await changeCart(requestOf("/cart", { intent: "add", sku: mug, quantity: "1" }), visited.visit);
  const first = await open(visited);
  expect(first.saved).toEqual([]);
  const view = await press(visited, first, { intent: "continue" });
  expect(view.saved).toMatchObject([{ id, cardLast4: "4242" }]);
  const strange = await press(visited, view, { ...pay, token: "saved:' or true --" });
  expect(strange.errors).toEqual([{ field: "token", kind: "token" }]);
  expect(visited.shop.sales.orders.size).toBe(0);
  const paid = await goesTo(press(visited, view, { ...pay, token: `saved:${id}`, keep: "yes" }));
  expect(paid).toContain("/orders/");
  expect(visited.shop.sales.requests).toMatchObject([{ savedMethodId: id }]);
  expect(visited.shop.sales.requests[0]).not.toHaveProperty("keep");
});

test("pressed twice, it is one order and one payment", async () => {
  const visited = await withCart(mug);
  const view = await press(visited, await open(visited), { intent: "continue" });
  const answers = await Promise.all([
    goesTo(press(visited, view, pay)),
    goesTo(press(visited, view, pay)),
  ]);
  expect(answers[0]).toBe(answers[1]);
  expect(visited.shop.sales.orders.size).toBe(1);
  expect(visited.shop.sales.payments).toHaveLength(1);
});

test("coming back after paying leads to the order, until the cart is another", async () => {
  const visited = await withCart(mug);
  const first = await open(visited);
  const view = await press(visited, first, { intent: "continue" });
  const order = await goesTo(press(visited, view, pay));
  expect(await goesTo(open(visited))).toBe(order);
  const add = requestOf("/cart", { intent: "add", sku: bowl, quantity: "1" });
  await changeCart(add, visited.visit);
  const next = await open(visited);
  expect(next.orderId).not.toBe(first.orderId);
});

test("a reload and a second tab buy the same order", async () => {
  const visited = await withCart(mug);
  expect((await open(visited)).orderId).toBe((await open(visited)).orderId);
});

test("an empty cart has nothing to check out", async () => {
  expect(await goesTo(open(await withCart()))).toBe("/cart");
});

test("what is missing is said per field, and nothing is bought", async () => {
  const visited = await withCart(mug);
  const view = await open(visited);
  const wrong = { email: "maya", city: "", postalCode: "9720", intent: "continue" };
  const answer = await press(visited, view, wrong);
  expect(answer.stage).toBe("details");
  expect(answer.errors).toEqual([
    { field: "email", kind: "email" },
    { field: "city", kind: "missing" },
    { field: "postalCode", kind: "postalCode" },
  ]);
  expect(answer.values.firstName).toBe("Maya");
  // Not even where somebody leaves the page's own order of presses.
  const paying = await press(visited, view, { ...wrong, ...pay });
  expect(paying.stage).toBe("details");
  expect(visited.shop.sales.orders.size).toBe(0);
});

test("a total that changed is shown, and wants another press", async () => {
  const visited = await withCart(mug);
  const view = await press(visited, await open(visited), { intent: "continue" });
  const stale = { ...pay, quoteVersion: "sample-quote-of-yesterday", seenTotal: "2500" };
  const answer = await press(visited, view, stale);
  expect(answer.trouble).toEqual({
    kind: "changed",
    before: { amount: 2_500, currency: "USD" },
    now: { amount: 2_800, currency: "USD" },
    isSaleOver: false,
  });
  expect(visited.shop.sales.orders.size).toBe(0);
  expect(await goesTo(press(visited, answer, pay))).toContain("/orders/");
});

test("a shop that is too busy says when to come again, and the same press then buys once", async () => {
  const visited = await withCart(mug);
  visited.shop.sales.busyMeanwhile.push(7);
  const view = await press(visited, await open(visited), { intent: "continue" });
  const answer = await press(visited, view, pay);
  expect(answer.trouble).toEqual({ kind: "busy", seconds: 7 });
  expect([answer.stage, answer.orderId]).toEqual(["pay", view.orderId]);
  expect(visited.shop.sales.orders.size).toBe(0);
  expect(await goesTo(press(visited, answer, pay))).toContain(`/orders/${view.orderId}`);
  expect(visited.shop.sales.orders.size).toBe(1);
});

test("sold out meanwhile says which line, and one press goes on without it", async () => {
  const visited = await withCart(mug, bowl);
  visited.shop.sales.soldOutMeanwhile.add(bowl);
  const view = await press(visited, await open(visited), { intent: "continue" });
  const answer = await press(visited, view, pay);
  expect(answer.trouble).toEqual({
    kind: "soldOut",
    lines: [{ sku: bowl, name: "Fold breakfast bowl", available: 1 }],
  });
  const without = await press(visited, answer, { intent: `drop:0:${bowl}` });
  expect(without.lines).toEqual([{ sku: mug, quantity: 1 }]);
  expect([...visited.shop.sales.lines.keys()]).toEqual([mug]);
  expect(await goesTo(press(visited, without, pay))).toContain("/orders/");
});

test.each([
  ["waiting-room", 403, "room"],
  ["gateway.not_admitted", 403, "room"],
  ["gateway.admission_used", 409, "taken"],
  ["pricing.flash_sale_limit", 422, "limit"],
  ["pricing.flash_sale_limit_reached", 409, "taken"],
  ["pricing.flash_sale_sold_out", 409, "sold-out"],
  ["pricing.flash_sale_not_running", 409, "over"],
  ["pricing.one_flash_sale_per_order", 422, "two"],
])("what a flash sale refuses by %s is decided in the cart", async (type, status, kind) => {
  const visited = await withCart(mug);
  const view = await open(visited);
  const { ask } = visited.visit;
  const refusing: typeof ask = async (question) => {
    if (question.path === "orders" && question.method === "POST")
      throw data({ type, status, title: "No." }, { status });
    return ask(question);
  };
  const refused = { ...visited, visit: { ...visited.visit, ask: refusing } };
  expect(await goesTo(press(refused, view, pay))).toBe(`/cart?sale=${kind}`);
  expect(visited.shop.sales.orders.size).toBe(0);
});

test("a sale that ended meanwhile is named as what changed the total", async () => {
  const visited = await withCart(mug);
  const view = await open(visited);
  const seen = { quoteVersion: "sample-quote-of-the-sale", seenTotal: "1400", seenSale: "1" };
  const answer = await press(visited, view, { ...pay, ...seen });
  expect(answer.trouble).toMatchObject({ kind: "changed", isSaleOver: true });
});

test("a code that is not one is said, and one that is takes ten per cent off", async () => {
  const visited = await withCart(mug);
  const view = await open(visited);
  const wrong = await press(visited, view, { intent: "coupon:code", code: "nonsense" });
  expect(wrong.quote.couponProblem).toBe("Unknown");
  const right = await press(visited, wrong, { intent: "coupon:code", code: "welcome10" });
  expect(right.quote.discount.amount).toBe(280);
  expect(right.couponCode).toBe("WELCOME10");
});

test("without a card chosen nothing is bought", async () => {
  const visited = await withCart(mug);
  const view = await press(visited, await open(visited), { intent: "continue" });
  const answer = await press(visited, view, { intent: "pay", method: "CreditCard" });
  expect(answer.errors).toEqual([{ field: "token", kind: "token" }]);
  expect(visited.shop.sales.orders.size).toBe(0);
});
