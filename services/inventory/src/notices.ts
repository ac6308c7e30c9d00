import { InventoryUpdated, ReorderPointReached, StockLow, StockOut } from "@wares/contracts";
import type { Publishable } from "@wares/platform";
import { availableOf, type StockChange } from "./shelf.ts";
import { main } from "./slot.ts";

/** What a change of stock has to tell: what can be sold now, and each threshold crossed downwards. */
export const newsOf = (changes: readonly StockChange[]): readonly Publishable[] =>
  changes.filter(isNews).flatMap((change) => [updated(change), ...noticesOf(change)]);

const isNews = ({ before, after }: StockChange): boolean =>
  before.quantity !== after.quantity || before.reserved !== after.reserved;

const updated = ({ before, after, reason }: StockChange) =>
  InventoryUpdated({
    sku: after.sku,
    location: after.location,
    oldQuantity: before.quantity,
    newQuantity: after.quantity,
    oldAvailable: availableOf(before),
    newAvailable: availableOf(after),
    reason,
    revision: after.revision,
  });

export const noticesOf = ({ before, after }: StockChange): readonly Publishable[] => {
  const { sku, location, lowStockThreshold: threshold, reorderPoint } = after;
  // What was set aside is meant to run out: nobody orders it again.
  if (location !== main) return [];
  const available = availableOf(after);
  const crosses = (line: number) => availableOf(before) > line && available <= line;
  return [
    ...(crosses(reorderPoint)
      ? [ReorderPointReached({ sku, location, available, reorderPoint })]
      : []),
    ...(crosses(threshold) ? [StockLow({ sku, location, available, threshold })] : []),
    ...(crosses(0) ? [StockOut({ sku, location })] : []),
  ];
};
