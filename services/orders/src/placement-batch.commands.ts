import { OrderCreated, type Order, type OrderId } from "@wares/contracts";
import { invariant, StaleWrite, type Keys, type Refusal } from "@wares/platform";
import {
  alongCommit,
  publish,
  transact,
  type Database,
  type Queries,
} from "@wares/platform/database";
import { orderNumber } from "./order-number.ts";
import { entryOf } from "./order.commands.ts";
import { addToTimeline } from "./order.store.ts";
import type { StoredOrder } from "./order-view.store.ts";
import {
  findPlaced,
  insertItems,
  insertOrders,
  storedOf,
  type NewOrder,
  type Placed,
} from "./placement.store.ts";
import { refusals } from "./refusals.ts";

export type Unnumbered = Omit<NewOrder, "orderNumber">;
/** Who asks, and for what: the same order asked again is the same in both. */
export type Asked = Readonly<{ buyerId: Order["buyerId"]; requestHash: string }>;
type Written = NewOrder & Readonly<{ stored: StoredOrder }>;

// Some seconds of orders at the highest speed.
const latelyMax = 10_000;

/** One transaction for up to 250 orders: rows, items, timeline and events. */
export const orderWriter = (db: Database, keys: Keys) => {
  const lately = new Set<OrderId>();
  const remember = (orderId: OrderId) => {
    lately.add(orderId);
    if (lately.size > latelyMax)
      for (const oldest of lately.values().take(1)) lately.delete(oldest);
  };
  const number = (orderId: OrderId, attempt: number) =>
    orderNumber(Buffer.from(keys.sign("order-number", `${orderId} ${attempt}`), "base64url"));

  return async (asked: readonly Unnumbered[]) => {
    let attempt = 0;
    const done = await transact(db, async (tx) => {
      attempt += 1;
      // Of two requests for one id in a batch, the first makes the order.
      const firsts = new Map(asked.toReversed().map((order) => [order.orderId, order]));
      const orders = [...firsts.values()].map((order) => ({
        ...order,
        orderNumber: number(order.orderId, attempt),
      }));
      // Double clicks come within moments; one that was not foreseen costs the batch a second try.
      const areNew = attempt === 1 && !orders.some(({ orderId }) => lately.has(orderId));
      orders.forEach(({ orderId }) => remember(orderId));
      const stamping = insertOrders(tx, orders, { areNew });
      // All of them then, or none: what follows need not wait for the answer.
      const stamps = areNew ? undefined : await stamping;
      const written = orders.filter(({ orderId }) => !stamps || stamps.has(orderId));
      const events = written.map(orderCreated);
      const entries = events.map((event) => entryOf(event, { by: "Shopper" }));
      await alongCommit(tx, [
        stamping,
        insertItems(tx, written),
        addToTimeline(tx, entries),
        publish(tx, events),
      ]);

      const ids = new Set(written.map(({ orderId }) => orderId));
      const others = asked.filter(({ orderId }) => !ids.has(orderId));
      const known = await findAgain(tx, others);
      // Neither new nor known: its number was taken, and another try takes another.
      if (others.some(({ orderId }) => !known.has(orderId)))
        throw new StaleWrite("an order number was taken");
      return { stamping, written, known };
    });

    const { written, known } = done;
    const stamps = await done.stamping;
    const stored = new Map(
      written.map((order): [OrderId, Written] => {
        const stamp = stamps.get(order.orderId);
        invariant(stamp !== undefined, "what was written was stamped");
        return [order.orderId, { ...order, stored: storedOf(order, stamp) }];
      }),
    );
    return asked.map((order): Refusal | StoredOrder | undefined => {
      const mine = stored.get(order.orderId);
      const found = mine ?? known.get(order.orderId);
      invariant(found !== undefined, "it is new or known");
      return isSame(found, order) ? mine?.stored : refusals.alreadyPlaced;
    });
  };
};

const findAgain = (tx: Queries, orders: readonly Unnumbered[]) =>
  orders.length === 0
    ? new Map<OrderId, Placed>()
    : findPlaced(
        tx,
        orders.map(({ orderId }) => orderId),
      );

export const isSame = (
  { buyerId, requestHash }: Readonly<{ buyerId: Order["buyerId"]; requestHash?: string | null }>,
  asked: Readonly<{ buyerId: Order["buyerId"]; requestHash?: string }>,
): boolean => buyerId === asked.buyerId && requestHash === asked.requestHash;

const orderCreated = (order: NewOrder) =>
  OrderCreated({
    orderId: order.orderId,
    orderNumber: order.orderNumber,
    buyerId: order.buyerId,
    ...(order.userId && { userId: order.userId }),
    contact: order.contact,
    items: [...order.items],
    subtotal: order.subtotal,
    discount: order.discount,
    shipping: order.shipping,
    tax: order.tax,
    total: order.total,
    shippingAddress: order.shippingAddress,
    shippingMethod: order.shippingMethod,
    ...(order.couponCode && { couponCode: order.couponCode }),
  });
