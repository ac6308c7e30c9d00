import type { Order, OrderId } from "@wares/contracts";
import { batched, orderKey, Refused, type Keys } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { orderRights, type OrderReader, type Principal } from "@wares/platform/http";
import { findStored, type StoredOrder } from "./order-view.store.ts";
import { findOrdersToPay, type OrderToPay } from "./order-to-pay.store.ts";
import { findOrdersToTell } from "./order-to-tell.store.ts";
import { canDo } from "./order.ts";
import { refusals } from "./refusals.ts";

export const orderQueries = (db: Database, keys: Keys) => {
  // Order pages after a rush, and the answers to placing, share their reads.
  const stored = batched<OrderId, StoredOrder | undefined>(
    async (orderIds) => {
      const found = await findStored(db, [...new Set(orderIds)]);
      return orderIds.map((orderId) => found.get(orderId));
    },
    { batchMax: 100, waitingMax: 10_000 },
  );

  /** Somebody else's order is told apart from none by nothing. */
  const readable = async (orderId: OrderId, reader: OrderReader) => {
    const found = await stored(orderId);
    if (!found) return undefined;
    const { buyerId } = found.order;
    const rights = orderRights(reader, { orderId, buyerId }, keys);
    return rights.mayRead ? { found, rights } : undefined;
  };

  return {
    /** What was just placed, to whoever placed it. */
    show: ({ order, ...rest }: StoredOrder, reader: OrderReader): Order => {
      const { id: orderId, buyerId } = order;
      return viewOf({ order, ...rest }, orderRights(reader, { orderId, buyerId }, keys));
    },

    find: async (orderId: OrderId, reader: OrderReader): Promise<Order> => {
      const seen = await readable(orderId, reader);
      if (!seen) throw new Refused(refusals.notFound);
      return viewOf(seen.found, seen.rights);
    },

    isReadable: async (
      orderId: OrderId,
      principal: Principal,
      key: string | undefined,
    ): Promise<boolean> => (await readable(orderId, { principal, key })) !== undefined,

    /** For payments: what there is to pay. */
    orderToPay: batched<OrderId, OrderToPay | undefined>(
      async (orderIds) => {
        const found = await findOrdersToPay(db, [...new Set(orderIds)]);
        return orderIds.map((orderId) => found.get(orderId));
      },
      { batchMax: 250, waitingMax: 10_000 },
    ),

    /** For letters: what was ordered. */
    ordersToTell: (orderIds: readonly OrderId[]) => findOrdersToTell(db, orderIds),

    keyOf: (orderId: OrderId): string => orderKey(keys, orderId),
  };
};

type Rights = Readonly<{ isStaff: boolean; isBuyer: boolean }>;
const viewOf = ({ order, timeline, refunds, isInTime }: StoredOrder, rights: Rights): Order => {
  const { status, total, refundedTotal } = order;
  const books = { status, total, refundedTotal: refundedTotal.amount, refunds };
  return {
    ...order,
    refunds: refunds.map(({ id, amount, reason, status: now, createdAt }) => ({
      id,
      amount: { amount, currency: total.currency },
      reason,
      status: now,
      createdAt,
    })),
    timeline: timeline.filter(({ isInternal }) => rights.isStaff || !isInternal),
    can: canDo(books, { ...rights, isInTime }),
  };
};

export type OrderQueries = ReturnType<typeof orderQueries>;
