import type { Payment } from "@wares/contracts";
import type { PaymentRow } from "./payment.store.ts";

const statusOf = ({ state, capturedAmount, refundedAmount }: PaymentRow): Payment["status"] => {
  switch (state) {
    case "action":
      return "Pending";
    case "authorising":
    case "authorised":
    case "capturing":
    case "voiding":
      return "Processing";
    case "captured":
      return refundedAmount === capturedAmount ? "Refunded" : "Succeeded";
    case "voided":
      return "Cancelled";
    case "failed":
      return "Failed";
  }
};

/** What may be told outside: no token, and of the gateway's words only ours. */
export const paymentView = (payment: PaymentRow, gateway: string): Payment => {
  const { currency, cardBrand, cardLast4, chargeId, failure, actionUrl } = payment;
  const money = (amount: number) => ({ amount, currency });
  const status = statusOf(payment);
  return {
    id: payment.paymentId,
    orderId: payment.orderId,
    amount: money(payment.amount),
    refundedAmount: money(payment.refundedAmount),
    paymentMethod: payment.method,
    ...(cardBrand && { cardBrand }),
    ...(cardLast4 && { cardLast4 }),
    status,
    ...(failure && { failure }),
    ...(actionUrl && status === "Pending" && { nextAction: { url: actionUrl } }),
    ...(chargeId && {
      gatewayResponse: {
        gateway,
        transactionId: chargeId,
        responseCode: failure ?? payment.state,
        responseMessage: "",
      },
    }),
    createdAt: payment.createdAt,
    updatedAt: payment.updatedAt,
  };
};
