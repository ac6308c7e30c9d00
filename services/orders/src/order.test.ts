import { orderStatuses, RefundId, ShipmentId, type OrderStatus } from "@wares/contracts";
import { idOf, isRefusal } from "@wares/platform";
import { describe, expect, test } from "vitest";
import { orderNumber } from "./order-number.ts";
import { legal, type OrderState } from "./order-state.ts";
import { canDo, decide, evolve, type OrderCommand } from "./order.ts";
import { placed, teapot, usd } from "./order.examples.ts";

const at = (status: OrderStatus): OrderState => ({ ...placed, status });
const shipment = {
  id: idOf(ShipmentId, "parcel"),
  carrier: "Post",
  service: "Parcel",
  trackingNumber: "X1",
};
const outcome = (order: OrderState, ...commands: OrderCommand[]) => {
  let now = order;
  let last: unknown;
  for (const command of commands) {
    const decision = decide(now, command);
    if (isRefusal(decision)) return { order: now, refusal: decision.refusal };
    now = decision.reduce(evolve, now);
    last = decision;
  }
  return { order: now, said: last };
};

describe("every step", () => {
  const steps: readonly (readonly [OrderCommand, OrderStatus])[] = [
    [{ type: "confirm" }, "Confirmed"],
    [{ type: "pay" }, "Paid"],
    [{ type: "failPayment", reason: "declined" }, "PaymentFailed"],
    [{ type: "startProcessing" }, "Processing"],
    [{ type: "ship", shipment }, "Shipped"],
    [{ type: "deliver" }, "Delivered"],
    [{ type: "cancel", reason: "StaffRequest" }, "Cancelled"],
  ];
  test.for(
    orderStatuses.flatMap((from) => steps.map(([command, to]) => [from, command, to] as const)),
  )("from %s by %j is taken only where the table has it", ([from, command, to]) => {
    const { order, refusal, said } = outcome(at(from), command);
    const isLegal = from !== to && legal[from].includes(to);
    const happened = Array.isArray(said) ? said.length : 0;
    expect({ status: order.status, happened, isRefused: refusal !== undefined }).toEqual({
      status: isLegal ? to : from,
      happened: isLegal ? 1 : 0,
      isRefused: !isLegal && from !== to,
    });
  });

  test("ends for good where it ends", () => {
    expect(legal.Cancelled).toEqual([]);
    expect(legal.Refunded).toEqual([]);
    expect(legal.Delivered).toEqual(["Refunded"]);
  });
});

test.for([
  ["Pending", true],
  ["PaymentFailed", true],
  ["Confirmed", true],
  ["Paid", false],
  ["Processing", false],
  ["Shipped", false],
] as const)("a shopper cancels what is %s: %s", ([status, isAllowed]) => {
  const { refusal } = outcome(at(status), { type: "cancel", reason: "CustomerRequest" });
  expect(refusal).toBe(isAllowed ? undefined : "orders.too_late_to_cancel");
});

test("a shipment is one, however often it is said, and no other", () => {
  const ship: OrderCommand = { type: "ship", shipment };
  expect(outcome(at("Paid"), ship, ship).said).toEqual([]);
  const other = { ...shipment, id: idOf(ShipmentId, "other") };
  expect(outcome(at("Paid"), ship, { type: "ship", shipment: other }).refusal).toBe(
    "orders.shipped_otherwise",
  );
});

