import { PaymentDisputed, ShipmentDelivered, UserErased } from "@wares/contracts";
import { on, saga, type Service, type Tools } from "@wares/platform";
import { checkout, checkoutEvents, notBegun, type TimeIsUp } from "./checkout.saga.ts";
import { exportOrders, type ExportedOrder } from "./export.queries.ts";
import { importHistory, type HistoricOrder } from "./history.commands.ts";
import { orderCommands } from "./order-change.commands.ts";
import { carryOut, ownCommands } from "./order.commands.ts";
import { orderLists } from "./order-list.queries.ts";
import { orderStaffRoutes } from "./order-staff.routes.ts";
import { orderQueries } from "./order.queries.ts";
import { orderRoutes } from "./order.routes.ts";
import { addToTimeline, forgetPeople, knownOrders } from "./order.store.ts";
import { placementCommands, type OrderNeeds } from "./placement.commands.ts";

/** Orders: takes a quoted basket, and sees it through to the shopper's door, or lets go of it whole. */
export const ordersService = ({ db, keys, live }: Tools, needs: OrderNeeds) => {
  const queries = orderQueries(db, keys);
  const placement = placementCommands(db, keys, needs);
  const commands = orderCommands(db);
  const lists = orderLists(db, keys);
  const service: Service = {
    name: "orders",
    routes: [
      { prefix: "/orders", plugin: orderRoutes({ placement, commands, queries, lists, live }) },
      { prefix: "/orders", plugin: orderStaffRoutes({ commands, queries, lists }) },
    ],
    sagas: [
      saga({
        name: "orders.checkout",
        events: checkoutEvents,
        initial: notBegun,
        react: checkout,
        // The runner keeps it under the order's id.
        alarm: (orderId): TimeIsUp => ({
          type: "checkout.time_is_up",
          data: { orderId: orderId as TimeIsUp["data"]["orderId"] },
        }),
        own: ownCommands,
      }),
    ],
    subscriptions: [
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
    ],
  };
  const { orderToPay, isReadable } = queries;
  return {
    service,
    exportOrders: exportOrders(db),
    orderToPay,
    isReadable,
    importHistory: (orders: readonly HistoricOrder[]) => importHistory(db, orders),
  };
};
export type { ExportedOrder, HistoricOrder, OrderNeeds };
