import type { OrderId } from "@wares/contracts";
import type { Database } from "@wares/platform/database";
import type { DatedRefund } from "./order-parts.store.ts";
import { orderIdsAfter } from "./export.store.ts";
import { findStored, type StoredOrder } from "./order-view.store.ts";

const pageSize = 200;

/** An order with its story and its refunds, as staff see it. */
export type ExportedOrder = StoredOrder["order"] &
  Readonly<{ timeline: StoredOrder["timeline"]; refunds: readonly DatedRefund[] }>;

/** Up to two hundred, after the one given, by id; an empty page is the end. */
export const exportOrders =
  (db: Database) =>
  async (after?: OrderId): Promise<readonly ExportedOrder[]> => {
    const found = await findStored(db, await orderIdsAfter(db, after, pageSize));
    return [...found.values()]
      .map(({ order, timeline, refunds }) => ({ ...order, timeline, refunds }))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  };
