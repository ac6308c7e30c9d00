import type { ProductId, Review, ReviewList, ReviewQuery } from "@wares/contracts";
import type { Tools } from "@wares/platform";
import { pages } from "@wares/platform/http";
import type { Static } from "typebox";
import { histogramOf, listReviews, type StoredReview } from "./review.store.ts";

export const reviewView = (review: StoredReview): Review => {
  const { id, author, rating, title, text, language, createdAt } = review;
  return { id, author, rating, title, text, language, createdAt };
};

export const reviewQueries =
  ({ db, keys }: Tools) =>
  async (productId: ProductId, query: Static<typeof ReviewQuery>): Promise<ReviewList> => {
    const { rating, limit } = query;
    const list = pages(keys, `reviews ${productId} ${rating ?? ""}`);
    const [at, id] = list.place(query.after) ?? [];
    const after = at === undefined ? undefined : { at: String(at), id: String(id) };
    const [rows, histogram] = await Promise.all([
      listReviews(db, productId, { rating, after, limit: limit + 1 }),
      histogramOf(db, productId),
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const count = histogram.reduce((sum, one) => sum + one, 0);
    const sum = histogram.reduce((all, one, nth) => all + one * (nth + 1), 0);
    return {
      reviews: shown.map(reviewView),
      histogram: [...histogram],
      ...(count > 0 && { rating: { average: Math.round((100 * sum) / count) / 100, count } }),
      ...(last && { next: list.next([last.createdAt, last.id]) }),
    };
  };
export type ReviewQueries = ReturnType<typeof reviewQueries>;
