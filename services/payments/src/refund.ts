import type { OrderId, PaymentCode, PaymentId, RefundId } from "@wares/contracts";
import type { StoredPayment } from "./payment.ts";

export type StoredRefund = Readonly<{
  refundId: RefundId;
  paymentId: PaymentId;
  orderId: OrderId;
  amount: number;
  state: "pending" | "succeeded" | "failed";
  tries: number;
}>;

/** What can still be given back: refunds under way count as given. */
export const leftOf = (payment: StoredPayment, refunds: readonly StoredRefund[]): number =>
  refunds
    .filter(({ paymentId, state }) => paymentId === payment.paymentId && state !== "failed")
    .reduce((left, { amount }) => left - amount, payment.capturedAmount);

export type RefundWish = Readonly<{ refundId: RefundId; orderId: OrderId; amount: number }>;

/** A refund of an order, from the payment that took its money; or why there can be none. */
export const decideRefund = (
  { refundId, orderId, amount }: RefundWish,
  payments: readonly StoredPayment[],
  refunds: readonly StoredRefund[],
): Readonly<{ refund: StoredRefund } | { refused: PaymentCode; paymentId?: PaymentId }> => {
  const payment = payments.find((one) => one.orderId === orderId && one.state === "captured");
  if (!payment) return { refused: "nothing_was_taken" };
  const { paymentId } = payment;
  if (amount > leftOf(payment, refunds)) return { refused: "more_than_was_taken", paymentId };
  return { refund: { refundId, paymentId, orderId, amount, state: "pending", tries: 0 } };
};
