import type { Order, OrderStatus, Payment } from "@wares/contracts";

/** What the shopper waits for: the order's status, and while it is unpaid what its payment does. */
export type Phase = OrderStatus | "paying" | "proving";

export const phaseOf = (
  { status }: Pick<Order, "status">,
  payment: Pick<Payment, "status" | "nextAction"> | undefined,
): Phase => {
  if (status !== "Pending" && status !== "PaymentFailed") return status;
  const isOpen = payment?.status === "Pending" || payment?.status === "Processing";
  if (isOpen) return payment.nextAction ? "proving" : "paying";
  // The money is there, and the order has not heard of it yet.
  return payment?.status === "Succeeded" ? "paying" : status;
};

/** While the next step is the shop's, the page looks again by itself. */
export const isWaiting = (phase: Phase) => phase === "paying" || phase === "Confirmed";

/** Cancelled after it was paid: what is to come is the money. */
export const wasPaid = (payment: Pick<Payment, "status"> | undefined): boolean =>
  payment?.status === "Succeeded" || payment?.status === "Refunded";
export const isMoneyDue = (
  { status, refundedTotal, total }: Pick<Order, "status" | "refundedTotal" | "total">,
  payment: Pick<Payment, "status"> | undefined,
): boolean => status === "Cancelled" && wasPaid(payment) && refundedTotal.amount < total.amount;
