import type { Refusal } from "@wares/platform";

// Every way this service says no. Names are public: they may be added, never renamed.
export const refusals = {
  notSold: {
    refusal: "carts.not_sold",
    status: 404,
    message: "We do not sell this, or no longer.",
    field: "/sku",
  },
  full: {
    refusal: "carts.full",
    status: 409,
    message: "A cart holds at most 100 different things.",
  },
} as const satisfies Record<string, Refusal>;
