import { createHash } from "node:crypto";
import { OrderPaid, OrderRefunded, type RefundId } from "@wares/contracts";
import { publish, transact, type Database } from "@wares/platform/database";
import { orderNumber } from "./order-number.ts";
import { keepFindable } from "./order-search.store.ts";
import { addToTimeline } from "./order.store.ts";
import { insertItems, insertOrders, type NewOrder } from "./placement.store.ts";
import { keepSettledRefunds } from "./history.store.ts";

/** Money that went back, once or in parts, and never more than was paid. */
export type HistoricRefund = Readonly<{
  refundId: RefundId;
  amount: number;
  at: string;
  reason: string;
}>;

/** An order of a former shop: paid and delivered, and perhaps given back in part or in whole. */
export type HistoricOrder = Omit<
  NewOrder,
  "orderNumber" | "status" | "payMinutes" | "refundedTotal" | "requestHash" | "createdAt"
> &
  Readonly<{
    orderNumber?: string;
    placedAt: string;
    refunds?: readonly HistoricRefund[];
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
    const orders = batch.map(newOrder);
    const fresh = await insertOrders(tx, orders);
    const written = batch.filter(({ orderId }) => fresh.has(orderId));
    await insertItems(tx, written);
    await keepFindable(
      tx,
      orders.filter(({ orderId }) => fresh.has(orderId)),
    );
    await keepSettledRefunds(
      tx,
      written.flatMap(({ orderId, refunds = [] }) =>
        refunds.map((refund) => ({ orderId, ...refund })),
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

const refundedOf = ({ refunds = [] }: HistoricOrder): number =>
  refunds.reduce((sum, { amount }) => sum + amount, 0);

const newOrder = (order: HistoricOrder): NewOrder => {
  const { placedAt, refunds: _, orderNumber: number, ...rest } = order;
  const refundedTotal = refundedOf(order);
  return {
    ...rest,
    orderNumber: number ?? orderNumber(createHash("sha256").update(order.orderId).digest()),
    status: refundedTotal > 0 && refundedTotal === order.total.amount ? "Refunded" : "Delivered",
    refundedTotal,
    payMinutes: 0,
    createdAt: placedAt,
    updatedAt: order.updatedAt ?? placedAt,
  };
};

/** Told with the day it was: sales of last year are not this morning's. */
const eventsOf = (order: HistoricOrder) => {
  const { orderId, buyerId, userId, items, total, placedAt, refunds = [] } = order;
  const paid = OrderPaid({
    orderId,
    buyerId,
    ...(userId && { userId }),
    items: [...items],
    total,
    paidAt: placedAt,
  });
  const { currency } = total;
  let refunded = 0;
  return [
    paid,
    ...refunds.map(({ refundId, amount, at: refundedAt }) => {
      refunded += amount;
      return OrderRefunded({
        orderId,
        refundId,
        amount: { amount, currency },
        refundedTotal: { amount: refunded, currency },
        isFull: refunded === total.amount,
        refundedAt,
      });
    }),
  ];
};
