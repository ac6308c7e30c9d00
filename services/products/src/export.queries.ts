import type {
  CarriedReview,
  NewCategoryRequest,
  Product,
  ProductId,
  ReviewId,
} from "@wares/contracts";
import type { Database } from "@wares/platform/database";
import { allCategories } from "./category.store.ts";
import { productsAfter, soldSkus, type SoldSku } from "./export.store.ts";
import { reviewsAfter } from "./review.store.ts";

const pageSize = 200;

/** For whoever takes the catalogue elsewhere, or has brought one in. */
export const exportQueries = (db: Database) => ({
  /** Parents before their children, as an import asks for them. */
  exportCategories: async (): Promise<readonly NewCategoryRequest[]> =>
    [...(await allCategories(db)).values()].map(
      ({ id, slug, name, description, parentId, sortOrder }) => ({
        id,
        slug,
        name,
        description,
        ...(parentId && { parentId }),
        sortOrder,
      }),
    ),

  /** Up to two hundred, after the one given; an empty page is the end. */
  exportProducts: async (after?: ProductId): Promise<readonly Product[]> =>
    (await productsAfter(db, after, pageSize)).map(({ product }) => product),

  exportReviews: (after?: ReviewId): Promise<readonly CarriedReview[]> =>
    reviewsAfter(db, after, pageSize),

  /** Every product as it is now, with what its opinions come to: what a rebuild of the search needs. */
  snapshots: async function* () {
    let after: ProductId | undefined;
    for (;;) {
      const page = await productsAfter(db, after, pageSize);
      for (const { product, ...opinion } of page) yield { ...product, ...opinion };
      after = page.at(-1)?.product.id;
      if (page.length < pageSize) return;
    }
  },

  soldSkusOf: async (ids: readonly ProductId[]): Promise<readonly SoldSku[]> =>
    ids.length === 0 ? [] : soldSkus(db, ids),
});
