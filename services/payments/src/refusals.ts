import type { Refusal } from "@wares/platform";

// Every way this service says no. Names are public: they may be added, never renamed.
export const refusals = {
  orderNotFound: {
    refusal: "payments.order_not_found",
    status: 404,
    message: "There is no such order.",
    field: "/orderId",
  },
  notFound: { refusal: "payments.not_found", status: 404, message: "There is no such payment." },
  notPayable: {
    refusal: "payments.not_payable",
    status: 409,
    message: "This order does not wait for money.",
  },
  alreadyPaying: {
    refusal: "payments.already_paying",
    status: 409,
    message: "Another payment for this order is under way.",
  },
  otherPayment: {
    refusal: "payments.other_payment",
    status: 409,
    message: "This id belongs to another payment.",
    field: "/paymentId",
  },
  badWebhook: {
    refusal: "payments.bad_webhook",
    status: 400,
    message: "This webhook is not signed by the gateway, or too old.",
  },
} as const satisfies Record<string, Refusal>;
