import Type, { type Static } from "typebox";
import { Country } from "./addresses.ts";
import { ChosenShipping } from "./orders.events.ts";
import { closed, Instant, OrderId, ShipmentId } from "./vocabulary.ts";

export const ShippingQuery = Type.Object(
  {
    country: Country,
    currency: Type.Enum(["USD", "EUR", "GBP", "JPY", "CNY"], { default: "USD" }),
    language: Type.Enum(["en", "zh"], { default: "en" }),
    /** Goods after discount, in minor units: some methods are free above an amount. */
    subtotal: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 0 }),
  },
  closed,
);
export type ShippingQuery = Static<typeof ShippingQuery>;
export const ShippingMethods = Type.Object({ methods: Type.Array(ChosenShipping) });
export type ShippingMethods = Static<typeof ShippingMethods>;

export const Shipment = Type.Object({
  id: ShipmentId,
  orderId: OrderId,
  carrier: Type.String(),
  service: Type.String(),
  trackingNumber: Type.String(),
  status: Type.Enum(["InTransit", "Delivered"]),
  shippedAt: Instant,
  deliveredAt: Type.Optional(Instant),
});
export type Shipment = Static<typeof Shipment>;
export const ShipmentList = Type.Object({ shipments: Type.Array(Shipment) });
