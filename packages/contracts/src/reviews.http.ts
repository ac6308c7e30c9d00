import Type, { type Static } from "typebox";
import { Rating } from "./products.http.ts";
import { closed, Cursor, Instant, Language, ProductId, ReviewId } from "./vocabulary.ts";

export const ReviewRequest = Type.Object(
  {
    rating: Type.Integer({ minimum: 1, maximum: 5 }),
    title: Type.String({ minLength: 1, maxLength: 120 }),
    text: Type.String({ minLength: 1, maxLength: 4_000 }),
    language: Language,
    author: Type.String({ minLength: 1, maxLength: 60 }),
  },
  closed,
);
export const Review = Type.Object({
  id: ReviewId,
  author: Type.String(),
  rating: Type.Integer(),
  title: Type.String(),
  text: Type.String(),
  language: Language,
  createdAt: Instant,
});
export type Review = Static<typeof Review>;
/** An opinion on its way from one shop to another. Who wrote it, but for the name, stays behind. */
export const CarriedReview = Type.Object(
  { id: ReviewId, productId: ProductId, createdAt: Instant, ...ReviewRequest.properties },
  closed,
);
export type CarriedReview = Static<typeof CarriedReview>;
export const ReviewQuery = Type.Object(
  {
    rating: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    after: Type.Optional(Cursor),
    limit: Type.Integer({ minimum: 1, maximum: 50, default: 10 }),
  },
  closed,
);
export const ReviewList = Type.Object({
  reviews: Type.Array(Review),
  /** How many gave one star, two, … five. */
  histogram: Type.Array(Type.Integer(), { minItems: 5, maxItems: 5 }),
  rating: Type.Optional(Rating),
  next: Type.Optional(Cursor),
});
export type ReviewList = Static<typeof ReviewList>;
