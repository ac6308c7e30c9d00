import {
  BuyerId,
  OrderId,
  parse,
  PaymentId,
  ProductId,
  Sku,
  type Order,
  type OrderItem,
  type PostalAddress,
} from "@wares/contracts";
import { idOf } from "@wares/platform";
import type { OrderState } from "./order-state.ts";

// Names that read well in tests.
export const teapot = parse(Sku, "TEAPOT-BLUE");
export const orderId = idOf(OrderId, "order");
export const buyerId = idOf(BuyerId, "buyer");
export const paymentId = (nth: number) => idOf(PaymentId, "payment", String(nth));
export const usd = (amount: number): Order["total"] => ({ amount, currency: "USD" });
export const total = usd(2_500);

export const item: OrderItem = {
  id: 1,
  productId: idOf(ProductId, "teapot"),
  name: "Teapot",
  sku: teapot,
  quantity: 2,
  unitPrice: usd(1_000),
  totalPrice: usd(2_000),
  attributes: { Colour: "Blue" },
};
export const address: PostalAddress = {
  firstName: "Ada",
  lastName: "Lovelace",
  addressLine1: "12 St James's Square",
  city: "London",
  state: "",
  postalCode: "SW1Y 4JH",
  country: "GB",
  phone: "",
};
export const shippingMethod: Order["shippingMethod"] = {
  id: "standard",
  name: "Standard",
  carrier: "Post",
  service: "Parcel",
  cost: usd(500),
  estimatedDays: { least: 2, most: 5 },
};
export const placed: OrderState = {
  orderId,
  buyerId,
  status: "Pending",
  items: [item],
  total,
  refundedTotal: 0,
  refunds: [],
  revision: 1,
};
export const created = {
  orderId,
  orderNumber: "W-1234-5678",
  buyerId,
  contact: { email: "ada@example.com", language: "en" as const },
  items: [item],
  subtotal: usd(2_000),
  discount: usd(0),
  shipping: usd(500),
  tax: usd(0),
  total,
  shippingAddress: address,
  shippingMethod,
};
