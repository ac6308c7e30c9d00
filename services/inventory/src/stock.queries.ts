import type { InventoryInfo, MovementList, Sku, StockList, StockQuery } from "@wares/contracts";
import { batched, Refused, type Keys } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { pages } from "@wares/platform/http";
import type { Static } from "typebox";
import { refusals } from "./refusals.ts";
import { listStock } from "./stock-list.store.ts";
import { findAvailable, findInfo, listMovements } from "./stock.store.ts";

type Available = ReadonlyMap<Sku, number>;

export const stockQueries = (db: Database, keys: Keys) => {
  const bySku = pages(keys, "inventory.stock");
  const byAvailable = pages(keys, "inventory.stock by available");
  const movementPages = pages(keys, "inventory.movements");

  // Every product page and cart asks this: those who ask at once share one statement.
  const available = batched<readonly Sku[], Available>(
    async (asked) => {
      const found = await findAvailable(db, [...new Set(asked.flat())]);
      return asked.map((skus) => new Map(skus.map((sku) => [sku, found.get(sku) ?? 0])));
    },
    { batchMax: 100, waitingMax: 10_000 },
  );

  return {
    /** What can be sold now, 0 for what we never had. */
    availableOf: async (skus: readonly Sku[]): Promise<Available> =>
      skus.length === 0 ? new Map() : available(skus),

    info: async (sku: Sku): Promise<InventoryInfo> => {
      const found = await findInfo(db, sku);
      if (!found) throw new Refused(refusals.noSuchSku);
      return found;
    },

    list: async (query: Static<typeof StockQuery>): Promise<StockList> => {
      const stockPages = query.sort === "Available" ? byAvailable : bySku;
      const [sku, available] = stockPages.place(query.after) ?? [];
      const { stock: found, ...counted } = await listStock(
        db,
        { ...query, limit: query.limit + 1 },
        sku === undefined ? undefined : { sku: String(sku), available: Number(available) },
      );
      const stock = found.slice(0, query.limit);
      const last = stock.at(-1);
      return {
        stock,
        ...counted,
        ...(last &&
          found.length > query.limit && {
            next: stockPages.next([last.sku, last.availableQuantity]),
          }),
      };
    },

    movements: async (
      sku: Sku,
      { after, limit }: Readonly<{ after?: string; limit: number }>,
    ): Promise<MovementList> => {
      const [place] = movementPages.place(after) ?? [];
      const before = place === undefined ? undefined : Number(place);
      const found = await listMovements(db, { sku, before, limit: limit + 1 });
      const movements = found.slice(0, limit);
      const last = movements.at(-1);
      return {
        movements,
        ...(last && found.length > limit && { next: movementPages.next([last.position]) }),
      };
    },
  };
};
export type StockQueries = ReturnType<typeof stockQueries>;
