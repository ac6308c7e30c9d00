import {
  FlashSaleId,
  UserId,
  type FlashSaleRequest,
  type Money,
  type OrderCreated,
  type Sku,
} from "@wares/contracts";
import { idOf, newId } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { testServer, testTools } from "@wares/testkit/tools";
import type { FlashSaleNeeds } from "./flash-sale.needs.ts";
import { pricingService } from "./pricing.service.ts";
import { buyer, cup, everywhere, order, parcel, priced, teapot } from "./quote.examples.ts";

/** Others, where no flash sale is at hand. */
export const nobodyElse: FlashSaleNeeds = {
  setAside: async () => [],
  leftOf: async () => new Map(),
  shortNow: () => [],
  isAdmitted: async () => false,
  roomOf: async () => ({ waiting: 0, admitted: 0 }),
};

export const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();
export const saleNumber = (nth: number) => idOf(FlashSaleId, "sale", String(nth));

/** Two teapots each, of a hundred, at 6.00 instead of 10.00; within the hour, for ten minutes. */
export const saleOf = (nth: number, more: Partial<FlashSaleRequest> = {}): FlashSaleRequest => ({
  id: saleNumber(nth),
  name: { en: "Friday at noon" },
  startsAt: inMs(3_600_000),
  endsAt: inMs(4_200_000),
  limitPerCustomer: 2,
  hasWaitingRoom: false,
  items: [{ sku: teapot, salePrices: everywhere(600), quantity: 100 }],
  ...more,
});

/** Pricing alone, with a shelf that sets aside whatever it has. */
export const saleShop = (db: Database, needs: Partial<FlashSaleNeeds> = {}) => {
  const shelf = new Map<Sku, number>([
    [teapot, 1_000],
    [cup, 1_000],
  ]);
  const aside = new Map<FlashSaleId, Map<Sku, number>>();
  const pricing = pricingService(testTools(db), {
    priceLinesOf: async () =>
      new Map([
        [teapot, priced("Teapot", 1_000)],
        [cup, priced("Cup", 300)],
      ]),
    shippingMethodsFor: async ({ currency }) => [parcel(currency)],
    ...nobodyElse,
    setAside: async (id, items) => {
      const short = items
        .map(({ sku, quantity }) => ({ sku, quantity, available: shelf.get(sku) ?? 0 }))
        .filter(({ quantity, available }) => quantity > available);
      if (short.length > 0) return short.map(({ sku, available }) => ({ sku, available }));
      aside.set(id, new Map(items.map(({ sku, quantity }) => [sku, quantity])));
      return [];
    },
    leftOf: async (ids) => new Map(ids.map((id) => [id, aside.get(id) ?? new Map()])),
    ...needs,
  });
  return { pricing, shelf, aside };
};

/** The same over HTTP, for staff or for anybody. */
export const saleServer = async (db: Database, needs: Partial<FlashSaleNeeds> = {}) => {
  const made = saleShop(db, needs);
  const userId = newId(UserId);
  let roles: ("staff" | "customer")[] = ["staff"];
  const app = await testServer([made.pricing.service], () => ({ userId, roles }));
  const ask = async (
    method: "GET" | "POST" | "PUT",
    url: string,
    { body, revision }: Readonly<{ body?: object; revision?: number }> = {},
  ) => {
    const response = await app.inject({
      method,
      url: `/api/v1${url}`,
      ...(revision !== undefined && { headers: { "if-match": `"${revision}"` } }),
      ...(body && { payload: body }),
    });
    return { status: response.statusCode, body: response.json(), headers: response.headers };
  };
  const as = (...those: typeof roles) => (roles = those);
  return { ...made, app, ask, as };
};

/** What is said of the nth order, which bought so many teapots in a sale. */
export const created = (
  nth: number,
  flashSaleId: FlashSaleId,
  quantity = 1,
): OrderCreated["data"] => {
  const cash = (amount: number): Money => ({ amount, currency: "USD" });
  const { productId, name, attributes } = priced("Teapot", 1_000);
  const item = { id: 1, productId, name, attributes, sku: teapot, quantity, flashSaleId };
  const street = { addressLine1: "1", city: "C", state: "", postalCode: "" };
  return {
    orderId: order(nth),
    orderNumber: `W-${nth}`,
    buyerId: buyer(nth),
    contact: { email: "a@example.com", language: "en" },
    items: [{ ...item, unitPrice: cash(600), totalPrice: cash(600 * quantity) }],
    subtotal: cash(600 * quantity),
    discount: cash(0),
    shipping: cash(0),
    tax: cash(0),
    total: cash(600 * quantity),
    shippingAddress: { firstName: "A", lastName: "B", ...street, country: "DE", phone: "" },
    shippingMethod: parcel("USD"),
  };
};
