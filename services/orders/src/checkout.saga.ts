import * as Fact from "@wares/contracts";
import { ignore, proceed, silence, wakeAfter, type Reaction } from "@wares/platform";
import {
  CancelOrder,
  ConfirmOrder,
  FailPayment,
  FailRefund,
  PayOrder,
  SettleRefund,
} from "./own-commands.ts";

// An order comes with its stock held. Money is authorised, then stock is claimed, then money is
// captured, so that nothing is taken for goods that are gone; a gateway that captures at once has its
// money first, and the order is Paid only when the claim is answered. A decline leaves the stock held
// for another try until the time is over. Then payments are asked to take nothing, which is final, and
// only their answer lets the stock go: while money is unknown, stock stays. A cancellation lets go of
// both at once, and money that arrives after it goes back. Messages come twice, late and out of order,
// so every message finds an answer in every state.

type Money =
  | Readonly<{ is: "none" }>
  | Readonly<{ is: "authorised"; paymentId: Fact.PaymentId }>
  | Readonly<{ is: "captured"; method: Fact.PaymentProcessed["data"]["method"] }>;
export type Checkout = Readonly<{
  /** What to claim; unknown until the order is heard of. */
  lines?: readonly Fact.StockLine[];
  money: Money;
  stock: "held" | "claiming" | "claimed";
  /** Stopping: payments were asked to take nothing, and have not answered. */
  end: "open" | "stopping" | "cancelled" | "paid";
  /** Attempts that are over: a late word of their beginning is no news. */
  failed: readonly Fact.PaymentId[];
}>;
export const notBegun: Checkout = {
  money: { is: "none" },
  stock: "held",
  end: "open",
  failed: [],
};

export const checkoutEvents = [
  Fact.OrderCreated,
  Fact.OrderCancelled,
  Fact.OrderRefundRequested,
  Fact.PaymentAuthorised,
  Fact.PaymentProcessed,
  Fact.PaymentFailed,
  Fact.PaymentVoided,
  Fact.PaymentRefunded,
  Fact.PaymentRefundFailed,
  Fact.StockClaimed,
  Fact.StockClaimRefused,
] as const;
export type TimeIsUp = Readonly<{ type: "checkout.time_is_up"; data: { orderId: Fact.OrderId } }>;
export type CheckoutMessage = Fact.EventOf<(typeof checkoutEvents)[number]> | TimeIsUp;

export const PAY_MINUTES = 15;
const patienceMs = PAY_MINUTES * 60_000;
const failedMax = 20;

