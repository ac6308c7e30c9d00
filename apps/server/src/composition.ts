import { analyticsService } from "@wares/analytics";
import { authService } from "@wares/auth";
import { cartsService } from "@wares/carts";
import type { OrderId } from "@wares/contracts";
import { roomSaleOf, waitingRoomService, type SaleNeeds } from "@wares/gateway";
import { inventoryService } from "@wares/inventory";
import { notificationsService } from "@wares/notifications";
import { ordersService, type OrderNeeds } from "@wares/orders";
import { paymentsService, sandboxGateway, type PaymentNeeds } from "@wares/payments";
import {
  Refused,
  uuidv7,
  type Keys,
  type Live,
  type Log,
  type Service,
  type Tools,
} from "@wares/platform";
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
  /** Anybody who reaches the shop may read its mails: on one's own machine only. */
  hasMailbox: boolean;
}>;

/**
 * The composition root: the one place that knows every service and fills the needs of each with the
 * functions of others. Splitting a service out means giving its needs an HTTP implementation here.
 */
export const compose = (world: World) => {
  const { config, keys } = world;
  const { place, placed, close } = placing(world);
  const auth = place("auth", authService);
  const { savedMethod } = place("users", usersService);
  const inventory = place("inventory", inventoryService);
  const { availableOf } = inventory;
  const products = place("products", (given) => productsService(given, { availableOf }));
  const search = place("search", searchService);
  const shipping = place("shipping", shippingService);
  const waiting = placeWaitingRoom(place, config.RATE_LIMITS === "on");
  const { waitingRoom } = waiting;
  const pricing = place("pricing", (given) =>
    pricingService(given, {
      priceLinesOf: products.priceLinesOf,
      shippingMethodsFor: async ({ subtotal, ...parcel }) =>
        shipping.methodsFor({ ...parcel, subtotal: subtotal.amount }),
      setAside: inventory.setAside,
      leftOf: inventory.leftOf,
      shortNow: inventory.shortNow,
      isAdmitted: waitingRoom.isAdmitted,
      roomOf: waitingRoom.roomOf,
    }),
  );
  waiting.connect({
    saleOf: async (id) => {
      const sale = await pricing.findSale(id);
      return sale && roomSaleOf(sale);
    },
    openSales: async () => (await pricing.openSales()).map(roomSaleOf),
  });
  const { offersNow } = pricing;
  place("carts", (given) =>
    cartsService(given, { linesOf: products.priceLinesOf, availableOf, offersNow }),
  );
  const orders = place("orders", (given) =>
    ordersService(given, {
      soldOut: pricing.soldOut,
      quote: pricing.quoteToPlace,
      ...takingPart(pricing, waitingRoom),
      hold: inventory.hold,
      redeem: pricing.redeem,
    }),
  );
  placePayments(place, keys, { orderToPay: orders.orderToPay, savedMethod });
  place("recommendations", (given) => recommendationsService(given, { cardsOf: products.cardsOf }));
  const { ordersToTell } = orders;
  place("notifications", (given) =>
    notificationsService(given, { ordersToTell }, mailOptions(world)),
  );
  place("analytics", analyticsService);

  return {
    placed,
    identify: auth.identify,
    createOwner: auth.createOwner,
    createCoupon: pricing.createCoupon,
    catalogue: products,
    stock: inventory,
    orders,
    search,
    waitingRoom,
    close,
  };
};
export type Composition = ReturnType<typeof compose>;

const mailOptions = ({ config, shopUrl, hasMailbox }: World) => ({
  ...(config.SMTP_URL && { smtpUrl: config.SMTP_URL }),
  shopUrl,
  shopAddress: config.SHOP_EMAIL,
  from: `Wares <${config.SHOP_EMAIL}>`,
  mailbox: hasMailbox,
});

type Place = <Made extends { service: Service }>(
  name: ServiceName,
  make: (tools: Tools) => Made,
) => Made;

/** Each service gets a database of its own: connections whose role sees that service's tables alone. */
const placing = ({ config, url, keys, live, log }: World) => {
  const placed: { service: Service; db: Database }[] = [];
  const place: Place = (name, make) => {
    const connectionsMax = config.DATABASE_CONNECTIONS_MAX;
    const db = connect({ url, connectionsMax, role: roleOf(name) });
    const made = make({ db, keys, live, log, now: () => new Date(), newId: () => uuidv7() });
    placed.push({ service: made.service, db });
    return made;
  };
  return {
    place,
    placed: placed as readonly Readonly<{ service: Service; db: Database }>[],
    close: async () => {
      await Promise.all(placed.map(({ db }) => db.end()));
    },
  };
};

/** The sales are pricing's, which is made after the room: by then they are there. */
const placeWaitingRoom = (place: Place, slowsRobots: boolean) => {
  let sales: SaleNeeds = { saleOf: async () => undefined, openSales: async () => [] };
  const needs: SaleNeeds = {
    saleOf: (flashSaleId) => sales.saleOf(flashSaleId),
    openSales: () => sales.openSales(),
  };
  const waitingRoom = place("gateway", (given) =>
    waitingRoomService(given, needs, { slowsRobots }),
  );
  return { waitingRoom, connect: (found: SaleNeeds) => void (sales = found) };
};

type Pricing = ReturnType<typeof pricingService>;
type WaitingRoom = ReturnType<typeof waitingRoomService>;

/** An order of a sale takes the customer's portion and, where there was one to wait for, uses up the admission. */
const takingPart = (
  pricing: Pricing,
  { useAdmission, giveBackAdmission }: WaitingRoom,
): Pick<OrderNeeds, "joinSale" | "leaveSale"> => ({
  joinSale: async (request) => {
    const { orderId, buyerId, flashSaleId } = request;
    await pricing.joinSale(request);
    try {
      await useAdmission(flashSaleId, buyerId, orderId);
    } catch (error) {
      if (error instanceof Refused) await pricing.leaveSale(orderId, flashSaleId);
      throw error;
    }
  },
  leaveSale: async (orderId, flashSaleId) => {
    await pricing.leaveSale(orderId, flashSaleId);
    await giveBackAdmission(flashSaleId, orderId);
  },
});

type OrderToPay = Awaited<ReturnType<ReturnType<typeof ordersService>["orderToPay"]>>;

type TillNeeds = Pick<PaymentNeeds, "savedMethod"> &
  Readonly<{ orderToPay: (orderId: OrderId) => Promise<OrderToPay> }>;

/** The shop's till and the bank it talks to. What crosses between them would cross a network. */
const placePayments = (place: Place, keys: Keys, { orderToPay, savedMethod }: TillNeeds) => {
  // The bank delivers to payments, which is made after it: by then it is there.
  let takeWebhook: (body: string, signature: string) => Promise<void> = async () => {};
  const bank = place("sandbox", (given) =>
    sandboxService(given, async (body, signature) => {
      await takeWebhook(body, signature);
      return true;
    }),
  );
  const ordersToPay = async (orderIds: readonly OrderId[]) => {
    const found = await Promise.all(
      orderIds.map(async (id) => [id, await orderToPay(id)] as const),
    );
    return new Map(found.flatMap(([id, order]) => (order ? [[id, order] as const] : [])));
  };
  const gateway = sandboxGateway(
    // Its requests are made by the adapter for exactly this bank.
    (request) => bank.call(request as ChargeRequest),
    bank.testCards,
    keys,
  );
  const payments = place("payments", (given) =>
    paymentsService(given, { ordersToPay, savedMethod }, gateway, bank.testCards),
  );
  takeWebhook = payments.takeWebhook;
};
