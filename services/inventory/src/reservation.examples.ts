import { OrderId, parse, Sku } from "@wares/contracts";
import type { HoldRequest } from "./reservation.ts";
import type { Stock } from "./shelf.ts";
import type { Location } from "./slot.ts";

// Names that read well in tests: the nth shopper wants so many teapots.
export const teapot = parse(Sku, "TEAPOT-BLUE");
export const cup = parse(Sku, "CUP-WHITE");

export const orderNumber = (nth: number) =>
  parse(OrderId, `018f2f6e-7b1a-7c3e-9a55-${nth.toString(16).padStart(12, "0")}`);

export const wants = (nth: number, ...items: [Sku, number][]): HoldRequest => ({
  orderId: orderNumber(nth),
  lines: items.map(([sku, quantity]) => ({ sku, quantity })),
  minutes: 15,
});

export const stocked = (sku: Sku, quantity: number, location: Location = "main"): Stock => ({
  sku,
  location,
  quantity,
  reserved: 0,
  lowStockThreshold: 2,
  reorderPoint: 5,
  revision: 1,
});
