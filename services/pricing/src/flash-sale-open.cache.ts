import type { FlashSale, FlashSaleId, OpenFlashSale, Sku } from "@wares/contracts";
import { briefly } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import type { FlashSaleNeeds } from "./flash-sale.needs.ts";
import { statusAt } from "./flash-sale.ts";
import { findOpenSales } from "./flash-sale.store.ts";

/** The open sales and what is left of them, as they were a moment ago. */
export type OpenReading = Readonly<{
  sales: ReadonlyMap<FlashSaleId, FlashSale>;
  left: ReadonlyMap<FlashSaleId, ReadonlyMap<Sku, number>>;
  /** The database's clock, carried on by ours. */
  now: () => number;
}>;

const freshMs = 250;

/**
 * One reading for everybody who asks within a quarter of a second: thousands of shoppers cost four
 * pairs of statements a second, and nobody asking costs none. A sale begins and ends on time all the
 * same, since only its terms and stock are remembered, and the clock goes on.
 */
export const openSales = (db: Database, { leftOf }: Pick<FlashSaleNeeds, "leftOf">) => {
  const read = async (): Promise<OpenReading> => {
    const { now, sales } = await findOpenSales(db);
    const at = performance.now();
    const left = sales.length === 0 ? new Map() : await leftOf(sales.map(({ id }) => id));
    return {
      sales: new Map(sales.map((sale) => [sale.id, sale])),
      left,
      now: () => now + performance.now() - at,
    };
  };

  return briefly(read, freshMs);
};
export type OpenSales = ReturnType<typeof openSales>;

/** For shoppers. */
export const openViewOf = ({ sales, left, now }: OpenReading): readonly OpenFlashSale[] => {
  const at = now();
  return [...sales.values()].flatMap((sale): OpenFlashSale[] => {
    const status = statusAt(sale, at);
    if (status !== "Scheduled" && status !== "Running") return [];
    const { id, name, startsAt, endsAt, limitPerCustomer, hasWaitingRoom } = sale;
    const terms = { id, name, startsAt, endsAt, limitPerCustomer, hasWaitingRoom };
    const items = sale.items.map((item) => ({
      ...item,
      available: left.get(sale.id)?.get(item.sku) ?? 0,
    }));
    return [{ ...terms, status, items, now: new Date(at).toISOString() }];
  });
};
