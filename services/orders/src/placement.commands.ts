import { hash } from "node:crypto";
import {
  type BuyerId,
  type FlashSaleId,
  type Money,
  type Order,
  type OrderId,
  type OrderItem,
  type PlaceOrderRequest,
  type Quote,
  type QuoteRequest,
  type StockLine,
  type UserId,
} from "@wares/contracts";
import { batched, Refused, type Keys, type Refusal } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { PAY_MINUTES } from "./checkout.saga.ts";
import type { StoredOrder } from "./order-view.store.ts";
import { isSame, orderWriter, type Asked, type Unnumbered } from "./placement-batch.commands.ts";
import { findPlaced, type Placed } from "./placement.store.ts";
import { refusals } from "./refusals.ts";

/** What orders need of other services, as plain functions. `apps/server` supplies them. */
export type OrderNeeds = Readonly<{
  /**
   * What everybody knows to be sold out, at once and from memory. What it answers refuses an order, unless
   * that one has its part already.
   */
  soldOut: (
    lines: readonly StockLine[],
  ) => ((orderId: OrderId) => Promise<Refusal | undefined>) | undefined;
  quote: (request: QuoteRequest, buyerId: BuyerId) => Promise<Quote>;
  /** Asked again for the same order, it is the same hold. One whose order never comes expires. */
  hold: (orderId: OrderId, lines: readonly SaleLine[], minutes: number) => Promise<unknown>;
  /** Reserves the customer's portion of a flash sale; `lines` are those of the sale. Also the same if asked again. */
  joinSale: (
    request: Readonly<{
      orderId: OrderId;
      buyerId: BuyerId;
      email: string;
      flashSaleId: FlashSaleId;
      lines: readonly StockLine[];
    }>,
  ) => Promise<unknown>;
  /** The stock was not to be had: the portion is free for another try. */
  leaveSale: (orderId: OrderId, flashSaleId: FlashSaleId) => Promise<void>;
  redeem: (
    request: Readonly<{ orderId: OrderId; buyerId: BuyerId; code: string; discount: Money }>,
  ) => Promise<unknown>;
}>;
type SaleLine = StockLine & Readonly<{ flashSaleId?: FlashSaleId }>;
export type Buyer = Readonly<{ buyerId: Order["buyerId"]; userId?: UserId }>;

// Stock outlasts the time to pay, so that an answer which is late by a little still finds it.
const holdMinutes = PAY_MINUTES + 5;
const limits = { batchMax: 250, waitingMax: 5_000 };

export const placementCommands = (db: Database, keys: Keys, needs: OrderNeeds) => {
  const find = batched<OrderId, Placed | undefined>(async (orderIds) => {
    const found = await findPlaced(db, orderIds);
    return orderIds.map((orderId) => found.get(orderId));
  }, limits);
  /** Whether this very order stands already; another one of its id is a mistake. */
  const stands = async (orderId: OrderId, asked: Asked): Promise<boolean> => {
    const known = await find(orderId);
    if (known && !isSame(known, asked)) throw new Refused(refusals.alreadyPlaced);
    return known !== undefined;
  };

  const write = batched<Unnumbered, StoredOrder | undefined>(orderWriter(db, keys), limits);

  const placeNew = async (
    request: PlaceOrderRequest,
    { buyerId, userId }: Buyer,
    asked: Asked,
  ): Promise<StoredOrder | undefined> => {
    const { orderId } = request;
    const quote = await needs.quote(quoteRequestOf(request), buyerId);
    if (quote.version !== request.quoteVersion)
      throw new Refused({ ...refusals.quoteChanged, detail: { quote } });
    const { coupon, discount, items } = quote;
    // A hold is the order's own, asked again the same one. Portions and coupons are counted: not for an
    // id that somebody tries out.
    if ((coupon || items.some((item) => item.flashSaleId)) && (await stands(orderId, asked)))
      return undefined;
    await holdForSale(needs, quote, { orderId, buyerId, email: request.email });
    if (coupon) await needs.redeem({ orderId, buyerId, code: coupon.code, discount });
    return write({ ...orderOf(request, quote), ...asked, ...(userId && { userId }) });
  };

  /** Whether the order stands; refused when it neither does nor has its part. Both are asked at once. */
  const standsOrIsLost = async (
    refuse: (orderId: OrderId) => Promise<Refusal | undefined>,
    orderId: OrderId,
    asked: Asked,
  ): Promise<boolean> => {
    const [isStanding, refusal] = await Promise.all([stands(orderId, asked), refuse(orderId)]);
    if (!isStanding && refusal) throw new Refused(refusal);
    return isStanding;
  };

  return {
    /**
     * The order's id is what makes it one order, however often it is asked for. Answers the order as it
     * is stored; nothing where it was there before.
     */
    place: async (request: PlaceOrderRequest, buyer: Buyer): Promise<StoredOrder | undefined> => {
      const { orderId, lines } = request;
      const asked = { buyerId: buyer.buyerId, requestHash: hashOf(request) };
      const refuse = needs.soldOut(lines);
      if (refuse && (await standsOrIsLost(refuse, orderId, asked))) return undefined;
      try {
        return await placeNew(request, buyer, asked);
      } catch (error) {
        // Prices, stock and holds move on: an order that stands is no longer what could be ordered now.
        if (error instanceof Refused && (await stands(orderId, asked))) return undefined;
        throw error;
      }
    },
  };
};
export type PlacementCommands = ReturnType<typeof placementCommands>;

