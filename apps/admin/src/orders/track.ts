import type { OrderStatus } from "@wares/contracts";

export const stops = [
  "Pending",
  "Confirmed",
  "Paid",
  "Processing",
  "Shipped",
  "Delivered",
] as const satisfies readonly OrderStatus[];

export type Stop = "walked" | "now" | "ahead";
export type Tone = "going" | "waits" | "arrived" | "cut";
export type Track = Readonly<{ stops: readonly Stop[]; tone: Tone }>;

/** Six stops: walked is grey, now is green, amber waits for a person, black is delivered, hollow was cut off. */
export const trackOf = (status: OrderStatus, waits = false): Track => {
  const at = stops.findIndex((stop) => stop === status);
  if (at < 0) return { stops: upTo(cutAt(status)), tone: "cut" };
  const tone = status === "Delivered" ? "arrived" : waits ? "waits" : "going";
  return { stops: upTo(at), tone };
};

// A refund follows payment; a failed payment and most cancellations come before it.
const cutAt = (status: OrderStatus): number => (status === "Refunded" ? 2 : 0);

const upTo = (at: number): readonly Stop[] =>
  stops.map((_, index) => (index < at ? "walked" : index === at ? "now" : "ahead"));
