import type {
  CarriedReview,
  NewCategoryRequest,
  Product,
  ProductId,
  ReviewId,
  Sku,
} from "@wares/contracts";

/** What an export needs of the services, as plain functions. */
export type ExportNeeds = Readonly<{
  exportCategories: () => Promise<readonly NewCategoryRequest[]>;
  /** The products after this one, by id; an empty page is the end. */
  exportProducts: (after?: ProductId) => Promise<readonly Product[]>;
  exportReviews: (after?: ReviewId) => Promise<readonly CarriedReview[]>;
  stockOf: (skus: readonly Sku[]) => Promise<ReadonlyMap<Sku, number>>;
}>;

/** Waits where whoever takes the lines is slower than the database. */
export type Write = (line: string) => Promise<void>;

/**
 * Categories, then every product with what can be sold of it, then what was said of them: one JSON a
 * line, as an import takes it.
 */
export const exportProducts = async (
  needs: ExportNeeds,
  write: Write,
): Promise<Readonly<{ categories: number; products: number; reviews: number }>> => {
  const categories = await needs.exportCategories();
  for (const category of categories) await write(`${JSON.stringify({ category })}\n`);
  let products = 0;
  for (
    let page = await needs.exportProducts();
    page.length > 0;
    page = await needs.exportProducts(page.at(-1)?.id)
  ) {
    const stock = await needs.stockOf(page.flatMap(soldSkusOf));
    for (const product of page) {
      const own = soldSkusOf(product).map((sku) => [sku, stock.get(sku) ?? 0] as const);
      await write(`${JSON.stringify({ product, stock: Object.fromEntries(own) })}\n`);
    }
    products += page.length;
  }
  const reviews = await exportReviews(needs, write);
  return { categories: categories.length, products, reviews };
};

const exportReviews = async (needs: ExportNeeds, write: Write): Promise<number> => {
  let count = 0;
  for (
    let page = await needs.exportReviews();
    page.length > 0;
    page = await needs.exportReviews(page.at(-1)?.id)
  ) {
    for (const review of page) await write(`${JSON.stringify({ review })}\n`);
    count += page.length;
  }
  return count;
};

const soldSkusOf = ({ sku, variants }: Product): readonly Sku[] =>
  variants.length > 0 ? variants.map((variant) => variant.sku) : [sku];
