import * as contracts from "@wares/contracts";
import {
  OrderCreated,
  OrderPaid,
  OrderRefunded,
  ProductAddedToCart,
  ProductCreated,
  ProductUpdated,
  ProductViewed,
  UserErased,
} from "@wares/contracts";
import { on, type Service, type Subscription, type Tools } from "@wares/platform";
import { analyticsRoutes } from "./analytics.routes.ts";
import { behaviourCommands } from "./behaviour.commands.ts";
import {
  addProductSales,
  addReached,
  addSales,
  countEvents,
  forgetBuyers,
  keepProducts,
  type Step,
} from "./rollup.store.ts";

/** Analytics: what happened, added up as it happens. */
export const analyticsService = ({ db }: Tools) => ({
  service: {
    name: "analytics",
    routes: [{ prefix: "", plugin: analyticsRoutes(db, behaviourCommands(db)) }],
    restMs: 500,
    subscriptions: [...counting, ...adding],
  } satisfies Service,
});

/** The buyer of these events got as far as `step`. */
const reached = (
  step: Step,
  events: readonly Readonly<{ time: string; data: { buyerId: contracts.BuyerId } }>[],
) => events.map(({ time, data: { buyerId } }) => ({ time, step, buyerId }));

const isEvent = (value: unknown): value is { type: string; version: number } =>
  typeof value === "function" && "version" in value && "type" in value;

/** Everything the contracts can say is counted; a new event is, from its first day on. */
const counting: readonly Subscription[] = Object.values<unknown>(contracts)
  .filter(isEvent)
  .map(({ type }) => ({
    type,
    receive: async (events, tx) => {
      await countEvents(tx, events);
    },
  }));

const adding: readonly Subscription[] = [
  on(OrderPaid, async (events, tx) => {
    const paid = events.map(({ data, time }) => ({ ...data, time: data.paidAt ?? time }));
    await addSales(
      tx,
      paid.map(({ time, items, total }) => ({
        time,
        currency: total.currency,
        gross: total.amount,
        units: items.reduce((units, { quantity }) => units + quantity, 0),
        orders: 1,
        refunds: 0,
      })),
    );
    await addProductSales(
      tx,
      paid.flatMap(({ time, items, total: { currency } }) =>
        items.map(({ productId, quantity, totalPrice }) => ({
          time,
          currency,
          productId,
          units: quantity,
          gross: totalPrice.amount,
        })),
      ),
    );
    await addReached(
      tx,
      paid.map(({ time, buyerId }) => ({ time, step: "Paid", buyerId })),
    );
  }),

  on(OrderRefunded, async (events, tx) => {
    await addSales(
      tx,
      events.map(({ data: { amount, refundedAt }, time }) => ({
        time: refundedAt ?? time,
        currency: amount.currency,
        gross: 0,
        units: 0,
        orders: 0,
        refunds: amount.amount,
      })),
    );
  }),

  on(ProductViewed, async (events, tx) => {
    await addReached(tx, reached("Viewed", events));
  }),
  on(ProductAddedToCart, async (events, tx) => {
    await addReached(tx, reached("AddedToCart", events));
  }),
  on(OrderCreated, async (events, tx) => {
    await addReached(tx, reached("Ordered", events));
  }),

  ...[ProductCreated, ProductUpdated].map((event) =>
    on(event, async (events, tx) => {
      await keepProducts(
        tx,
        events.map(({ data }) => data.product),
      );
    }),
  ),

  on(UserErased, async (events, tx) => {
    await forgetBuyers(
      tx,
      events.map(({ data: { userId } }) => userId),
    );
  }),
];