export const checkout = (state: Checkout, message: CheckoutMessage): Reaction<Checkout> => {
  const { orderId } = message.data;
  const isLost = state.end === "stopping" || state.end === "cancelled";
  switch (message.type) {
    case "orders.order_created": {
      if (state.lines || state.end === "cancelled") return ignore(state);
      const lines = message.data.items.map(({ sku, quantity }) => ({ sku, quantity }));
      const isFunded = state.money.is !== "none";
      return wakeAfter(patienceMs, goOn({ ...state, lines }, orderId, isFunded));
    }
    case "payments.payment_authorised": {
      const { paymentId } = message.data;
      if (isLost) return proceed(state, Fact.CancelPayment({ orderId }));
      if (state.money.is !== "none" || state.failed.includes(paymentId)) return ignore(state);
      return goOn({ ...state, money: { is: "authorised", paymentId } }, orderId, true);
    }
    case "payments.payment_processed": {
      const { method } = message.data;
      if (isLost) return proceed(state, Fact.CancelPayment({ orderId }));
      if (state.money.is === "captured") return ignore(state);
      const isFirst = state.money.is === "none";
      return goOn({ ...state, money: { is: "captured", method } }, orderId, isFirst);
    }
    case "payments.payment_failed":
      return paymentFailed(state, message);
    case "payments.payment_voided":
      return state.end === "stopping" ? giveUp(state, orderId) : ignore(state);
    case "inventory.stock_claimed":
      if (state.stock !== "claiming") return ignore(state);
      return goOn({ ...state, stock: "claimed" }, orderId, false);
    case "inventory.stock_claim_refused": {
      if (state.stock !== "claiming" || state.end === "cancelled") return ignore(state);
      const soldOut = CancelOrder({ orderId, reason: "SoldOut" });
      return silence(
        proceed({ ...state, end: "cancelled" }, soldOut, Fact.CancelPayment({ orderId })),
      );
    }
    case "orders.order_cancelled": {
      if (state.end === "cancelled") return ignore(state);
      const letGo = [Fact.CancelPayment({ orderId }), Fact.ReleaseStock({ orderId })];
      return silence(proceed({ ...state, end: "cancelled" }, ...letGo));
    }
    case "orders.order_refund_requested": {
      const { refundId, amount, restock } = message.data;
      const back = Fact.RefundPayment({ orderId, refundId, amount });
      return restock.length === 0
        ? proceed(state, back)
        : proceed(state, back, Fact.ReturnStock({ orderId, refundId, lines: restock }));
    }
    case "payments.payment_refunded": {
      const { refundId, amount } = message.data;
      const settled = SettleRefund({ orderId, refundId, amount });
      // The answer to our cancel where money had been taken already.
      if (state.end !== "stopping") return proceed(state, settled);
      const { state: next, send } = giveUp(state, orderId);
      return proceed(next, ...send, settled);
    }
    case "payments.payment_refund_failed": {
      const { refundId, reason } = message.data;
      return proceed(state, FailRefund({ orderId, refundId, reason }));
    }
    case "checkout.time_is_up":
      if (state.end !== "open") return ignore(state);
      // Not while money is on its way: should that fail after all, time is up again.
      if (state.money.is !== "none") return wakeAfter(patienceMs, ignore(state));
      return proceed({ ...state, end: "stopping" }, Fact.CancelPayment({ orderId }));
  }
};

/**
 * The next step that what we know allows. Only called with news, so that nothing is sent twice;
 * `isNewMoney`: the order has heard of none yet, and is confirmed.
 */
const goOn = (state: Checkout, orderId: Fact.OrderId, isNewMoney: boolean): Reaction<Checkout> => {
  const { money, stock, lines, end } = state;
  if (end !== "open" || money.is === "none") return proceed(state);
  const confirm = isNewMoney ? [ConfirmOrder({ orderId })] : [];
  if (stock === "held")
    return lines
      ? proceed(
          { ...state, stock: "claiming" },
          ...confirm,
          Fact.ClaimStock({ orderId, lines: [...lines] }),
        )
      : proceed(state);
  if (stock === "claiming") return proceed(state, ...confirm);
  return money.is === "authorised"
    ? proceed(state, ...confirm, Fact.CapturePayment({ orderId }))
    : silence(
        proceed({ ...state, end: "paid" }, ...confirm, PayOrder({ orderId, method: money.method })),
      );
};

const paymentFailed = (
  state: Checkout,
  { data: { orderId, paymentId, reason } }: Fact.PaymentFailed,
): Reaction<Checkout> => {
  const failed = [...new Set([...state.failed, paymentId])].slice(-failedMax);
  const isOther = state.money.is === "authorised" && state.money.paymentId !== paymentId;
  // Another attempt has the money, or the time for attempts is over.
  if (isOther || state.money.is === "captured" || state.end !== "open")
    return proceed({ ...state, failed });
  const isKnown = state.failed.includes(paymentId);
  const next: Checkout = { ...state, failed, money: { is: "none" } };
  return isKnown ? proceed(next) : proceed(next, FailPayment({ orderId, reason }));
};

const giveUp = (state: Checkout, orderId: Fact.OrderId): Reaction<Checkout> =>
  proceed(
    { ...state, end: "cancelled" },
    CancelOrder({ orderId, reason: "TimedOut" }),
    Fact.ReleaseStock({ orderId }),
  );
