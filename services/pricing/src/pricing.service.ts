import {
  OrderCancelled,
  OrderCreated,
  OrderPaid,
  type FlashSaleId,
  type OrderId,
  type OrderItem,
} from "@wares/contracts";
import { on, type Delivered, type Service, type Tools } from "@wares/platform";
import { confirmUses, couponCommands, returnUses } from "./coupon.commands.ts";
import { flashSaleCommands } from "./flash-sale.commands.ts";
import { couponQueries } from "./coupon.queries.ts";
import type { FlashSaleNeeds } from "./flash-sale.needs.ts";
import { offersAt } from "./flash-sale-offer.ts";
import { flashSaleQueries } from "./flash-sale.queries.ts";
import { flashSaleRoutes, openSaleRoutes } from "./flash-sale.routes.ts";
import { runFlashSales } from "./flash-sale.service.ts";
import { openSales, openViewOf } from "./flash-sale-open.cache.ts";
import { soldOutSales } from "./flash-sale-sold-out.cache.ts";
import { findSale } from "./flash-sale.store.ts";
import { advance, partCommands } from "./flash-sale-part.commands.ts";
import { letGoOf } from "./flash-sale-part.store.ts";
import { couponRoutes, quoteRoutes } from "./pricing.routes.ts";
import { quoteQuery, type PricingNeeds } from "./quote.queries.ts";

/** Pricing: says what lines come to, and keeps coupons and flash sales. Integer minor units, and one version per quote. */
export const pricingService = ({ db, keys, log }: Tools, needs: PricingNeeds & FlashSaleNeeds) => {
  const coupons = couponCommands(db);
  const open = openSales(db, needs);
  const quotes = quoteQuery(db, needs, open);
  const sales = flashSaleCommands(db, needs);
  const saleQueries = flashSaleQueries(db, keys, open, needs);
  const parts = partCommands({ db, keys, open }, needs);
  const salePlugin = { commands: sales, queries: saleQueries, open };
  const service: Service = {
    name: "pricing",
    routes: [
      { prefix: "/quotes", plugin: quoteRoutes(quotes) },
      { prefix: "/coupons", plugin: couponRoutes(coupons, couponQueries(db, keys)) },
      { prefix: "/flash-sales", plugin: openSaleRoutes(salePlugin) },
      { prefix: "/flash-sales", plugin: flashSaleRoutes(salePlugin) },
    ],
    subscriptions: [
      on(OrderCreated, async (events, tx) => {
        await confirmUses(
          tx,
          orderIdsOf(events.filter(({ data }) => data.couponCode !== undefined)),
        );
        await advance(tx, orderIdsOf(events.filter(isInSale)), "confirmed");
      }),
      on(OrderPaid, (events, tx) => advance(tx, orderIdsOf(events.filter(isInSale)), "paid")),
      on(OrderCancelled, async (events, tx) => {
        const orderIds = orderIdsOf(events);
        await returnUses(tx, orderIds);
        await letGoOf(tx, orderIds, {
          to: "returned",
          from: ["reserved", "left", "expired", "confirmed", "paid"],
        });
      }),
    ],
    work: () => runFlashSales(db, log, parts),
  };
  const { redeem, create: createCoupon } = coupons;
  const { joinSale, leaveSale } = parts;
  return {
    service,
    ...quotes,
    redeem,
    createCoupon,
    joinSale,
    leaveSale,
    soldOut: soldOutSales(open, parts, needs),
    openSales: async () => openViewOf(await open()),
    /** What the sales that run now offer, as quotes see it. */
    offersNow: async () => {
      const { sales: running, left, now } = await open();
      return offersAt(running.values(), left, now());
    },
    findSale: (flashSaleId: FlashSaleId) => findSale(db, flashSaleId),
  };
};
export type { FlashSaleNeeds, PricingNeeds };

const orderIdsOf = (events: readonly Delivered<{ orderId: OrderId }>[]): readonly OrderId[] => [
  ...new Set(events.map(({ data }) => data.orderId)),
];
const isInSale = ({ data }: Delivered<{ items: readonly OrderItem[] }>): boolean =>
  data.items.some(({ flashSaleId }) => flashSaleId !== undefined);
