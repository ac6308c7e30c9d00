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
  saleInThePast: {
    refusal: "pricing.flash_sale_in_the_past",
    status: 422,
    message: "A flash sale starts in the future.",
    field: "/startsAt",
  },
  saleWindow: {
    refusal: "pricing.flash_sale_window",
    status: 422,
    message: "A flash sale ends after it starts.",
    field: "/endsAt",
  },
  saleTooFar: {
    refusal: "pricing.flash_sale_too_far",
    status: 422,
    message: "A flash sale ends within a year.",
    field: "/endsAt",
  },
  saleItemTwice: {
    refusal: "pricing.flash_sale_item_twice",
    status: 422,
    message: "This SKU is in the sale already.",
  },
  saleUnknownSku: {
    refusal: "pricing.flash_sale_unknown_sku",
    status: 422,
    message: "This SKU is not sold.",
  },
  saleNotCheaper: {
    refusal: "pricing.flash_sale_not_cheaper",
    status: 422,
    message: "The sale's price is below the price of today.",
  },
  saleOverlaps: {
    refusal: "pricing.flash_sale_overlaps",
    status: 409,
    message: "Another flash sale has this SKU at that time.",
  },
  saleShortOfStock: {
    refusal: "pricing.flash_sale_short_of_stock",
    status: 409,
    message: "There is not enough on the shelf to set aside.",
  },
  scheduledOtherwise: {
    refusal: "pricing.flash_sale_scheduled_otherwise",
    status: 422,
    message: "This id belongs to another flash sale.",
    field: "/id",
  },
  noSuchSale: {
    refusal: "pricing.no_such_flash_sale",
    status: 404,
    message: "There is no such flash sale.",
  },
  saleBegun: {
    refusal: "pricing.flash_sale_begun",
    status: 409,
    message: "A flash sale that has begun can only be cancelled.",
  },
  saleOver: {
    refusal: "pricing.flash_sale_over",
    status: 409,
    message: "This flash sale is over.",
  },
  saleNotRunning: {
    refusal: "pricing.flash_sale_not_running",
    status: 409,
    message: "This flash sale does not run now.",
  },
  saleSoldOut: {
    refusal: "pricing.flash_sale_sold_out",
    status: 409,
    message: "There is not enough left of something in this flash sale.",
  },
  saleLimit: {
    refusal: "pricing.flash_sale_limit",
    status: 422,
    message: "That is more than one customer may buy in this flash sale.",
  },
  saleLimitReached: {
    refusal: "pricing.flash_sale_limit_reached",
    status: 409,
    message: "You have already taken what one customer may buy in this flash sale.",
  },
  oneSalePerOrder: {
    refusal: "pricing.one_flash_sale_per_order",
    status: 422,
    message: "One order takes part in one flash sale. Please order these separately.",
  },
  joinedOtherwise: {
    refusal: "pricing.flash_sale_joined_otherwise",
    status: 409,
    message: "This order already takes part otherwise.",
    field: "/orderId",
  },
  waitingRoom: {
    refusal: "waiting-room",
    status: 403,
    message: "This flash sale has a waiting room. Please wait there for your turn.",
  },
} as const satisfies Record<string, Refusal>;
