import type { Refusal } from "@wares/platform";

// Every way this service says no. Names are public: clients switch on them, so
// they may be added but never renamed.
export const refusals = {
  notSold: {
    refusal: "pricing.not_sold",
    status: 422,
    message: "Something in these lines is not sold.",
    field: "/lines",
  },
  tooLarge: {
    refusal: "pricing.too_large",
    status: 422,
    message: "That is more than one order can come to.",
    field: "/lines",
  },
  notShippedThere: {
    refusal: "pricing.not_shipped_there",
    status: 422,
    message: "We do not ship there.",
    field: "/destination/country",
  },
  noSuchShipping: {
    refusal: "pricing.no_such_shipping",
    status: 422,
    message: "This way of shipping is not offered there.",
    field: "/shippingMethodId",
  },
  couponNotValid: {
    refusal: "pricing.coupon_not_valid",
    status: 409,
    message: "This coupon cannot be used now.",
    field: "/couponCode",
  },
  couponUsedUp: {
    refusal: "pricing.coupon_used_up",
    status: 409,
    message: "This coupon has been used as often as it may be.",
    field: "/couponCode",
  },
  redeemedOtherwise: {
    refusal: "pricing.redeemed_otherwise",
    status: 409,
    message: "This order already uses another coupon.",
    field: "/couponCode",
  },
  couponExists: {
    refusal: "pricing.coupon_exists",
    status: 409,
    message: "There is already a coupon of this code.",
    field: "/code",
  },
  noSuchCoupon: {
    refusal: "pricing.no_such_coupon",
    status: 404,
    message: "There is no such coupon.",
  },
  badWindow: {
    refusal: "pricing.bad_window",
    status: 422,
    message: "A coupon ends after it starts.",
    field: "/endsAt",
  },
} as const satisfies Record<string, Refusal>;
