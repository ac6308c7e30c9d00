import Type, { type Static } from "typebox";
import { defineEvent, type EventOf } from "./define-event.ts";
import {
  Attributes,
  CategoryId,
  ImageId,
  Instant,
  LongText,
  PriceTable,
  ProductId,
  ReviewId,
  ShortText,
  Sku,
  VariantId,
} from "./vocabulary.ts";

export const productStatuses = ["Draft", "Active", "Inactive", "Discontinued"] as const;
export const ProductStatus = Type.Enum([...productStatuses]);
export type ProductStatus = (typeof productStatuses)[number];

export const ProductImage = Type.Object({
  id: ImageId,
  url: Type.String({ minLength: 1, maxLength: 500 }),
  altText: ShortText,
  isPrimary: Type.Boolean(),
  sortOrder: Type.Integer({ minimum: 0, maximum: 1_000 }),
});
export type ProductImage = Static<typeof ProductImage>;

export const ProductVariant = Type.Object({
  id: VariantId,
  sku: Sku,
  attributes: Attributes,
  /** The colour as it is shown to choose by, where the variant has one: #rrggbb. */
  swatch: Type.Optional(Type.String({ pattern: "^#[0-9a-f]{6}$" })),
  prices: PriceTable,
  salePrices: Type.Optional(PriceTable),
  images: Type.Array(ImageId, { maxItems: 20 }),
});
export type ProductVariant = Static<typeof ProductVariant>;

/** A product without choices has no variants and is sold under its own SKU. */
export const Product = Type.Object({
  id: ProductId,
  /** Grows by one with every change; an older event never overwrites a newer. */
  revision: Type.Integer({ minimum: 1 }),
  status: ProductStatus,
  slug: ShortText,
  name: ShortText,
  description: LongText,
  brand: Type.String({ maxLength: 120 }),
  categoryId: CategoryId,
  /** Ids from the root to the category itself. */
  categoryPath: Type.Array(CategoryId, { minItems: 1, maxItems: 10 }),
  sku: Sku,
  prices: PriceTable,
  salePrices: Type.Optional(PriceTable),
  attributes: Attributes,
  variants: Type.Array(ProductVariant, { maxItems: 100 }),
  images: Type.Array(ProductImage, { maxItems: 50 }),
  createdAt: Instant,
});
export type Product = Static<typeof Product>;

/** A category is new, or says something else than before. It never moves to another parent. */
export const CategoryChanged = defineEvent("products.category_changed", 1, "categoryId", {
  categoryId: CategoryId,
  parentId: Type.Optional(CategoryId),
  level: Type.Integer({ minimum: 0, maximum: 9 }),
  /** Ids from the root to the category itself. */
  path: Type.Array(CategoryId, { minItems: 1, maxItems: 10 }),
  slug: ShortText,
  name: ShortText,
});
export type CategoryChanged = EventOf<typeof CategoryChanged>;

const snapshot = { productId: ProductId, product: Product };

export const ProductCreated = defineEvent("products.product_created", 1, "productId", snapshot);
export type ProductCreated = EventOf<typeof ProductCreated>;

/** The whole product as it is now, prices and status included. */
export const ProductUpdated = defineEvent("products.product_updated", 1, "productId", snapshot);
export type ProductUpdated = EventOf<typeof ProductUpdated>;

export const ProductStatusChanged = defineEvent("products.product_status_changed", 1, "productId", {
  productId: ProductId,
  oldStatus: ProductStatus,
  newStatus: ProductStatus,
  revision: Type.Integer({ minimum: 1 }),
});
export type ProductStatusChanged = EventOf<typeof ProductStatusChanged>;

/** One SKU costs something else from now on. A product whose variants all change says it for each. */
export const PriceChanged = defineEvent("products.price_changed", 1, "productId", {
  productId: ProductId,
  sku: Sku,
  oldPrices: PriceTable,
  newPrices: PriceTable,
  oldSalePrices: Type.Optional(PriceTable),
  newSalePrices: Type.Optional(PriceTable),
  from: Instant,
  revision: Type.Integer({ minimum: 1 }),
});
export type PriceChanged = EventOf<typeof PriceChanged>;

/** Somebody's opinion, and what all opinions of the product now come to. */
export const ReviewAdded = defineEvent("products.review_added", 1, "productId", {
  productId: ProductId,
  reviewId: ReviewId,
  rating: Type.Integer({ minimum: 1, maximum: 5 }),
  ratingSum: Type.Integer({ minimum: 1 }),
  ratingCount: Type.Integer({ minimum: 1 }),
});
export type ReviewAdded = EventOf<typeof ReviewAdded>;
