import type { Refusal } from "@wares/platform";

// Every way this service says no. Names are public: they may be added, never renamed.
export const refusals = {
  badPeriod: {
    refusal: "analytics.bad_period",
    status: 422,
    message: "A period begins before it ends, and is at most two years long.",
    field: "/to",
  },
} as const satisfies Record<string, Refusal>;
