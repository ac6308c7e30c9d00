import { OrderCancelled, OrderCreated, type OrderId } from "@wares/contracts";
import { on, type Delivered, type Service, type Tools } from "@wares/platform";
import { confirmUses, couponCommands, returnUses } from "./coupon.commands.ts";
import { couponRoutes, quoteRoutes } from "./pricing.routes.ts";
import { quoteQuery, type PricingNeeds } from "./quote.queries.ts";

/** Pricing: says what lines come to, and keeps the coupons. Integer minor units, and one version per quote. */
export const pricingService = ({ db }: Tools, needs: PricingNeeds) => {
  const commands = couponCommands(db);
  const quote = quoteQuery(db, needs);
  const service: Service = {
    name: "pricing",
    routes: [
      { prefix: "/quotes", plugin: quoteRoutes(quote) },
      { prefix: "/coupons", plugin: couponRoutes(commands, db) },
    ],
    subscriptions: [
      on(OrderCreated, (events, tx) =>
        confirmUses(tx, orderIdsOf(events.filter(({ data }) => data.couponCode !== undefined))),
      ),
      on(OrderCancelled, (events, tx) => returnUses(tx, orderIdsOf(events))),
    ],
  };
  const { redeem, create: createCoupon } = commands;
  return { service, quote, redeem, createCoupon };
};
export type { PricingNeeds };

const orderIdsOf = (events: readonly Delivered<{ orderId: OrderId }>[]): readonly OrderId[] => [
  ...new Set(events.map(({ data }) => data.orderId)),
];
