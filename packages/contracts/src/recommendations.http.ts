import Type, { type Static } from "typebox";
import { ProductCard } from "./products.http.ts";
import { closed, ProductId, Sku } from "./vocabulary.ts";

const base = {
  language: Type.Enum(["en", "zh"], { default: "en" }),
  currency: Type.Enum(["USD", "EUR", "GBP", "JPY", "CNY"], { default: "USD" }),
  limit: Type.Integer({ minimum: 1, maximum: 50, default: 8 }),
};
/** Without productId or skus: for whoever asks, by what they looked at and bought. */
export const RecommendationQuery = Type.Object(
  {
    ...base,
    productId: Type.Optional(ProductId),
    /** What lies in the cart. */
    skus: Type.Optional(Type.Array(Sku, { maxItems: 50 })),
  },
  closed,
);
export type RecommendationQuery = Static<typeof RecommendationQuery>;

export const Recommendation = Type.Object({
  product: ProductCard,
  reason: Type.Object({
    kind: Type.Enum([
      "BoughtTogether",
      "AlsoViewed",
      "Similar",
      "BecauseYouViewed",
      "BecauseYouBought",
      "Popular",
      "New",
    ]),
    /** The product it goes back to, by name. */
    because: Type.Optional(Type.String()),
  }),
});
export const Recommendations = Type.Object({ items: Type.Array(Recommendation) });
export type Recommendations = Static<typeof Recommendations>;
