import type { RefundId } from "@wares/contracts";
import type { StoredPayment } from "./payment.ts";
import { leftOf, type StoredRefund } from "./refund.ts";

export type LettingGo = Readonly<{
  /** To be cancelled at the gateway. */
  voiding: readonly StoredPayment[];
  /** Money that was taken already and goes back. */
  refunds: readonly StoredRefund[];
  /** Nothing is set aside, nothing was taken, nothing is under way. */
  isOver: boolean;
}>;

/** What it takes until an order has none of the shopper's money. Asked again, nothing is done twice. */
export const letGo = (
  payments: readonly StoredPayment[],
  refunds: readonly StoredRefund[],
  refundIdOf: (payment: StoredPayment) => RefundId,
): LettingGo => {
  const live = payments.filter(({ state }) =>
    ["authorising", "action", "authorised", "capturing"].includes(state),
  );
  const taken = payments.filter(({ state }) => state === "captured");
  const isVoiding = payments.some(({ state }) => state === "voiding");
  return {
    voiding: live.map((payment) => ({ ...payment, state: "voiding", tries: 0 })),
    refunds: taken.flatMap((payment) => {
      const amount = leftOf(payment, refunds);
      const { paymentId, orderId } = payment;
      const refundId = refundIdOf(payment);
      return amount > 0
        ? [{ refundId, paymentId, orderId, amount, state: "pending" as const, tries: 0 }]
        : [];
    }),
    isOver: live.length === 0 && taken.length === 0 && !isVoiding,
  };
};