/** Holds what was quoted; of a flash sale only within the customer's portion, which comes first. */
const holdForSale = async (
  { hold, joinSale, leaveSale }: OrderNeeds,
  { items }: Quote,
  { orderId, ...who }: Readonly<{ orderId: OrderId; buyerId: BuyerId; email: string }>,
): Promise<void> => {
  const lines = items.map(({ sku, quantity, flashSaleId }) =>
    flashSaleId ? { sku, quantity, flashSaleId } : { sku, quantity },
  );
  // A quote is of one sale at most.
  const flashSaleId = lines.find((line) => line.flashSaleId)?.flashSaleId;
  if (!flashSaleId) return void (await hold(orderId, lines, holdMinutes));
  const ofSale = lines
    .filter((line) => line.flashSaleId)
    .map(({ sku, quantity }) => ({ sku, quantity }));
  await joinSale({ orderId, ...who, flashSaleId, lines: ofSale });
  try {
    await hold(orderId, lines, holdMinutes);
  } catch (error) {
    if (error instanceof Refused) await leaveSale(orderId, flashSaleId);
    throw error;
  }
};

// The contract's order of fields, not the sender's: the same wish is the same text.
const hashOf = (request: PlaceOrderRequest): string =>
  hash("sha256", JSON.stringify(sorted(request)), "base64url");
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const named = value as Readonly<Record<string, unknown>>;
  return Object.keys(named)
    .toSorted()
    .map((name) => [name, sorted(named[name])]);
};

const quoteRequestOf = (request: PlaceOrderRequest): QuoteRequest => {
  const { lines, currency, language, shippingAddress, shippingMethodId, couponCode } = request;
  const { country, state, postalCode } = shippingAddress;
  const destination = { country, state, postalCode };
  const asked = { lines, currency, language, destination, shippingMethodId };
  return couponCode === undefined ? asked : { ...asked, couponCode };
};

const orderOf = (request: PlaceOrderRequest, quote: Quote): Omit<Unnumbered, "buyerId"> => ({
  orderId: request.orderId,
  contact: { email: request.email, language: request.language },
  items: quote.items.map(itemOf),
  subtotal: quote.subtotal,
  discount: quote.discount,
  shipping: quote.shipping,
  tax: quote.tax,
  total: quote.total,
  billingAddress: request.billingAddress ?? request.shippingAddress,
  shippingAddress: request.shippingAddress,
  shippingMethod: quote.shippingMethod,
  status: "Pending",
  payMinutes: PAY_MINUTES,
  ...(quote.coupon && { couponCode: quote.coupon.code }),
  ...(request.notes && { notes: request.notes }),
});

// Without the quote's own discount and tax per line: the order keeps their sums.
const itemOf = (item: Quote["items"][number]): OrderItem => ({
  id: item.id,
  productId: item.productId,
  ...(item.variantId && { variantId: item.variantId }),
  name: item.name,
  sku: item.sku,
  quantity: item.quantity,
  unitPrice: item.unitPrice,
  totalPrice: item.totalPrice,
  attributes: item.attributes,
  ...(item.imageUrl && { imageUrl: item.imageUrl }),
  ...(item.flashSaleId && { flashSaleId: item.flashSaleId }),
});
