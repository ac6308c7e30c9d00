import {
  BuyerId,
  OrderId,
  parse,
  ProductId,
  Sku,
  type ChosenShipping,
  type Currency,
  type QuoteRequest,
} from "@wares/contracts";
import { idOf } from "@wares/platform";
import type { PricedSku } from "./quote.ts";

// Names that read well in tests.
export const teapot = parse(Sku, "TEAPOT-BLUE");
export const cup = parse(Sku, "CUP-WHITE");
export const buyer = (nth: number) => idOf(BuyerId, "buyer", String(nth));
export const order = (nth: number) => idOf(OrderId, "order", String(nth));

export const everywhere = (amount: number) => ({
  USD: amount,
  EUR: amount,
  GBP: amount,
  JPY: amount,
  CNY: amount,
});
export const priced = (name: string, amount: number, more: Partial<PricedSku> = {}): PricedSku => ({
  productId: idOf(ProductId, name),
  name,
  attributes: { Colour: "Blue" },
  prices: everywhere(amount),
  isActive: true,
  slug: name.toLowerCase(),
  ...more,
});
export const parcel = (currency: Currency, cost = 500): ChosenShipping => ({
  id: "standard",
  name: "Standard",
  carrier: "Post",
  service: "Parcel",
  cost: { amount: cost, currency },
  estimatedDays: { least: 2, most: 5 },
});
export const request = (more: Partial<QuoteRequest> = {}): QuoteRequest => ({
  lines: [{ sku: teapot, quantity: 2 }],
  currency: "USD",
  language: "en",
  destination: { country: "DE", state: "", postalCode: "10115" },
  ...more,
});
