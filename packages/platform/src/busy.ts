import type { Refusal } from "./outcome.ts";

/** Said before anything was begun: the same request may be sent again as it is. */
export const busy = {
  refusal: "platform.busy",
  status: 503,
  message: "Too many people want this right now. Please try again.",
} as const satisfies Refusal;

/** Whole seconds from one on, spread evenly: who was refused together must not come back together. */
export const retrySeconds = (spread: number, dice: () => number = Math.random): number =>
  1 + Math.floor(dice() * spread);
