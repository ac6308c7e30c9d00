import type { Refusal } from "@wares/platform";

// Every way this service says no. Names are public: clients switch on them, so
// they may be added but never renamed.
export const refusals = {
  notFound: { refusal: "products.not_found", status: 404, message: "There is no such product." },
  alreadyExists: {
    refusal: "products.already_exists",
    status: 409,
    message: "This id belongs to another product.",
    field: "/id",
  },
  skuTaken: {
    refusal: "products.sku_taken",
    status: 409,
    message: "This SKU belongs to another product or variant.",
    field: "/sku",
  },
  unknownSku: {
    refusal: "products.unknown_sku",
    status: 422,
    message: "This product is not sold under that SKU.",
    field: "/prices",
  },
  pricedTwice: {
    refusal: "products.priced_twice",
    status: 422,
    message: "A SKU has one price.",
    field: "/prices",
  },
  saleNotLower: {
    refusal: "products.sale_not_lower",
    status: 422,
    message: "A sale price is lower than the price.",
    field: "/prices",
  },
  illegalStatus: {
    refusal: "products.illegal_status",
    status: 409,
    message: "A product in this status cannot become that.",
    field: "/status",
  },
  noSuchCategory: {
    refusal: "products.no_such_category",
    status: 422,
    message: "There is no such category.",
    field: "/categoryId",
  },
  categoryMissing: {
    refusal: "products.category_not_found",
    status: 404,
    message: "There is no such category.",
  },
  noSuchParent: {
    refusal: "products.no_such_parent",
    status: 422,
    message: "The parent category does not exist.",
    field: "/parentId",
  },
  tooDeep: {
    refusal: "products.category_too_deep",
    status: 422,
    message: "Categories are at most ten deep.",
    field: "/parentId",
  },
  categoryMoved: {
    refusal: "products.category_never_moves",
    status: 409,
    message: "A category keeps its parent. Make another one and move its products.",
    field: "/parentId",
  },
  slugTaken: {
    refusal: "products.slug_taken",
    status: 409,
    message: "This address belongs to another category.",
    field: "/slug",
  },
} as const satisfies Record<string, Refusal>;
