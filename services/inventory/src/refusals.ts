import type { Refusal } from "@wares/platform";

// Every way this service says no. Names are public: clients switch on them, so
// they may be added but never renamed.
export const refusals = {
  soldOut: {
    refusal: "inventory.sold_out",
    status: 409,
    message: "There is not enough left of something in this order.",
  },
  heldOtherwise: {
    refusal: "inventory.held_otherwise",
    status: 409,
    message: "This order already holds other things.",
  },
  holdOver: {
    refusal: "inventory.hold_over",
    status: 409,
    message: "What this order held was let go. Please order again.",
  },
  noSuchSku: {
    refusal: "inventory.no_such_sku",
    status: 404,
    message: "There is no such SKU in stock.",
  },
  belowReserved: {
    refusal: "inventory.below_reserved",
    status: 409,
    message: "That much is not on the shelf, or is promised to orders.",
    field: "/change",
  },
  tooMany: {
    refusal: "inventory.too_many",
    status: 422,
    message: "A shelf holds at most two thousand million.",
    field: "/change",
  },
  adjustedOtherwise: {
    refusal: "inventory.adjusted_otherwise",
    status: 409,
    message: "This id belongs to another adjustment.",
    field: "/adjustmentId",
  },
} as const satisfies Record<string, Refusal>;
