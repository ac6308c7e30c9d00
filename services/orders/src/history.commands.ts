import { createHash } from "node:crypto";
import { OrderPaid, OrderRefunded, type Money, type RefundId } from "@wares/contracts";
import { publish, transact, type Database } from "@wares/platform/database";
import { orderNumber } from "./order-number.ts";
import { addToTimeline } from "./order.store.ts";
import { insertOrders, type NewOrder } from "./placement.store.ts";
import { keepSettledRefunds } from "./history.store.ts";

/** An order of a former shop: paid and delivered, and perhaps given back in whole. */
export type HistoricOrder = Omit<
  NewOrder,
  "orderNumber" | "status" | "payMinutes" | "refundedTotal" | "requestHash" | "createdAt"
> &
  Readonly<{
    orderNumber?: string;
    placedAt: string;
    refund?: { refundId: RefundId; reason: string };
  }>;

const batchMax = 500;

/**
 * Orders that are over. Known ids are left as they are, so that an import may be run again. Others
 * hear of them as paid (and refunded), for sales and taste; nobody is asked for money or stock.
 */
export const importHistory = async (
  db: Database,
  orders: readonly HistoricOrder[],
): Promise<number> => {
  let count = 0;
  for (let start = 0; start < orders.length; start += batchMax)
    count += await importBatch(db, orders.slice(start, start + batchMax));
  return count;
};

const importBatch = (db: Database, batch: readonly HistoricOrder[]): Promise<number> =>
  transact(db, async (tx) => {
    const fresh = await insertOrders(tx, batch.map(newOrder));
    const written = batch.filter(({ orderId }) => fresh.has(orderId));
    await keepSettledRefunds(
      tx,
      written.flatMap(({ orderId, total, refund }) =>
        refund ? [{ orderId, amount: total.amount, ...refund }] : [],
      ),
    );
    await addToTimeline(
      tx,
      written.map(({ orderId }) => ({
        orderId,
        kind: "Imported",
        by: "Shop",
        isInternal: true,
      })),
    );
    await publish(tx, written.flatMap(eventsOf));
    return written.length;
  });

const newOrder = (order: HistoricOrder): NewOrder => {
  const { placedAt, refund, orderNumber: number, ...rest } = order;
  return {
    ...rest,
    orderNumber: number ?? orderNumber(createHash("sha256").update(order.orderId).digest()),
    status: refund ? "Refunded" : "Delivered",
    refundedTotal: refund ? order.total.amount : 0,
    payMinutes: 0,
    createdAt: placedAt,
    updatedAt: order.updatedAt ?? placedAt,
  };
};

const eventsOf = (order: HistoricOrder) => {
  const { orderId, buyerId, userId, items, total, refund } = order;
  const paid = OrderPaid({
    orderId,
    buyerId,
    ...(userId && { userId }),
    items: [...items],
    total,
  });
  return refund ? [paid, refunded(order, refund.refundId, total)] : [paid];
};

const refunded = ({ orderId }: HistoricOrder, refundId: RefundId, amount: Money) =>
  OrderRefunded({ orderId, refundId, amount, refundedTotal: amount, isFull: true });
