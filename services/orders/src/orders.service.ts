import { saga, type Service, type Tools } from "@wares/platform";
import { checkout, checkoutEvents, notBegun, type TimeIsUp } from "./checkout.saga.ts";
import { exportOrders, type ExportedOrder } from "./export.queries.ts";
import { importHistory, type HistoricOrder } from "./history.commands.ts";
import { orderCommands } from "./order-change.commands.ts";
import { ownCommands } from "./order.commands.ts";
import { orderLists } from "./order-list.queries.ts";
import { orderStaffRoutes } from "./order-staff.routes.ts";
import { orderQueries } from "./order.queries.ts";
import { orderRoutes } from "./order.routes.ts";
import { orderSubscriptions } from "./order.subscriptions.ts";
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
    restMs: 100,
    subscriptions: orderSubscriptions,
  };
  const { orderToPay, ordersToTell, isReadable } = queries;
  return {
    service,
    exportOrders: exportOrders(db),
    orderToPay,
    ordersToTell,
    isReadable,
    importHistory: (orders: readonly HistoricOrder[]) => importHistory(db, orders),
  };
};
export type { ExportedOrder, HistoricOrder, OrderNeeds };
