import { OrderCreated, PaymentDisputed, ShipmentDelivered, UserErased } from "@wares/contracts";
import { on, type Subscription } from "@wares/platform";
import { alongCommit } from "@wares/platform/database";
import { carryOut } from "./order.commands.ts";
import { keepFindable } from "./order-search.store.ts";
import { addToTimeline, forgetPeople, knownOrders } from "./order.store.ts";

/** What orders hear of, beside the checkout. Whoever is erased comes after their orders were kept findable. */
export const orderSubscriptions: readonly Subscription[] = [
  on(OrderCreated, (events, tx) =>
    alongCommit(tx, [
      keepFindable(
        tx,
        events.map(({ data }) => data),
      ),
    ]),
  ),
  on(ShipmentDelivered, async (events, tx) => {
    const delivered = events.map(({ data: { orderId } }) => ({
      orderId,
      command: { type: "deliver" } as const,
      actor: { by: "Shop" } as const,
    }));
    await carryOut(tx, delivered);
  }),
  on(PaymentDisputed, async (events, tx) => {
    const known = await knownOrders(
      tx,
      events.map(({ data }) => data.orderId),
    );
    const entries = events
      .filter(({ data }) => known.has(data.orderId))
      .map(({ data: { orderId, reason } }) => ({
        orderId,
        kind: "PaymentDisputed",
        by: "Shop" as const,
        text: reason,
        isInternal: true,
      }));
    await addToTimeline(tx, entries);
  }),
  on(UserErased, (events, tx) =>
    forgetPeople(
      tx,
      events.map(({ data }) => data.userId),
    ),
  ),
];
