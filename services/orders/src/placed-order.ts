import type { NewOrder, Stamp } from "./placement.store.ts";
import type { StoredOrder } from "./order-view.store.ts";

/** An order as reading it back would find it: what placed it knows all of it already. */
export const storedOf = (written: NewOrder, stamp: Stamp): StoredOrder => {
  const { orderId, requestHash: _, payMinutes: __, refundedTotal = 0, ...order } = written;
  const { createdAt, updatedAt, payBefore } = stamp;
  return {
    order: {
      ...order,
      id: orderId,
      items: [...order.items],
      refundedTotal: { amount: refundedTotal, currency: order.total.currency },
      createdAt,
      updatedAt,
      payBefore,
      revision: 1,
    },
    timeline: [{ at: createdAt, kind: "Created", by: "Shopper", isInternal: false }],
    refunds: [],
    isInTime: true,
  };
};
