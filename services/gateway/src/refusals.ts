import type { Refusal } from "@wares/platform";

// Every way the gateway says no by itself. Names are public: clients switch on them, so
// they may be added but never renamed.
export const refusals = {
  foreignOrigin: {
    refusal: "gateway.foreign_origin",
    status: 403,
    message: "A page of another site may not act for you.",
  },
  sessionOver: {
    refusal: "auth.token_refused",
    status: 401,
    message: "This session is over. Please sign in again.",
  },
  tooManyRequests: {
    refusal: "gateway.too_many_requests",
    status: 429,
    message: "Too many requests from your network. Please wait a moment.",
  },
} as const satisfies Record<string, Refusal>;
