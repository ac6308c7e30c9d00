import Type, { type Static } from "typebox";
import { brandedString } from "./brand.ts";
import { defineEvent, type EventOf } from "./define-event.ts";
import { Instant, PriceTable, ProductId, ShortText, Sku } from "./vocabulary.ts";

export const FlashSaleId = brandedString("FlashSaleId", { format: "uuid" });
export type FlashSaleId = Static<typeof FlashSaleId>;

/** One SKU of a sale: so many units are set aside for it, at this price. */
export const FlashSaleItem = Type.Object({
  sku: Sku,
  productId: ProductId,
  salePrices: PriceTable,
  quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
});
export type FlashSaleItem = Static<typeof FlashSaleItem>;

const terms = {
  flashSaleId: FlashSaleId,
  name: ShortText,
  startsAt: Instant,
  endsAt: Instant,
  /** Units of one sale that one customer may buy, orders under way included. */
  limitPerCustomer: Type.Integer({ minimum: 1, maximum: 99 }),
  hasWaitingRoom: Type.Boolean(),
  items: Type.Array(FlashSaleItem, { minItems: 1, maxItems: 20 }),
  /** Grows by one with every change: an older event never overwrites a newer. */
  revision: Type.Integer({ minimum: 1 }),
};

/** Staff scheduled a sale, or changed one that has not begun. Its units are set aside already. */
export const FlashSaleScheduled = defineEvent(
  "pricing.flash_sale_scheduled",
  1,
  "flashSaleId",
  terms,
);
export type FlashSaleScheduled = EventOf<typeof FlashSaleScheduled>;

/** Over, or cancelled by staff: nobody else may begin to buy. What is left goes back on the shelf. */
export const FlashSaleEnded = defineEvent("pricing.flash_sale_ended", 1, "flashSaleId", {
  flashSaleId: FlashSaleId,
  reason: Type.Enum(["Over", "Cancelled"]),
  revision: terms.revision,
});
export type FlashSaleEnded = EventOf<typeof FlashSaleEnded>;
