import type { CarriedReview, Language, ProductId, ReviewId, UserId } from "@wares/contracts";
import { empty, named, sql, type Queries } from "@wares/platform/database";

export type StoredReview = Readonly<{
  id: ReviewId;
  productId: ProductId;
  userId?: UserId | undefined;
  rating: number;
  title: string;
  text: string;
  language: Language;
  author: string;
  createdAt: string;
}>;
export type Tally = Readonly<{ ratingSum: number; ratingCount: number }>;

/** Locks what opinions come to, so that two of them are added one after the other. */
export const lockTallies = async (
  tx: Queries,
  ids: readonly ProductId[],
): Promise<ReadonlyMap<ProductId, Tally & { isPublic: boolean }>> => {
  const { rows } = await tx.query<Tally & { id: ProductId; isPublic: boolean }>(
    named(
      "products.lock_tallies",
      sql`
      select product_id as id, rating_sum as "ratingSum", rating_count as "ratingCount",
             status in ('Active', 'Discontinued') as "isPublic"
        from products.products
       where product_id = any(${ids}::uuid[])
       order by product_id
         for no key update
    `,
    ),
  );
  return new Map(rows.map(({ id, ...tally }) => [id, tally]));
};

export const saveTallies = (tx: Queries, tallies: ReadonlyMap<ProductId, Tally>) =>
  tx.query(
    named(
      "products.save_tallies",
      sql`
      update products.products
         set rating_sum = tally.rating_sum, rating_count = tally.rating_count
        from unnest(${[...tallies.keys()]}::uuid[],
                    ${[...tallies.values()].map(({ ratingSum }) => ratingSum)}::int[],
                    ${[...tallies.values()].map(({ ratingCount }) => ratingCount)}::int[])
          as tally(product_id, rating_sum, rating_count)
       where products.product_id = tally.product_id
    `,
    ),
  );

/** Which of these reviews, by id or by who wrote about what, we have already. */
export const knownReviews = async (
  tx: Queries,
  reviews: readonly StoredReview[],
): Promise<readonly Pick<StoredReview, "id" | "productId" | "userId" | "rating">[]> => {
  const { rows } = await tx.query<{
    id: ReviewId;
    productId: ProductId;
    userId?: UserId;
    rating: number;
  }>(sql`
    select review_id as id, product_id as "productId", user_id as "userId", rating
      from products.reviews
     where review_id = any(${reviews.map(({ id }) => id)}::uuid[])
        or (product_id, user_id) in (
             select * from unnest(${reviews.map(({ productId }) => productId)}::uuid[],
                                  ${reviews.map(({ userId }) => userId ?? null)}::uuid[]))
  `);
  return rows;
};

/** One opinion per person and product: a second one takes the place of the first. */
export const saveReviews = (tx: Queries, reviews: readonly StoredReview[]) =>
  tx.query(sql`
    insert into products.reviews
           (review_id, product_id, user_id, rating, title, text, language, author, created_at)
    select id, "productId", "userId", rating, title, text, language, author, "createdAt"
      from jsonb_to_recordset(${JSON.stringify(reviews)}::jsonb)
        as row(id uuid, "productId" uuid, "userId" uuid, rating int, title text, text text,
               language text, author text, "createdAt" timestamptz)
        on conflict (product_id, user_id) do update
       set rating = excluded.rating, title = excluded.title, text = excluded.text,
           language = excluded.language, author = excluded.author, created_at = excluded.created_at
  `);

/** What somebody thought stays; who it was does not. */
export const forgetAuthors = (tx: Queries, users: readonly UserId[]) =>
  tx.query(sql`
    update products.reviews set user_id = null, author = 'A customer'
     where user_id = any(${users}::uuid[])
  `);

export type Place = Readonly<{ at: string; id: string }>;

export const listReviews = async (
  db: Queries,
  productId: ProductId,
  { rating, after, limit }: { rating: number | undefined; after: Place | undefined; limit: number },
): Promise<readonly StoredReview[]> => {
  const place = sql`(${after?.at ?? "infinity"}::timestamptz, ${after?.id ?? idMax}::uuid)`;
  const { rows } = await db.query<StoredReview>(
    named(
      rating === undefined ? "products.list_reviews" : "products.list_reviews_rated",
      sql`
      select review_id as id, product_id as "productId", rating, title, text, language, author,
             created_at as "createdAt"
        from products.reviews
       where product_id = ${productId}::uuid ${rating === undefined ? empty : sql`and rating = ${rating}`}
         and (created_at, review_id) < ${place}
       order by created_at desc, review_id desc
       limit ${limit}
    `,
    ),
  );
  return rows;
};
const idMax = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/** In the order of their ids, after the one given: for whoever takes them elsewhere. */
export const reviewsAfter = async (
  db: Queries,
  after: ReviewId | undefined,
  limit: number,
): Promise<readonly CarriedReview[]> => {
  const { rows } = await db.query<CarriedReview>(sql`
    select review_id as id, product_id as "productId", rating, title, text, language, author,
           created_at as "createdAt"
      from products.reviews
     where ${after ?? null}::uuid is null or review_id > ${after ?? null}::uuid
     order by review_id
     limit ${limit}
  `);
  return rows;
};

export const histogramOf = async (
  db: Queries,
  productId: ProductId,
): Promise<readonly number[]> => {
  const { rows } = await db.query<{ rating: number; count: number }>(
    named(
      "products.histogram",
      sql`
      select rating, count(*)::int as count
        from products.reviews
       where product_id = ${productId}::uuid
       group by rating
    `,
    ),
  );
  return [1, 2, 3, 4, 5].map((stars) => rows.find(({ rating }) => rating === stars)?.count ?? 0);
};
