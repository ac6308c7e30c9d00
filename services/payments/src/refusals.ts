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
  needsOneMethod: {
    refusal: "payments.needs_one_method",
    status: 422,
    message: "A payment is made with a token or with a saved method: one of them.",
    field: "/token",
  },
  noSuchMethod: {
    refusal: "payments.no_such_method",
    status: 404,
    message: "There is no such saved payment method.",
    field: "/savedMethodId",
  },
  signInToKeep: {
    refusal: "payments.sign_in_to_keep",
    status: 422,
    message: "Sign in to keep a payment method for the next time.",
    field: "/keep",
  },
  badWebhook: {
    refusal: "payments.bad_webhook",
    status: 400,
    message: "This webhook is not signed by the gateway, or too old.",
  },
} as const satisfies Record<string, Refusal>;
