import * as Fact from "@wares/contracts";
import { idOf, invariant, isRefusal, type Publishable } from "@wares/platform";
import { seeded } from "@wares/testkit";
import { checkout, notBegun, type Checkout, type CheckoutMessage } from "./checkout.saga.ts";
import type { OrderState } from "./order-state.ts";
import { decide, evolve, isPayable, type OrderCommand } from "./order.ts";
import { created, orderId, paymentId, placed, total } from "./order.examples.ts";
import type { OwnOrderCommand } from "./own-commands.ts";

type React = typeof checkout;

// A toy world that obeys the saga, badly: late, twice, in any order; with a shopper who may pay
// several times and change their mind, staff who may call it off, holds that run out, and gateways
// of both kinds. Orders obey by their real rules.
// oxlint-disable-next-line max-lines-per-function -- one world: its parts share their dice and their state
export const simulate = (seed: number, react: React = checkout) => {
  const dice = seeded(seed);
  const isAtOnce = dice.chance(0.4);
  // Payments that answer a cancellation though an attempt is under way: its money comes late.
  const isHasty = dice.chance(0.2);
  let order: OrderState = placed;
  let stock: "held" | "expired" | "claimed" | "released" = "held";
  const isSoldMeanwhile = dice.chance(0.5);
  let money: "free" | "held" | "taken" = "free";
  let [current, attempts, underWay, isClosed, wasTaken] = [0, 0, 0, false, 0];
  let state: Checkout = notBegun;
  let alarm = 0;
  const pending: (() => void)[] = [];
  const soon = (action: () => void) => void pending.push(action);

  const hear = (message: CheckoutMessage) => {
    const { state: next, send, wakeAfterMs } = react(state, message);
    state = next;
    if (wakeAfterMs !== undefined) alarm += 1;
    const mine = alarm;
    if (wakeAfterMs) soon(() => mine === alarm && hear(timeIsUp));
    for (const command of send) obey(command);
  };
  const deliver = (message: CheckoutMessage) =>
    soon(() => {
      if (dice.chance(0.2)) deliver(message); // at least once is sometimes twice
      hear(message);
    });

  const handle = (command: OrderCommand) => {
    const outcome = decide(order, command);
    if (isRefusal(outcome)) return;
    order = outcome.reduce(evolve, order);
    for (const event of outcome) if (event.type === "orders.order_cancelled") deliver(event);
  };
  const own = (command: OwnOrderCommand) => {
    switch (command.type) {
      case "orders.confirm":
        return handle({ type: "confirm" });
      case "orders.pay":
        return handle({ type: "pay" });
      case "orders.fail_payment":
        return handle({ type: "failPayment", reason: command.data.reason });
      case "orders.cancel":
        // While money is unknown, stock stays.
        if (command.data.reason === "TimedOut" && !isHasty)
          invariant(underWay === 0 && money === "free", `seed ${seed}: let go while paying`);
        return handle({ type: "cancel", reason: command.data.reason });
      case "orders.settle_refund":
        return handle({ ...command.data, type: "settleRefund" });
      case "orders.fail_refund":
        return handle({ ...command.data, type: "failRefund" });
    }
  };

  const claim = () => {
    if (stock === "claimed") return deliver(Fact.StockClaimed({ orderId }));
    const isThere = stock === "held" || (stock === "expired" && !isSoldMeanwhile);
    stock = isThere ? "claimed" : "released";
    deliver(isThere ? Fact.StockClaimed({ orderId }) : Fact.StockClaimRefused({ orderId }));
  };
  const about = () => ({ orderId, paymentId: paymentId(current) });
  const take = () => {
    money = "taken";
    wasTaken += 1;
    const said = { ...about(), amount: total, method: "CreditCard", status: "Succeeded" } as const;
    deliver(Fact.PaymentProcessed(said));
  };
  const fail = (nth: number) =>
    deliver(Fact.PaymentFailed({ orderId, paymentId: paymentId(nth), reason: "declined" }));
  const capture = () => {
    if (money !== "held") return;
    if (dice.chance(0.85)) return take();
    money = "free";
    fail(current);
  };
  const cancelPayment = () => {
    isClosed = true;
    // An attempt under way is unknown: the answer waits for it.
    if (underWay > 0 && !isHasty) return soon(cancelPayment);
    const wasHeld = money;
    money = "free";
    const refundId = idOf(Fact.RefundId, "back", String(current));
    if (wasHeld === "taken") deliver(Fact.PaymentRefunded({ ...about(), refundId, amount: total }));
    else deliver(Fact.PaymentVoided({ orderId }));
  };
  const beginPaying = () => {
    if (isClosed || underWay > 0 || money !== "free" || !isPayable(order)) return;
    attempts += 1;
    underWay = 1;
    soon(() => finishPaying(attempts));
  };
  const finishPaying = (nth: number) => {
    underWay = 0;
    if (dice.chance(0.35)) {
      fail(nth);
      if (attempts < 3) soon(beginPaying);
      return;
    }
    current = nth;
    money = "held";
    if (!isAtOnce || dice.chance(0.5))
      deliver(Fact.PaymentAuthorised({ ...about(), amount: total }));
    if (isAtOnce) take();
  };

  const elsewhere: Record<string, () => void> = {
    "inventory.claim_stock": claim,
    "inventory.release_stock": () => (stock = "released"),
    "payments.capture_payment": capture,
    "payments.cancel_payment": cancelPayment,
  };
  const obey = (command: Publishable) => {
    const there = elsewhere[command.type];
    if (!there) return own(command as OwnOrderCommand);
    soon(there);
    if (dice.chance(0.1)) soon(there);
  };

  deliver(Fact.OrderCreated(created));
  if (dice.chance(0.9)) soon(beginPaying);
  if (dice.chance(0.2)) soon(() => handle({ type: "cancel", reason: "CustomerRequest" }));
  if (dice.chance(0.2)) soon(() => handle({ type: "cancel", reason: "StaffRequest" }));
  if (dice.chance(0.3)) soon(() => stock === "held" && (stock = "expired"));
  for (let steps = 0; pending.length > 0; steps++) {
    invariant(steps < 2_000, `seed ${seed} never comes to rest`);
    pending.splice(dice.below(pending.length), 1)[0]?.();
  }
  return { order, stock, money, wasTaken };
};

const timeIsUp = { type: "checkout.time_is_up", data: { orderId } } as const;
