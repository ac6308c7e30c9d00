import Type, { type Static } from "typebox";
import { Picture } from "./products.http.ts";
import { AttributeSet, closed, Currency, Money, ProductId, Quantity, Sku } from "./vocabulary.ts";

export const CartLineRequest = Type.Object({ sku: Sku, quantity: Quantity }, closed);
export const CartQuantityRequest = Type.Object(
  { quantity: Type.Integer({ minimum: 0, maximum: 99 }) },
  closed,
);
export const SkuPath = Type.Object({ sku: Sku });
export const CartCouponRequest = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 40 }) },
  closed,
);

export const CartLine = Type.Object({
  sku: Sku,
  productId: ProductId,
  slug: Type.String(),
  name: Type.String(),
  attributes: AttributeSet,
  picture: Type.Optional(Picture),
  quantity: Quantity,
  unitPrice: Money,
  /** What it costs when it is not on sale, where that differs. */
  regularPrice: Type.Optional(Money),
  totalPrice: Money,
  available: Type.Integer({ minimum: 0 }),
  problem: Type.Optional(Type.Enum(["SoldOut", "NotEnough", "NoLongerSold"])),
});
export type CartLine = Static<typeof CartLine>;

/** Prices as of now; nothing is held before checkout. */
export const Cart = Type.Object({
  lines: Type.Array(CartLine, { maxItems: 100 }),
  currency: Currency,
  subtotal: Money,
  itemCount: Type.Integer({ minimum: 0 }),
  couponCode: Type.Optional(Type.String()),
});
export type Cart = Static<typeof Cart>;
