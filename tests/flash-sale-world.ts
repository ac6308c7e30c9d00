import {
  FlashSaleId,
  GuestId,
  OrderId,
  UserId,
  parse,
  type FlashSaleRequest,
  type Quote,
  Sku,
} from "@wares/contracts";
import { inventoryService } from "@wares/inventory";
import { ordersService } from "@wares/orders";
import { idOf, newId } from "@wares/platform";
import { connect } from "@wares/platform/database";
import { httpServer, type Principal } from "@wares/platform/http";
import { catchUpAll, readersOf, roleOf } from "@wares/platform/run";
import { pricingService } from "@wares/pricing";
import { testTools } from "@wares/testkit/tools";
import { everywhere, method, pricedAt } from "./priced-goods.ts";

// The three services a flash sale is made of, put together as the shop does, as often as there are
// processes. Each has its own connections, under its own role.

export const lamp = parse(Sku, "LAMP-BLUE");
export const sale = idOf(FlashSaleId, "sale");
export const order = (nth: number) => idOf(OrderId, "order", String(nth));
export const guest = (nth: number): Principal => ({
  roles: [],
  guestId: idOf(GuestId, "guest", String(nth)),
});
const staff: Principal = { roles: ["staff"], userId: newId(UserId) };

const priced = pricedAt(5_000);

const compose = (url: string) => {
  const pool = (name: string) => connect({ url, connectionsMax: 4, role: roleOf(name) });
  const db = { inventory: pool("inventory"), pricing: pool("pricing"), orders: pool("orders") };
  const inventory = inventoryService(testTools(db.inventory));
  const pricing = pricingService(testTools(db.pricing), {
    priceLinesOf: async (skus) => new Map(skus.map((sku) => [sku, priced(sku)])),
    shippingMethodsFor: async ({ currency }) => [{ ...method, cost: { amount: 0, currency } }],
    setAside: inventory.setAside,
    leftOf: inventory.leftOf,
    shortNow: inventory.shortNow,
    isAdmitted: async () => false,
    roomOf: async () => ({ waiting: 0, admitted: 0 }),
  });
  const orders = ordersService(testTools(db.orders), {
    soldOut: pricing.soldOut,
    quote: pricing.quoteToPlace,
    hold: inventory.hold,
    redeem: pricing.redeem,
    joinSale: pricing.joinSale,
    leaveSale: pricing.leaveSale,
  });
  const placed = [
    { service: inventory.service, db: db.inventory },
    { service: pricing.service, db: db.pricing },
    { service: orders.service, db: db.orders },
  ];
  return { db, inventory, pricing, orders, placed };
};

type Asked = Readonly<{ body?: object; as?: Principal; revision?: number }>;

/** The API of these services, asked by whoever the request says it is. */
const serve = async (placed: ReturnType<typeof compose>["placed"]) => {
  const app = await httpServer({
    identify: async ({ headers }) =>
      JSON.parse(String(headers["x-who"] ?? JSON.stringify(guest(0)))) as Principal,
  });
  for (const { prefix, plugin } of placed.flatMap(({ service }) => service.routes ?? []))
    await app.register(plugin, { prefix: `/api/v1${prefix}` });
  const ask = async <Body = Record<string, unknown>>(
    verb: "GET" | "POST" | "PUT",
    path: string,
    { body, as = staff, revision }: Asked = {},
  ) => {
    const answer = await app.inject({
      method: verb,
      url: `/api/v1${path}`,
      headers: {
        "x-who": JSON.stringify(as),
        ...(revision !== undefined && { "if-match": `"${revision}"` }),
      },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, body: answer.json() as Body };
  };
  return { app, ask };
};
type Ask = Awaited<ReturnType<typeof serve>>["ask"];

const destination = { country: "US", state: "OR", postalCode: "97201" };
const street = { firstName: "A", lastName: "B", addressLine1: "1", city: "C", phone: "" };
const wish = (quantity: number) => ({
  lines: [{ sku: lamp, quantity }],
  currency: "USD",
  language: "en",
  shippingMethodId: "standard",
});

const shoppers = (ask: Ask) => ({
  quote: (quantity = 1) =>
    ask<Quote & { type: string }>("POST", "/quotes", { body: { ...wish(quantity), destination } }),
  /** The nth order, of the guest of that number unless said. */
  place: async (nth: number, version: string, by: { guest?: number; email?: string } = {}) => {
    const { guest: number = nth, email = `shopper-${number}@example.org` } = by;
    const shippingAddress = { ...street, ...destination };
    const body = { ...wish(1), orderId: order(nth), email, shippingAddress, quoteVersion: version };
    const { status, body: said } = await ask<{ type: string }>("POST", "/orders", {
      body,
      as: guest(number),
    });
    return status === 201 ? "placed" : said.type;
  },
});

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
/** Twenty lamps at 10.00 instead of 50.00, one for each customer, in an hour. */
const terms = (): FlashSaleRequest => ({
  id: sale,
  name: { en: "Friday" },
  startsAt: inMs(3_600_000),
  endsAt: inMs(7_200_000),
  limitPerCustomer: 1,
  hasWaitingRoom: false,
  items: [{ sku: lamp, salePrices: everywhere(1_000), quantity: 20 }],
});
export const lamps = (quantity: number): FlashSaleRequest["items"] => [
  { sku: lamp, salePrices: everywhere(1_000), quantity },
];

export const saleWorld = async (url: string) => {
  const { db, placed, ...services } = compose(url);
  const { app, ask } = await serve(placed);
  const { inventory } = services;
  return {
    ...services,
    ...shoppers(ask),
    db,
    app,
    ask,
    schedule: (change: Partial<FlashSaleRequest> = {}) =>
      ask<{ revision: number }>("POST", "/flash-sales", { body: { ...terms(), ...change } }),
    /** Now, instead of in an hour. */
    begin: async () => {
      await db.pricing.query(
        "update pricing.flash_sales set starts_at = now() - interval '1 second'",
      );
    },
    settle: () => catchUpAll(readersOf(placed)),
    left: async () => (await inventory.leftOf([sale])).get(sale)?.get(lamp) ?? 0,
    onShelf: async () => (await inventory.availableOf([lamp])).get(lamp),
    close: async () => {
      await app.close();
      await Promise.all(placed.map((one) => one.db.end()));
    },
  };
};
export type SaleWorld = Awaited<ReturnType<typeof saleWorld>>;
