import {
  GuestId,
  OrderId,
  parse,
  type BuyerId,
  type PlaceOrderRequest,
  type Quote,
  type QuoteRequest,
} from "@wares/contracts";
import { idOf, Refused } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import type { Principal } from "@wares/platform/http";
import { testServer, testTools } from "@wares/testkit/tools";
import { address, item, shippingMethod, teapot, usd } from "./order.examples.ts";
import { ordersService } from "./orders.service.ts";

export const guest = (nth: number): Principal => ({
  roles: [],
  guestId: idOf(GuestId, "guest", String(nth)),
});
export const numbered = (nth: number) => idOf(OrderId, "order", String(nth));
export const version = "version-of-the-quote-1";

/** What they ask for by default, and what is sent over the wire. */
export const wish = (nth: number, more: object = {}): PlaceOrderRequest => ({
  orderId: numbered(nth),
  lines: [{ sku: teapot, quantity: 2 }],
  currency: "USD",
  language: "en",
  email: "ada@example.com",
  shippingAddress: address,
  shippingMethodId: "standard",
  quoteVersion: version,
  ...more,
});

// The others, as plain functions: pricing that answers one quote, and a shelf with so many orders in it.
export const neighbours = ({ stock = 1_000_000, coupons = 1_000_000 } = {}) => {
  const held = new Set<OrderId>();
  const redeemed = new Set<OrderId>();
  const world = {
    version,
    asked: [] as (readonly [QuoteRequest, BuyerId])[],
    isSoldOut: false,
  };
  const take = (all: Set<OrderId>, orderId: OrderId, max: number, refusal: string) => {
    if (all.has(orderId)) return;
    if (all.size >= max)
      throw new Refused({ refusal, status: 409, message: "None left.", detail: { lines: [] } });
    all.add(orderId);
  };
  const quote = async (request: QuoteRequest, buyerId: BuyerId): Promise<Quote> => {
    world.asked.push([request, buyerId]);
    const { couponCode } = request;
    return {
      version: world.version,
      items: [{ ...item, discount: usd(0), tax: usd(0) }],
      subtotal: usd(2_000),
      discount: usd(0),
      shipping: usd(500),
      tax: usd(0),
      taxIncluded: usd(0),
      total: usd(2_500),
      currency: "USD",
      shippingMethod,
      taxLines: [],
      ...(couponCode && { coupon: { code: couponCode, label: "" } }),
    };
  };
  return {
    world,
    needs: {
      // Whose goods are held has its part, though its order may not be written yet.
      soldOut: () =>
        world.isSoldOut
          ? async (orderId: OrderId) =>
              held.has(orderId)
                ? undefined
                : { refusal: "pricing.flash_sale_sold_out", status: 409 as const, message: "Gone." }
          : undefined,
      quote,
      hold: async (orderId: OrderId) => take(held, orderId, stock, "inventory.sold_out"),
      joinSale: async () => {},
      leaveSale: async () => {},
      redeem: async ({ orderId }: { orderId: OrderId }) =>
        take(redeemed, orderId, coupons, "pricing.coupon_used_up"),
    },
  };
};

export const shop = async (db: Database, limits: Parameters<typeof neighbours>[0] = {}) => {
  const { needs, world } = neighbours(limits);
  const orders = ordersService(testTools(db), needs);
  let who = guest(1);
  const app = await testServer([orders.service], () => who);
  const ask = async (
    method: "GET" | "POST" | "PUT",
    url: string,
    payload?: object,
    as: Principal = guest(1),
  ) => {
    who = as;
    const response = await app.inject({
      method,
      url: `/api/v1/orders${url}`,
      ...(payload && { payload }),
    });
    return { status: response.statusCode, body: response.json(), headers: response.headers };
  };
  const place = (nth: number, more: object = {}, as: Principal = guest(1)) =>
    ask("POST", "", wish(nth, more), as);
  return { orders, world, hold: needs.hold, app, ask, place };
};
export const guestIdOf = ({ guestId }: Principal) => parse(GuestId, guestId);
