import {
  ReviewAdded,
  ReviewId,
  type ProductId,
  type ReviewRequest,
  type UserId,
} from "@wares/contracts";
import { newId, Refused, type Tools } from "@wares/platform";
import { publish, transact, type Queries } from "@wares/platform/database";
import type { Static } from "typebox";
import { refusals } from "./refusals.ts";
import {
  knownReviews,
  lockTallies,
  saveReviews,
  saveTallies,
  type StoredReview,
  type Tally,
} from "./review.store.ts";

const chunkSize = 1_000;

export const reviewCommands = ({ db, now }: Tools) => ({
  /** One opinion per person and product: a second one takes the place of the first. */
  write: (productId: ProductId, userId: UserId, request: Static<typeof ReviewRequest>) =>
    transact(db, async (tx) => {
      const { rating, title, text, language, author } = request;
      const tallies = await lockTallies(tx, [productId]);
      if (!tallies.get(productId)?.isPublic) throw new Refused(refusals.notFound);
      const wanted = { id: newId(ReviewId), productId, userId, createdAt: now().toISOString() };
      const review = { ...wanted, rating, title, text, language, author };
      const [old] = await knownReviews(tx, [review]);
      const kept = old ? { ...review, id: old.id } : review;
      await saveReviews(tx, [kept]);
      await count(tx, tallies, [{ review: kept, instead: old?.rating }]);
      return { review: kept, isNew: !old };
    }),

  /** Reviews with ids of their own, each added once. */
  importReviews: async (reviews: readonly StoredReview[]): Promise<{ added: number }> => {
    let added = 0;
    for (let start = 0; start < reviews.length; start += chunkSize)
      added += await importChunk(db, reviews.slice(start, start + chunkSize));
    return { added };
  },
});
export type ReviewCommands = ReturnType<typeof reviewCommands>;

const importChunk = (db: Tools["db"], given: readonly StoredReview[]): Promise<number> =>
  transact(db, async (tx) => {
    const tallies = await lockTallies(tx, [...new Set(given.map(({ productId }) => productId))]);
    const known = await knownReviews(tx, given);
    const seen = new Set(known.flatMap((one) => [one.id, writer(one)]));
    const fresh = given.filter((review) => {
      const isNew = !seen.has(review.id) && !seen.has(writer(review));
      seen.add(review.id);
      if (review.userId) seen.add(writer(review));
      return isNew && tallies.has(review.productId);
    });
    if (fresh.length === 0) return 0;
    await saveReviews(tx, fresh);
    await count(
      tx,
      tallies,
      fresh.map((review) => ({ review, instead: undefined })),
    );
    return fresh.length;
  });

const writer = ({ productId, userId, id }: Pick<StoredReview, "id" | "productId" | "userId">) =>
  userId ? `${productId} ${userId}` : id;

type Counted = Readonly<{ review: StoredReview; instead: number | undefined }>;

/** Adds opinions to what a product's come to, and says each with the sum it led to. */
const count = async (
  tx: Queries,
  tallies: ReadonlyMap<ProductId, Tally>,
  counted: readonly Counted[],
): Promise<void> => {
  const after = new Map<ProductId, Tally>();
  const events = counted.map(({ review: { id: reviewId, productId, rating }, instead }) => {
    const { ratingSum, ratingCount } = after.get(productId) ??
      tallies.get(productId) ?? { ratingSum: 0, ratingCount: 0 };
    const next = {
      ratingSum: ratingSum + rating - (instead ?? 0),
      ratingCount: ratingCount + (instead === undefined ? 1 : 0),
    };
    after.set(productId, next);
    return ReviewAdded({ productId, reviewId, rating, ...next });
  });
  await saveTallies(tx, after);
  await publish(tx, events);
};
