import Type from "typebox";
import { defineEvent, type EventOf } from "./define-event.ts";
import {
  BuyerId,
  Currency,
  Money,
  NotificationId,
  OrderId,
  ProductId,
  Quantity,
  ShipmentId,
  Sku,
  StockLine,
  UserId,
} from "./vocabulary.ts";

const who = { buyerId: BuyerId, userId: Type.Optional(UserId) };
const change = { ...who, productId: ProductId, sku: Sku, quantity: Quantity };

export const ProductAddedToCart = defineEvent("carts.product_added", 1, "buyerId", change);
export type ProductAddedToCart = EventOf<typeof ProductAddedToCart>;

export const ProductRemovedFromCart = defineEvent("carts.product_removed", 1, "buyerId", change);
export type ProductRemovedFromCart = EventOf<typeof ProductRemovedFromCart>;

/** Nothing happened in this cart for a day, and it is not empty. Said once per quiet spell. */
export const CartAbandoned = defineEvent("carts.cart_abandoned", 1, "buyerId", {
  ...who,
  currency: Currency,
  lines: Type.Array(StockLine, { minItems: 1, maxItems: 100 }),
});
export type CartAbandoned = EventOf<typeof CartAbandoned>;

export const CouponRedeemed = defineEvent("pricing.coupon_redeemed", 1, "orderId", {
  orderId: OrderId,
  code: Type.String({ minLength: 1, maxLength: 40 }),
  discount: Money,
});
export type CouponRedeemed = EventOf<typeof CouponRedeemed>;

export const SearchPerformed = defineEvent("search.search_performed", 1, "buyerId", {
  ...who,
  query: Type.String({ maxLength: 200 }),
  totalCount: Type.Integer({ minimum: 0 }),
});
export type SearchPerformed = EventOf<typeof SearchPerformed>;

export const ShipmentCreated = defineEvent("shipping.shipment_created", 1, "orderId", {
  shipmentId: ShipmentId,
  orderId: OrderId,
  carrier: Type.String({ maxLength: 100 }),
  service: Type.String({ maxLength: 100 }),
  trackingNumber: Type.String({ maxLength: 100 }),
});
export type ShipmentCreated = EventOf<typeof ShipmentCreated>;

export const ShipmentDelivered = defineEvent("shipping.shipment_delivered", 1, "orderId", {
  shipmentId: ShipmentId,
  orderId: OrderId,
});
export type ShipmentDelivered = EventOf<typeof ShipmentDelivered>;

export const NotificationSent = defineEvent(
  "notifications.notification_sent",
  1,
  "notificationId",
  {
    notificationId: NotificationId,
    template: Type.String({ maxLength: 60 }),
    channel: Type.Enum(["Email"]),
    userId: Type.Optional(UserId),
    orderId: Type.Optional(OrderId),
  },
);
export type NotificationSent = EventOf<typeof NotificationSent>;

const behaviour = {
  ...who,
  productId: ProductId,
  source: Type.String({ maxLength: 40 }),
};

/** Somebody looked at a product's page for so long, and came from there. */
export const ProductViewed = defineEvent("analytics.product_viewed", 1, "buyerId", {
  ...behaviour,
  durationMs: Type.Integer({ minimum: 0, maximum: 86_400_000 }),
});
export type ProductViewed = EventOf<typeof ProductViewed>;

/** Somebody chose a product from a list. */
export const ProductClicked = defineEvent("analytics.product_clicked", 1, "buyerId", behaviour);
export type ProductClicked = EventOf<typeof ProductClicked>;
