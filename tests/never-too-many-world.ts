import { GuestId, OrderId, Sku, UserId, parse } from "@wares/contracts";
import type { FlashSaleId, PaymentId, RefundId } from "@wares/contracts";
import { inventoryService } from "@wares/inventory";
import { ordersService } from "@wares/orders";
import { paymentsService, sandboxGateway } from "@wares/payments";
import { idOf, newId, orderKey, type Service } from "@wares/platform";
import { connect, type Database } from "@wares/platform/database";
import { httpServer, type Principal } from "@wares/platform/http";
import { catchUpAll, readersOf, roleOf } from "@wares/platform/run";
import { pricingService } from "@wares/pricing";
import { sandboxService } from "@wares/sandbox";
import { testTools } from "@wares/testkit/tools";
import { runAlarms } from "../packages/platform/src/alarms.ts";
import { everywhere, method, pricedAt } from "./priced-goods.ts";

// One process of a shop: the services that promise something, put together as the shop does, with the
// bank. Several of these on one database are several processes.

const priced = pricedAt(1_000);
const destination = { country: "US", state: "OR", postalCode: "97201" };
const street = { firstName: "A", lastName: "B", addressLine1: "1", city: "C", phone: "" };

const compose = (url: string) => {
  const placed: { service: Service; db: Database }[] = [];
  const place = <Made extends { service: Service }>(
    name: string,
    make: (tools: ReturnType<typeof testTools>) => Made,
  ): Made => {
    const db = connect({ url, connectionsMax: 4, role: roleOf(name) });
    const made = make(testTools(db));
    placed.push({ service: made.service, db });
    return made;
  };
  const inventory = place("inventory", inventoryService);
  const pricing = place("pricing", (tools) =>
    pricingService(tools, {
      priceLinesOf: async (skus) => new Map(skus.map((sku) => [sku, priced(sku)])),
      shippingMethodsFor: async ({ currency }) => [{ ...method, cost: { amount: 0, currency } }],
      setAside: inventory.setAside,
      leftOf: inventory.leftOf,
      shortNow: inventory.shortNow,
      isAdmitted: async () => false,
      roomOf: async () => ({ waiting: 0, admitted: 0 }),
    }),
  );
  const orders = place("orders", (tools) =>
    ordersService(tools, {
      soldOut: pricing.soldOut,
      quote: pricing.quoteToPlace,
      hold: inventory.hold,
      redeem: pricing.redeem,
      joinSale: pricing.joinSale,
      leaveSale: pricing.leaveSale,
    }),
  );
  let takeWebhook: (body: string, signature: string) => Promise<void> = async () => {};
  const bank = place("sandbox", (tools) =>
    sandboxService(tools, async (body, signature) => {
      await takeWebhook(body, signature);
      return true;
    }),
  );
  const payments = place("payments", (tools) => {
    const gateway = sandboxGateway(
      (request) => bank.call(request as never),
      bank.testCards,
      tools.keys,
    );
    const ordersToPay = async (ids: readonly OrderId[]) => {
      const found = await Promise.all(
        ids.map(async (id) => [id, await orders.orderToPay(id)] as const),
      );
      return new Map(found.flatMap(([id, order]) => (order ? [[id, order] as const] : [])));
    };
    const savedMethod = async () => undefined;
    return paymentsService(tools, { ordersToPay, savedMethod }, gateway, bank.testCards);
  });
  takeWebhook = payments.takeWebhook;
  return { placed, inventory, pricing };
};

export type Line = Readonly<{ sku: Sku; quantity: number }>;
const staff: Principal = { roles: ["staff"], userId: newId(UserId) };
const guest = (nth: number): Principal => ({ roles: [], guestId: idOf(GuestId, String(nth)) });

type Ask = (
  verb: "POST" | "PUT",
  path: string,
  as: Principal,
  body: object,
) => Promise<Readonly<{ status: number; body: Readonly<Record<string, unknown>> }>>;

const wish = (lines: readonly Line[], couponCode?: string) => ({
  lines,
  currency: "USD",
  language: "en",
  shippingMethodId: "standard",
  ...(couponCode && { couponCode }),
});

const people = (ask: Ask, keyOf: (orderId: OrderId) => string) => ({
  order: async (orderId: OrderId, buyer: number, lines: readonly Line[], coupon?: string) => {
    const asked = { ...wish(lines, coupon), destination };
    const quote = await ask("POST", "/quotes", guest(buyer), asked);
    return ask("POST", "/orders", guest(buyer), {
      ...wish(lines, coupon),
      orderId,
      email: `b-${buyer}@example.org`,
      shippingAddress: { ...street, ...destination },
      quoteVersion: quote.body["version"],
    });
  },
  pay: (paymentId: PaymentId, orderId: OrderId, buyer: number, token: string) =>
    ask("POST", "/payments", guest(buyer), {
      paymentId,
      orderId,
      method: "CreditCard",
      token,
      key: keyOf(orderId),
    }),
  cancel: (orderId: OrderId, buyer: number) =>
    ask("PUT", `/orders/${orderId}/cancellation`, guest(buyer), {}),
  refund: (refundId: RefundId, orderId: OrderId, amount: number, restock: readonly Line[]) =>
    ask("POST", `/orders/${orderId}/refunds`, staff, {
      refundId,
      amount: { amount, currency: "USD" },
      reason: "came back",
      restock,
    }),
  adjust: (adjustmentId: string, sku: Sku, change: number) =>
    ask("POST", `/stock/${sku}/adjustments`, staff, {
      adjustmentId,
      change,
      reason: "Adjustment",
    }),
  /** In an hour, for an hour: whoever knows the books moves that. */
  schedule: (id: FlashSaleId, sku: Sku, quantity: number, limitPerCustomer: number) =>
    ask("POST", "/flash-sales", staff, {
      id,
      name: { en: "Friday" },
      startsAt: new Date(Date.now() + 3_600_000).toISOString(),
      endsAt: new Date(Date.now() + 7_200_000).toISOString(),
      limitPerCustomer,
      hasWaitingRoom: false,
      items: [{ sku, salePrices: everywhere(600), quantity }],
    }),
});

export const openProcess = async (url: string) => {
  const { placed, inventory, pricing } = compose(url);
  const app = await httpServer({
    identify: async ({ headers }) => JSON.parse(String(headers["x-who"])) as Principal,
  });
  for (const { prefix, plugin } of placed.flatMap(({ service }) => service.routes ?? []))
    await app.register(plugin, { prefix: `/api/v1${prefix}` });
  const sagas = placed.flatMap(({ service, db }) =>
    (service.sagas ?? []).map((saga) => ({ saga, db })),
  );
  const alarms = runAlarms(sagas, testTools(placed[0]!.db).log);
  const loops = [alarms, ...placed.flatMap(({ service }) => service.work?.() ?? [])];
  const { keys } = testTools(placed[0]!.db);
  const ask: Ask = async (verb, path, as, body) => {
    const headers = { "x-who": JSON.stringify(as) };
    const answer = await app.inject({
      method: verb,
      url: `/api/v1${path}`,
      headers,
      payload: body,
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  return {
    inventory,
    pricing,
    ...people(ask, (orderId) => orderKey(keys, orderId)),
    /** Delivers what was said; another process may be at it as well. */
    read: () => catchUpAll(readersOf(placed)),
    close: async () => {
      await Promise.all(loops.map((loop) => loop.close()));
      await app.close();
      await Promise.all(placed.map(({ db }) => db.end()));
    },
  };
};
export type Process = Awaited<ReturnType<typeof openProcess>>;
export const skuOf = (nth: number) => parse(Sku, `S-${nth}`);
