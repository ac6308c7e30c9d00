import type {
  FlashSale,
  FlashSaleFigures,
  FlashSaleId,
  FlashSaleList,
  FlashSaleQuery,
  FlashSaleStock,
  Sku,
} from "@wares/contracts";
import { Refused, type Keys } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { pages } from "@wares/platform/http";
import type { Static } from "typebox";
import type { OpenSales } from "./flash-sale-open.cache.ts";
import { findCounts } from "./flash-sale-part.store.ts";
import type { FlashSaleNeeds } from "./flash-sale.needs.ts";
import { statusAt } from "./flash-sale.ts";
import { findSale, listSales } from "./flash-sale.store.ts";
import { refusals } from "./refusals.ts";

type Needs = Pick<FlashSaleNeeds, "leftOf" | "roomOf">;

export const flashSaleQueries = (db: Database, keys: Keys, open: OpenSales, needs: Needs) => {
  const find = async (id: FlashSaleId): Promise<FlashSale> => {
    const sale = await findSale(db, id);
    if (!sale) throw new Refused(refusals.noSuchSale);
    return sale;
  };
  const leftOf = async (id: FlashSaleId): Promise<ReadonlyMap<Sku, number>> =>
    (await needs.leftOf([id])).get(id) ?? new Map();

  return {
    find,

    list: async (query: Static<typeof FlashSaleQuery>): Promise<FlashSaleList> => {
      const page = pages(keys, `flash sales ${query.status ?? ""}`);
      const [createdAt, id] = page.place(query.after) ?? [];
      const place =
        createdAt === undefined ? undefined : { createdAt: String(createdAt), id: String(id) };
      const found = await listSales(db, { ...query, limit: query.limit + 1 }, place);
      const sales = found.slice(0, query.limit);
      const last = sales.at(-1);
      return {
        sales,
        ...(last && found.length > query.limit && { next: page.next([last.createdAt, last.id]) }),
      };
    },

    /** What an open page shows. Read from the shared reading, but for a sale that is not open. */
    stock: async (id: FlashSaleId): Promise<FlashSaleStock> => {
      const { sales, left, now } = await open();
      const shared = sales.get(id);
      const sale = shared ?? (await find(id));
      const available = shared ? left.get(id) : await leftOf(id);
      return {
        status: statusAt(sale, now()),
        items: sale.items.map(({ sku }) => ({ sku, available: available?.get(sku) ?? 0 })),
      };
    },

    /** Without the time at which they were read. */
    figures: async (id: FlashSaleId): Promise<Omit<FlashSaleFigures, "at">> => {
      const [sale, counts, left, room] = await Promise.all([
        find(id),
        findCounts(db, id),
        leftOf(id),
        needs.roomOf(id),
      ]);
      const available = [...left.values()].reduce((sum, units) => sum + units, 0);
      return { status: sale.status, ...counts, ...room, available };
    },
  };
};
export type FlashSaleQueries = ReturnType<typeof flashSaleQueries>;
