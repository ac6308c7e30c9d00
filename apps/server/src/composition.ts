import { analyticsService } from "@wares/analytics";
import { authService } from "@wares/auth";
import { cartsService } from "@wares/carts";
import { inventoryService } from "@wares/inventory";
import { notificationsService } from "@wares/notifications";
import { ordersService } from "@wares/orders";
import { paymentsService, sandboxGateway } from "@wares/payments";
import { uuidv7, type Keys, type Live, type Log, type Service, type Tools } from "@wares/platform";
import { connect, type Database } from "@wares/platform/database";
import { roleOf } from "@wares/platform/run";
import { pricingService } from "@wares/pricing";
import { productsService } from "@wares/products";
import { recommendationsService } from "@wares/recommendations";
import { sandboxService, type ChargeRequest } from "@wares/sandbox";
import { searchService } from "@wares/search";
import { shippingService } from "@wares/shipping";
import { usersService } from "@wares/users";
import type { Config } from "./config.ts";
import type { ServiceName } from "./service-list.ts";

type World = Readonly<{
  config: Config;
  url: string;
  keys: Keys;
  live: Live;
  log: Log;
  shopUrl: string;
}>;

/**
 * The composition root: the one place that knows every service and fills the needs of each with the
 * functions of others. Splitting a service out means giving its needs an HTTP implementation here.
 */
export const compose = ({ config, url, keys, live, log, shopUrl }: World) => {
  const databases: Database[] = [];
  const tools = (name: ServiceName): Tools => {
    const db = connect({
      url,
      connectionsMax: config.DATABASE_CONNECTIONS_MAX,
      role: roleOf(name),
    });
    databases.push(db);
    return { db, keys, live, log, now: () => new Date(), newId: () => uuidv7() };
  };
  const placed: { service: Service; db: Database }[] = [];
  const place = <Made extends { service: Service }>(
    name: ServiceName,
    make: (tools: Tools) => Made,
  ): Made => {
    const given = tools(name);
    const made = make(given);
    placed.push({ service: made.service, db: given.db });
    return made;
  };

  const auth = place("auth", authService);
  place("users", usersService);
  const inventory = place("inventory", inventoryService);
  const { availableOf } = inventory;
  const products = place("products", (given) => productsService(given, { availableOf }));
  const search = place("search", searchService);
  const shipping = place("shipping", shippingService);
  const pricing = place("pricing", (given) =>
    pricingService(given, {
      priceLinesOf: products.priceLinesOf,
      shippingMethodsFor: async ({ subtotal, ...parcel }) =>
        shipping.methodsFor({ ...parcel, subtotal: subtotal.amount }),
    }),
  );
  place("carts", (given) => cartsService(given, { linesOf: products.priceLinesOf, availableOf }));
  const orders = place("orders", (given) =>
    ordersService(given, {
      quote: pricing.quote,
      hold: inventory.hold,
      redeem: pricing.redeem,
    }),
  );
  // The bank delivers to payments, which is made after it: by then it is there.
  let takeWebhook: (body: string, signature: string) => Promise<void> = async () => {};
  const bank = place("sandbox", (given) =>
    sandboxService(given, async (body, signature) => {
      await takeWebhook(body, signature);
      return true;
    }),
  );
  const payments = place("payments", (given) =>
    paymentsService(
      given,
      {
        ordersToPay: async (orderIds) => {
          const found = await Promise.all(orderIds.map(orders.orderToPay));
          return new Map(
            orderIds.flatMap((orderId, nth) => {
              const order = found[nth];
              return order ? [[orderId, order] as const] : [];
            }),
          );
        },
      },
      // What crosses here would cross a network: requests and answers, and nothing else.
      sandboxGateway((request) => bank.call(request as ChargeRequest), bank.testCards, keys),
      bank.testCards,
    ),
  );
  takeWebhook = payments.takeWebhook;
  place("recommendations", (given) => recommendationsService(given, { cardsOf: products.cardsOf }));
  place("notifications", (given) =>
    notificationsService(given, {
      ...(config.SMTP_URL && { smtpUrl: config.SMTP_URL }),
      shopUrl,
      shopAddress: config.SHOP_EMAIL,
      from: `Wares <${config.SHOP_EMAIL}>`,
      mailbox: config.SMTP_URL === undefined,
    }),
  );
  place("analytics", analyticsService);

  return {
    placed: placed as readonly Readonly<{ service: Service; db: Database }>[],
    identify: auth.identify,
    createOwner: auth.createOwner,
    createCoupon: pricing.createCoupon,
    catalogue: products,
    stock: inventory,
    orders,
    search,
    close: async () => {
      await Promise.all(databases.map((db) => db.end()));
    },
  };
};
export type Composition = ReturnType<typeof compose>;
