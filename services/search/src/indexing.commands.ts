import {
  PriceChanged,
  ProductCreated,
  ProductStatusChanged,
  ProductUpdated,
  ReviewAdded,
  type Product,
  type ProductId,
} from "@wares/contracts";
import { on, type Subscription, type Tools } from "@wares/platform";
import { transact, type Queries } from "@wares/platform/database";
import {
  withPrice,
  withProduct,
  withReview,
  withStatus,
  type Document,
  type Opinion,
} from "./document.ts";
import { lockDocuments, saveDocuments, withdrawOthers } from "./document.store.ts";

/** Two statements for any number of events: what they are about, and what they make of it. */
const update = async <One extends { productId: ProductId }>(
  tx: Queries,
  news: readonly One[],
  apply: (before: Document | undefined, one: One) => Document | undefined,
): Promise<void> => {
  const known = await lockDocuments(tx, [...new Set(news.map(({ productId }) => productId))]);
  const after = new Map(known);
  for (const one of news) {
    const document = apply(after.get(one.productId), one);
    if (document) after.set(one.productId, document);
  }
  const changed = [...after.values()].filter((one) => known.get(one.productId) !== one);
  await saveDocuments(tx, changed);
};

type Snapshot = Readonly<{ productId: ProductId; product: Product; opinion?: Opinion }>;
const putProducts = (tx: Queries, news: readonly Snapshot[]) =>
  update(tx, news, (before, { product, opinion }) => withProduct(before, product, opinion));

// What is said of a product before its own event came is about one that we shall hear of whole.
export const documentSubscriptions: readonly Subscription[] = [
  on(ProductCreated, (events, tx) =>
    putProducts(
      tx,
      events.map(({ data }) => data),
    ),
  ),
  on(ProductUpdated, (events, tx) =>
    putProducts(
      tx,
      events.map(({ data }) => data),
    ),
  ),
  on(PriceChanged, (events, tx) =>
    update(
      tx,
      events.map(({ data }) => data),
      (before, one) => before && withPrice(before, one),
    ),
  ),
  on(ProductStatusChanged, (events, tx) =>
    update(
      tx,
      events.map(({ data }) => data),
      (before, one) => before && withStatus(before, one),
    ),
  ),
  on(ReviewAdded, (events, tx) =>
    update(
      tx,
      events.map(({ data }) => data),
      (before, one) => before && withReview(before, one),
    ),
  ),
];

const chunkSize = 500;
/** A product as the catalogue has it, and what its opinions come to where the catalogue says so. */
export type Reindexed = Product & Partial<Opinion>;

/** Makes the search say what the catalogue says: everything given is put in, everything else goes out. */
export const reindex =
  ({ db }: Pick<Tools, "db">) =>
  async (products: AsyncIterable<Reindexed>): Promise<{ indexed: number }> => {
    const kept: ProductId[] = [];
    let chunk: Snapshot[] = [];
    const flush = async () => {
      const batch = chunk;
      chunk = [];
      await transact(db, (tx) => putProducts(tx, batch));
      kept.push(...batch.map(({ productId }) => productId));
    };
    for await (const { ratingSum, ratingCount, ...product } of products) {
      const opinion =
        ratingSum !== undefined && ratingCount !== undefined
          ? { opinion: { ratingSum, ratingCount } }
          : {};
      chunk.push({ productId: product.id, product, ...opinion });
      if (chunk.length === chunkSize) await flush();
    }
    if (chunk.length > 0) await flush();
    await transact(db, (tx) => withdrawOthers(tx, kept));
    return { indexed: kept.length };
  };
