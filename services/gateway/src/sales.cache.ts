import type { FlashSaleId, Sku } from "@wares/contracts";
import { briefly } from "@wares/platform";
import { LRUCache } from "lru-cache";
import type { SaleNeeds } from "./admission.commands.ts";
import type { RoomSale } from "./room.ts";

const salesMax = 1_000;
const freshMs = 1_000;

/** Sales as they were a second ago at most: a crowd at the door asks whoever has them once. */
export const salesCache = (needs: SaleNeeds) => {
  const sales = new LRUCache<FlashSaleId, Promise<RoomSale | undefined>>({
    max: salesMax,
    ttl: freshMs,
  });

  const runningSkus = briefly(async (): Promise<ReadonlySet<Sku>> => {
    const open = await needs.openSales();
    const running = open.filter(({ status }) => status === "Running");
    return new Set(running.flatMap((sale) => sale.skus));
  }, freshMs);
  return {
    find: (flashSaleId: FlashSaleId): Promise<RoomSale | undefined> => {
      const known = sales.get(flashSaleId);
      if (known) return known;
      const found = needs.saleOf(flashSaleId);
      sales.set(flashSaleId, found);
      // What could not be read is not remembered.
      found.catch(() => sales.delete(flashSaleId));
      return found;
    },
    /** Whether any of these is sold in a sale that runs. */
    isInSale: async (asked: readonly Sku[]): Promise<boolean> => {
      const found = await runningSkus();
      return asked.some((sku) => found.has(sku));
    },
  };
};
export type SalesCache = ReturnType<typeof salesCache>;
