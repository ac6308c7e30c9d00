import type { Refusal } from "@wares/platform";

// Every way this service says no. Names are public: clients switch on them, so
// they may be added but never renamed.
export const refusals = {
  notFound: { refusal: "notifications.not_found", status: 404, message: "There is no such mail." },
  needsOrder: {
    refusal: "request.invalid",
    status: 400,
    message: "Say which order.",
    field: "/orderId",
  },
} as const satisfies Record<string, Refusal>;
