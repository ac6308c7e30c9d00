import type { Order, Payment } from "@wares/contracts";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { expect, test } from "vitest";
import { changeCart } from "../cart/cart.server.ts";
import type { CheckoutView } from "../checkout/checkout-view.ts";
import { actOnCheckout, loadCheckout } from "../checkout/checkout.server.ts";
import { requestOf, sampleVisit } from "../sample/sample-visit.ts";
import OrderPage from "./order.page.tsx";
import { actOnOrder, loadOrder } from "./order.server.ts";
import { phaseOf } from "./phase.ts";

const address = {
  email: "maya@example.com",
  firstName: "Maya",
  lastName: "Lindqvist",
  addressLine1: "1420 SW Park Avenue",
  city: "Portland",
  state: "Oregon",
  postalCode: "97205",
};

const bought = async (token: string) => {
  const visited = sampleVisit();
  const { visit } = visited;
  const sku = "WR-SKERRY-MUG-MOSS-350";
  await changeCart(requestOf("/cart", { intent: "add", sku, quantity: "1" }), visit);
  const view: CheckoutView = await loadCheckout(requestOf("/checkout"), visit);
  const fields = {
    ...view.values,
    ...address,
    orderId: view.orderId,
    paymentId: view.paymentId,
    quoteVersion: view.quote.version,
    line: view.lines.map(({ sku, quantity }) => `${quantity}:${sku}`),
    intent: "pay",
    method: "CreditCard",
    token,
  };
  await actOnCheckout(requestOf("/checkout", fields), visit).catch(() => undefined);
  const path = `/orders/${view.orderId}?key=sample-key-${view.orderId}`;
  return { ...visited, path, orderId: view.orderId };
};
type Bought = Awaited<ReturnType<typeof bought>>;

const show = async ({ visit, path, orderId }: Bought) => {
  const page = await loadOrder(orderId, requestOf(path), visit);
  // The page asks for the full props of its route; the stub supplies the part that matters.
  const Stub = createRoutesStub([{ id: "page", path: "*", Component: OrderPage as never }]);
  return renderToStaticMarkup(
    <Stub initialEntries={[path]} hydrationData={{ loaderData: { page } }} />,
  );
};

test("while the bank thinks, the page says so and looks again without scripts", async () => {
  const html = await show(await bought("tok_ok"));
  expect(html).toContain("Paying…");
  expect(html).toContain('<meta http-equiv="refresh" content="4"/>');
  expect(html).not.toContain("Pay with another card");
});

test("a second factor is a link to the bank", async () => {
  const html = await show(await bought("tok_prove"));
  expect(html).toContain("Continue at your bank");
  expect(html).toContain('href="https://wares.example/bank"');
});

test("a declined card leaves the order, and takes another", async () => {
  const order = await bought("tok_declined");
  expect(await show(order)).toContain("Pay with another card");
  const page = await loadOrder(order.orderId, requestOf(order.path), order.visit);
  const fields = {
    intent: "pay",
    paymentId: page.paymentId,
    key: page.key ?? "",
    token: "tok_prove",
    method: "CreditCard",
  };
  await actOnOrder(order.orderId, requestOf(order.path, fields), order.visit);
  await actOnOrder(order.orderId, requestOf(order.path, fields), order.visit);
  expect(order.shop.sales.payments).toHaveLength(2);
});

test("paid says what comes next, and can still be cancelled", async () => {
  const order = await bought("tok_prove");
  order.shop.sales.advance(order.orderId, "Paid");
  const html = await show(order);
  expect(html).toContain("Paid. Next we pack it.");
  expect(html).toContain("Cancel the order");
  const cancel = requestOf(order.path, { intent: "cancel", key: "" });
  await actOnOrder(order.orderId, cancel, order.visit);
  expect(await show(order)).toContain("Nothing is held and nothing is charged.");
});

test("money that is there while the order has not heard of it is still a wait", () => {
  const pending: Pick<Order, "status"> = { status: "Pending" };
  const payment = (status: Payment["status"]): Pick<Payment, "status"> => ({ status });
  expect(phaseOf(pending, payment("Succeeded"))).toBe("paying");
  expect(phaseOf(pending, payment("Failed"))).toBe("Pending");
  expect(phaseOf({ status: "Cancelled" }, payment("Processing"))).toBe("Cancelled");
});
