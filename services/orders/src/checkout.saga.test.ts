import * as Fact from "@wares/contracts";
import { idOf } from "@wares/platform";
import { describe, expect, test } from "vitest";
import { simulate } from "./checkout-world.examples.ts";
import { checkout, notBegun, type Checkout, type CheckoutMessage } from "./checkout.saga.ts";
import { created, orderId, paymentId, teapot, total, usd } from "./order.examples.ts";

test(
  "however messages arrive, order, stock and money end in agreement",
  { timeout: 60_000 },
  () => {
    const ends = new Map<string, number>();
    for (let seed = 1; seed <= 30_000; seed++) {
      const { order, stock, money, wasTaken } = simulate(seed);
      const end = order.cancelReason ?? order.status;
      ends.set(end, (ends.get(end) ?? 0) + 1);
      const isKept = order.status === "Paid";
      const refunded = isKept ? 0 : Math.min(wasTaken, 1) * total.amount;
      const whole = isKept ? ["claimed", "taken", refunded] : ["released", "free", refunded];
      expect([seed, end, stock, money, order.refundedTotal]).toEqual([seed, end, ...whole]);
    }
    // Every end there is, and no other; each was seen often, so the worlds are not all alike.
    expect([...ends.keys()].toSorted()).toEqual([
      "CustomerRequest",
      "Paid",
      "SoldOut",
      "StaffRequest",
      "TimedOut",
    ]);
    expect(Math.min(...ends.values())).toBeGreaterThan(300);
  },
);

const after = (...messages: CheckoutMessage[]) => {
  let state: Checkout = notBegun;
  let sent: string[] = [];
  let wakeAfterMs: number | null | undefined;
  for (const message of messages) {
    const reaction = checkout(state, message);
    state = reaction.state;
    sent = reaction.send.map(({ type }) => type);
    wakeAfterMs = reaction.wakeAfterMs;
  }
  return { state, sent, wakeAfterMs };
};
const about = { orderId, paymentId: paymentId(1) };
const begun = Fact.OrderCreated(created);
const authorised = Fact.PaymentAuthorised({ ...about, amount: total });
const processed = Fact.PaymentProcessed({
  ...about,
  amount: total,
  method: "PayPal",
  status: "Succeeded",
});
const declined = Fact.PaymentFailed({ ...about, reason: "No funds" });
const claimed = Fact.StockClaimed({ orderId });
const timeIsUp = { type: "checkout.time_is_up", data: { orderId } } as const;

// A simulation proves where worlds end; these say how promptly.
describe("the checkout", () => {
  test("waits fifteen minutes for money", () =>
    expect(after(begun)).toMatchObject({ sent: [], wakeAfterMs: 900_000 }));

  test("claims as soon as money is promised, and takes it only then", () => {
    expect(after(begun, authorised).sent).toEqual(["orders.confirm", "inventory.claim_stock"]);
    expect(after(begun, authorised, claimed).sent).toEqual(["payments.capture_payment"]);
    expect(after(authorised, begun).sent).toEqual(["orders.confirm", "inventory.claim_stock"]);
  });

  test("is paid when both are there, whichever came first", () => {
    const paid = ["orders.pay"];
    expect(after(begun, authorised, claimed, processed).sent).toEqual(paid);
    expect(after(begun, processed, claimed).sent).toEqual(paid);
    expect(after(begun, processed).sent).not.toContain("orders.pay");
    expect(after(begun, processed, claimed).wakeAfterMs).toBeNull();
  });

  test("confirms anew what a decline had taken back", () => {
    const second = Fact.PaymentAuthorised({ ...about, paymentId: paymentId(2), amount: total });
    expect(after(begun, authorised, claimed, declined, second).sent).toEqual([
      "orders.confirm",
      "payments.capture_payment",
    ]);
  });

  test("tells the shopper of a decline at once, and keeps their stock", () =>
    expect(after(begun, declined).sent).toEqual(["orders.fail_payment"]));

  test("asks for money back when the goods are gone", () =>
    expect(after(begun, authorised, Fact.StockClaimRefused({ orderId })).sent).toEqual([
      "orders.cancel",
      "payments.cancel_payment",
    ]));

  test("lets stock go on time only after the answer about money", () => {
    expect(after(begun, timeIsUp).sent).toEqual(["payments.cancel_payment"]);
    expect(after(begun, timeIsUp, Fact.PaymentVoided({ orderId })).sent).toEqual([
      "orders.cancel",
      "inventory.release_stock",
    ]);
  });

  test("that was asked to take nothing is over when what was taken came back", () => {
    const refundId = idOf(Fact.RefundId, "back");
    const back = Fact.PaymentRefunded({ ...about, refundId, amount: total });
    expect(after(begun, timeIsUp, back).sent).toEqual([
      "orders.cancel",
      "inventory.release_stock",
      "orders.settle_refund",
    ]);
  });

  test("is not disturbed by late news of an attempt that failed before", () => {
    const second = Fact.PaymentAuthorised({ ...about, paymentId: paymentId(2), amount: total });
    expect(after(begun, second, declined).sent).toEqual([]);
    expect(after(begun, second, declined, claimed).sent).toContain("payments.capture_payment");
  });

  test("is woken again while money is on its way", () =>
    expect(after(begun, authorised, timeIsUp)).toMatchObject({ sent: [], wakeAfterMs: 900_000 }));
});

describe("a checkout that is over", () => {
  test("lets go of both once when it is cancelled, and sends late money back", () => {
    const cancelled = Fact.OrderCancelled({ orderId, reason: "CustomerRequest" });
    expect(after(begun, cancelled).sent).toEqual([
      "payments.cancel_payment",
      "inventory.release_stock",
    ]);
    expect(after(begun, cancelled, cancelled).sent).toEqual([]);
    expect(after(begun, cancelled, processed).sent).toEqual(["payments.cancel_payment"]);
    expect(after(cancelled, begun).sent).toEqual([]);
  });

  test("gives back what staff ask for, and shelves what came home", () => {
    const refundId = idOf(Fact.RefundId, "one");
    const request = { orderId, refundId, amount: usd(100), reason: "Chipped" };
    const lines = [{ sku: teapot, quantity: 1 }];
    const asked = Fact.OrderRefundRequested({ ...request, restock: lines });
    expect(after(begun, asked).sent).toEqual(["payments.refund_payment", "inventory.return_stock"]);
    expect(after(begun, Fact.OrderRefundRequested({ ...request, restock: [] })).sent).toEqual([
      "payments.refund_payment",
    ]);
    const back = Fact.PaymentRefunded({ ...about, refundId, amount: usd(100) });
    expect(after(begun, back).sent).toEqual(["orders.settle_refund"]);
  });
});
