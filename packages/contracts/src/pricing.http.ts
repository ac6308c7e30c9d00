import Type, { type Static } from "typebox";
import { Country } from "./addresses.ts";
import { ChosenShipping, OrderItem } from "./orders.events.ts";
import { closed, Currency, Cursor, Instant, Language, Money, StockLine } from "./vocabulary.ts";

export const CouponCode = Type.String({ minLength: 1, maxLength: 40 });

/** What the price depends on. Another destination, line, coupon or method is another quote. */
export const QuoteRequest = Type.Object(
  {
    lines: Type.Array(Type.Object(StockLine.properties, closed), { minItems: 1, maxItems: 100 }),
    currency: Currency,
    language: Language,
    destination: Type.Object(
      {
        country: Country,
        state: Type.String({ maxLength: 100 }),
        postalCode: Type.String({ maxLength: 20 }),
      },
      closed,
    ),
    shippingMethodId: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    couponCode: Type.Optional(CouponCode),
  },
  closed,
);
export type QuoteRequest = Static<typeof QuoteRequest>;

/** total = subtotal + tax + shipping − discount. Tax that prices include is shown, and not added. */
export const Quote = Type.Object({
  /** Changes whenever anything that the buyer would pay for or receive changes. */
  version: Type.String({ minLength: 16, maxLength: 64 }),
  items: Type.Array(Type.Object({ ...OrderItem.properties, discount: Money, tax: Money })),
  subtotal: Money,
  discount: Money,
  shipping: Money,
  tax: Money,
  taxIncluded: Money,
  total: Money,
  currency: Currency,
  shippingMethod: ChosenShipping,
  coupon: Type.Optional(
    Type.Object({
      code: CouponCode,
      label: Type.String(),
    }),
  ),
  /** Why the coupon given takes nothing off. The quote stands without it. */
  couponProblem: Type.Optional(Type.Enum(["Unknown", "Expired", "UsedUp", "NotEnough"])),
  taxLines: Type.Array(
    Type.Object({ name: Type.String(), ratePermille: Type.Integer(), amount: Money }),
  ),
});
export type Quote = Static<typeof Quote>;

/** One coupon kind to begin with: a percentage off the goods, with limits. */
export const Coupon = Type.Object({
  code: CouponCode,
  percentOff: Type.Integer({ minimum: 1, maximum: 100 }),
  /** In USD minor units; other currencies by the shop's table. */
  minimumSubtotal: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
  usesMax: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
  usesPerBuyerMax: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
  uses: Type.Integer({ minimum: 0 }),
  /** Switched off by staff: nobody may begin to use it. */
  isOn: Type.Boolean(),
  revision: Type.Integer({ minimum: 1 }),
  startsAt: Instant,
  endsAt: Type.Optional(Instant),
});
export type Coupon = Static<typeof Coupon>;
export const CouponRequest = Type.Object(
  {
    code: Type.String({ minLength: 3, maxLength: 40, pattern: "^[A-Z0-9-]+$" }),
    percentOff: Coupon.properties.percentOff,
    minimumSubtotal: Coupon.properties.minimumSubtotal,
    usesMax: Coupon.properties.usesMax,
    usesPerBuyerMax: Coupon.properties.usesPerBuyerMax,
    startsAt: Type.Optional(Instant),
    endsAt: Coupon.properties.endsAt,
  },
  closed,
);
export const CouponSwitchRequest = Type.Object({ isOn: Type.Boolean() }, closed);
export const CouponPath = Type.Object({ code: CouponCode });
export const CouponQuery = Type.Object(
  {
    after: Type.Optional(Cursor),
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  },
  closed,
);
/** The newest first. */
export const CouponList = Type.Object({
  coupons: Type.Array(Coupon),
  /** Exact below `countedMax`; at it, so many or more. */
  totalCount: Type.Integer(),
  countedMax: Type.Integer({ minimum: 1 }),
  next: Type.Optional(Cursor),
});
export type CouponList = Static<typeof CouponList>;
