import type { Refusal } from "@wares/platform";

// Every way this service says no. Names are public: clients switch on them, so
// they may be added but never renamed.
export const refusals = {
  alreadyPlaced: {
    refusal: "orders.already_placed",
    status: 422,
    message: "This id belongs to another order.",
    field: "/orderId",
  },
  quoteChanged: {
    refusal: "orders.quote_changed",
    status: 409,
    message: "Something changed since you saw the total. Please look at it again.",
    field: "/quoteVersion",
  },
  notFound: { refusal: "orders.not_found", status: 404, message: "There is no such order." },
  tooLateToCancel: {
    refusal: "orders.too_late_to_cancel",
    status: 409,
    message: "This order can no longer be cancelled.",
  },
  notNow: {
    refusal: "orders.not_now",
    status: 409,
    message: "The order is not in a state that allows this.",
  },
  shippedOtherwise: {
    refusal: "orders.shipped_otherwise",
    status: 409,
    message: "This order already has another shipment.",
    field: "/shipmentId",
  },
  refundTooLarge: {
    refusal: "orders.refund_too_large",
    status: 422,
    message: "That is more than is left of this order's total.",
    field: "/amount/amount",
  },
  refundNothing: {
    refusal: "orders.refund_nothing",
    status: 422,
    message: "A refund gives something back.",
    field: "/amount/amount",
  },
  refundCurrency: {
    refusal: "orders.refund_currency",
    status: 422,
    message: "A refund is in the order's currency.",
    field: "/amount/currency",
  },
  refundedOtherwise: {
    refusal: "orders.refunded_otherwise",
    status: 409,
    message: "This id belongs to another refund.",
    field: "/refundId",
  },
  restockTooMany: {
    refusal: "orders.restock_too_many",
    status: 422,
    message: "More would come back than was sold.",
    field: "/restock",
  },
} as const satisfies Record<string, Refusal>;