describe("a refund", () => {
  const refund = (nth: number, amount: number, restock: number[] = []) =>
    ({
      type: "requestRefund",
      refundId: idOf(RefundId, String(nth)),
      amount: usd(amount),
      reason: "Chipped",
      restock: restock.map((quantity) => ({ sku: teapot, quantity })),
    }) as const;
  const settle = (nth: number, amount: number) =>
    ({ type: "settleRefund", refundId: idOf(RefundId, String(nth)), amount: usd(amount) }) as const;
  const fail = (nth: number) =>
    ({ type: "failRefund", refundId: idOf(RefundId, String(nth)), reason: "no" }) as const;

  test.for([
    ["as much as was paid", [refund(1, 2_500)], undefined],
    ["more", [refund(1, 2_501)], "orders.refund_too_large"],
    [
      "more than others under way leave",
      [refund(1, 2_000), refund(2, 501)],
      "orders.refund_too_large",
    ],
    ["what a failed one left", [refund(1, 2_000), fail(1), refund(2, 2_500)], undefined],
    [
      "more than settled ones leave",
      [refund(1, 2_000), settle(1, 2_000), refund(2, 501)],
      "orders.refund_too_large",
    ],
    ["nothing", [refund(1, 0)], "orders.refund_nothing"],
    ["the same again", [refund(1, 100), refund(1, 100)], undefined],
    ["another under the same id", [refund(1, 100), refund(1, 200)], "orders.refunded_otherwise"],
    [
      "more pieces than were sold",
      [refund(1, 1, [1]), refund(2, 1, [2])],
      "orders.restock_too_many",
    ],
  ] as const)("of %s", ([, commands, refusal]) =>
    expect(outcome(at("Delivered"), ...commands).refusal).toBe(refusal),
  );

  test("in another currency is refused", () => {
    const euros = { ...refund(1, 1), amount: { amount: 1, currency: "EUR" } } as const;
    expect(outcome(at("Paid"), euros).refusal).toBe("orders.refund_currency");
  });

  test("of everything makes the order Refunded; settled twice, it counts once", () => {
    const { order } = outcome(at("Shipped"), refund(1, 1_000), settle(1, 1_000), settle(1, 1_000));
    expect(order).toMatchObject({ status: "Shipped", refundedTotal: 1_000 });
    expect(outcome(order, refund(2, 1_500), settle(2, 1_500)).order).toMatchObject({
      status: "Refunded",
      refundedTotal: 2_500,
    });
  });

  test("that the gateway would not make is noted once, also when nobody asked for it", () => {
    const { order, said } = outcome(at("Cancelled"), fail(9), fail(9));
    expect(said).toEqual([]);
    expect(order).toMatchObject({ status: "Cancelled", refunds: [{ status: "Failed" }] });
  });

  test("that follows a cancellation is noted, and the order stays Cancelled", () =>
    expect(outcome(at("Cancelled"), settle(9, 2_500)).order).toMatchObject({
      status: "Cancelled",
      refundedTotal: 2_500,
      refunds: [{ status: "Succeeded" }],
    }));
});

test("who reads it decides what can be done", () => {
  const shopper = { isStaff: false, isBuyer: true, isInTime: true };
  const keyHolder = { isStaff: false, isBuyer: false, isInTime: true };
  const clerk = { isStaff: true, isBuyer: false, isInTime: false };
  expect(canDo(at("Pending"), shopper)).toMatchObject({ pay: true, cancel: true, refund: false });
  expect(canDo(at("Pending"), keyHolder)).toMatchObject({ pay: true, cancel: false });
  expect(canDo(at("Pending"), clerk)).toMatchObject({ pay: false, cancel: true });
  expect(canDo(at("Paid"), shopper)).toMatchObject({ pay: false, cancel: false, ship: false });
  expect(canDo(at("Paid"), clerk)).toMatchObject({ ship: true, cancel: true, refund: true });
  const nothingLeft = { ...at("Delivered"), refundedTotal: 2_500 };
  expect(canDo(nothingLeft, clerk)).toMatchObject({ refund: false, deliver: false });
});

test("an order number is short, and spells nothing", () => {
  const number = orderNumber(Uint8Array.from({ length: 32 }, (_, nth) => nth * 7));
  expect(number).toMatch(/^W-[2-9B-DF-HJKMNP-TV-XZ]{4}-[2-9B-DF-HJKMNP-TV-XZ]{4}$/);
});
