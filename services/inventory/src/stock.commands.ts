import type { AdjustmentRequest, InventoryInfo, Sku, UserId } from "@wares/contracts";
import { Refused, type Refusal } from "@wares/platform";
import { transact, type Database } from "@wares/platform/database";
import { stale } from "@wares/platform/http";
import { refusals } from "./refusals.ts";
import { onShelf } from "./reservation.commands.ts";
import type { OpenShelf } from "./shelf.ts";
import { main, slotOf } from "./slot.ts";
import type { SoldOutMemory } from "./sold-out.cache.ts";
import {
  ensureStock,
  findInfo,
  importThresholds,
  keepAdjustment,
  setThresholds,
  type ImportedStock,
} from "./stock.store.ts";

const quantityMax = 2_000_000_000;
const importMax = 1_000;

export const stockCommands = (db: Database, soldOut: SoldOutMemory) => ({
  /** The same id again is the same adjustment, made once. */
  adjust: (sku: Sku, request: AdjustmentRequest, byUserId: UserId): Promise<InventoryInfo> =>
    transact(db, async (tx) => {
      const { adjustmentId, change, reason } = request;
      const known = await keepAdjustment(tx, { adjustmentId, sku, change, reason });
      if (known) {
        const isSame = known.sku === sku && known.change === change && known.reason === reason;
        if (!isSame) throw new Refused(refusals.adjustedOtherwise);
      } else {
        const refusal = await onShelf(
          tx,
          { slots: [slotOf(sku)] },
          (shelf) => adjust(shelf, sku, request, byUserId),
          soldOut,
        );
        if (refusal) throw new Refused(refusal);
      }
      return orNotFound(await findInfo(tx, sku));
    }),

  setThresholds: async (
    sku: Sku,
    revision: number,
    thresholds: Readonly<{ lowStockThreshold: number; reorderPoint: number }>,
  ): Promise<InventoryInfo> => {
    const set = await setThresholds(db, sku, revision, thresholds);
    if (set) return set;
    orNotFound(await findInfo(db, sku));
    throw new Refused(stale);
  },

  /** Sets the quantity of SKUs that were never stocked; run again, it changes nothing. */
  importStock: async (rows: readonly ImportedStock[]): Promise<void> => {
    for (let start = 0; start < rows.length; start += importMax)
      await transact(db, async (tx) => {
        const part = rows.slice(start, start + importMax);
        const skus = part.map(({ sku }) => sku);
        await ensureStock(tx, skus);
        await importThresholds(tx, part);
        const slots = skus.map((sku) => slotOf(sku));
        const fill = (shelf: OpenShelf) => part.forEach((row) => stockUp(shelf, row));
        await onShelf(tx, { slots }, fill, soldOut);
      });
  },
});
export type StockCommands = ReturnType<typeof stockCommands>;

const adjust = (
  shelf: OpenShelf,
  sku: Sku,
  { change, reason, note }: AdjustmentRequest,
  byUserId: UserId,
): Refusal | undefined => {
  const stock = shelf.stockOf(slotOf(sku));
  if (!stock) return refusals.noSuchSku;
  if (stock.quantity + change < stock.reserved) return refusals.belowReserved;
  if (stock.quantity + change > quantityMax) return refusals.tooMany;
  const movement = {
    sku,
    location: main,
    reason,
    quantityChange: change,
    reservedChange: 0,
    byUserId,
  };
  shelf.move(note === undefined ? movement : { ...movement, note });
  return undefined;
};

const stockUp = (shelf: OpenShelf, { sku, quantity }: ImportedStock): void => {
  const stock = shelf.stockOf(slotOf(sku));
  // A SKU that is twice in one import is stocked by its first row.
  if (!stock || stock.revision > 0 || stock.quantity > 0 || quantity === 0) return;
  shelf.move({
    sku,
    location: main,
    reason: "Purchase",
    quantityChange: quantity,
    reservedChange: 0,
  });
};

const orNotFound = (info: InventoryInfo | undefined): InventoryInfo => {
  if (!info) throw new Refused(refusals.noSuchSku);
  return info;
};
