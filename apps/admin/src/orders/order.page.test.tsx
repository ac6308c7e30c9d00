import { Order, parse } from "@wares/contracts";
import { expect, test } from "vitest";
import { sampleOrders, samplePayment, withStatus } from "../test-support/sample-data.ts";
import { show, wordsOf } from "../test-support/show.tsx";
import { OrderPage } from "./order.page.tsx";
import { orderQuery, paymentsQuery } from "./orders.queries.ts";

const [first] = sampleOrders();
if (!first) throw new Error("The sample has no order.");
const page = (order: Order) =>
  wordsOf(
    show(<OrderPage />, {
      at: `/orders/${order.id}`,
      path: "/orders/:orderId",
      known: [
        [orderQuery(order.id).queryKey, parse(Order, order)],
        [paymentsQuery(order.id).queryKey, [samplePayment(order)]],
      ],
    }),
  );

test.each([
  ["Paid", "Start processing"],
  ["Processing", "Ship 1 piece"],
  ["Shipped", "Delivered"],
] as const)("an order that is %s offers: %s", (status, deed) =>
  expect(page(withStatus(first, status))).toContain(`${deed} s `),
);

test("what may not be done is not offered", () => {
  const html = page(withStatus(first, "Cancelled"));
  expect(html).not.toContain("Refund r");
  expect(html).not.toContain("Cancel order");
});

test("the gateway's answer is shown in words", () => {
  const html = page(withStatus(first, "PaymentFailed"));
  expect(html).toMatch(/Failed : Too little on the card pi_3Qw8TzK1/);
});
