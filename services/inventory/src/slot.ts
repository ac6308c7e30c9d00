import type { FlashSaleId, Sku, StockLine } from "@wares/contracts";
import { invariant } from "@wares/platform";

// One SKU at one location: what is counted, locked and promised. Locations have no space in them.

export type Location = "main" | `sale:${FlashSaleId}`;
declare const isSlot: unique symbol;
export type Slot = string & { readonly [isSlot]: true };
export type Quantities = ReadonlyMap<Slot, number>;
/** A line of an order, and the sale it is bought in. */
export type SaleLine = StockLine & Readonly<{ flashSaleId?: FlashSaleId }>;

export const main = "main" as const;
export const saleLocation = (flashSaleId: FlashSaleId): Location => `sale:${flashSaleId}`;
/** The sale whose location this is. */
export const saleAt = (location: Location): FlashSaleId | undefined =>
  location === main ? undefined : (location.slice("sale:".length) as FlashSaleId);

export const slotOf = (sku: Sku, location: Location = main): Slot => `${location} ${sku}` as Slot;
export const placeOf = (slot: Slot): Readonly<{ sku: Sku; location: Location }> => {
  const space = slot.indexOf(" ");
  invariant(space > 0, `${slot} names a location and a SKU`);
  return { location: slot.slice(0, space) as Location, sku: slot.slice(space + 1) as Sku };
};

/** Each slot once, with the sum of its lines. */
export const addUp = (lines: readonly SaleLine[]): Quantities => {
  const quantities = new Map<Slot, number>();
  for (const { sku, quantity, flashSaleId } of lines) {
    const slot = slotOf(sku, flashSaleId && saleLocation(flashSaleId));
    quantities.set(slot, (quantities.get(slot) ?? 0) + quantity);
  }
  return quantities;
};
export const nothing: Quantities = new Map();
