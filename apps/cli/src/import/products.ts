import type {
  CarriedReview,
  NewCategoryRequest,
  Product,
  ProductId,
  Sku,
  VariantId,
} from "@wares/contracts";
import { inBatches, openInput, readAhead } from "../input-file.ts";
import { problemList, type RowProblem } from "../problems.ts";
import type { StartProgress } from "../progress.ts";
import { exitCodeOf, explain, type ExitCode, type Say } from "../report.ts";
import { categoryBook, type CategoryBook } from "./category-book.ts";
import { productRows, type ReadyProduct, type ReadyReview } from "./product-rows.ts";

export type SoldSku = Readonly<{ sku: Sku; productId: ProductId; variantId?: VariantId }>;

/** What an import needs of the services, as plain functions. */
export type CatalogueNeeds = Readonly<{
  exportCategories: () => Promise<readonly NewCategoryRequest[]>;
  importCategories: (requests: readonly NewCategoryRequest[]) => Promise<unknown>;
  importProducts: (
    products: readonly Product[],
  ) => Promise<Readonly<{ created: number; updated: number; unchanged: number }>>;
  /** Adds those it did not know, of products that are there. */
  importReviews: (reviews: readonly CarriedReview[]) => Promise<Readonly<{ added: number }>>;
  /** Under which SKUs these products are really sold. */
  soldSkusOf: (ids: readonly ProductId[]) => Promise<readonly SoldSku[]>;
  /** Stocks SKUs that never were. */
  importStock: (rows: readonly Readonly<{ sku: Sku; quantity: number }>[]) => Promise<void>;
}>;

export type ProductImport = Readonly<{
  path: string;
  /** How many of a product whose row says nothing of it. */
  stock: number;
  now: Date;
  say: Say;
  progress: StartProgress;
}>;

export type ProductReport = Readonly<{
  created: number;
  updated: number;
  unchanged: number;
  /** Products sold under another SKU than they asked for, since another product has that one. */
  toldApart: number;
  withoutDescription: number;
  reviews: number;
  bad: number;
}>;

const batchSize = 500;

/** Products of a file into the shop. Known again by their ids: the same file again changes nothing. */
export const importProductFile = async (
  needs: CatalogueNeeds,
  { path, stock, now, say, progress: startProgress }: ProductImport,
): Promise<Readonly<{ report: ProductReport; exitCode: ExitCode }>> => {
  const problems = problemList(say);
  const sum = {
    created: 0,
    updated: 0,
    unchanged: 0,
    toldApart: 0,
    withoutDescription: 0,
    reviews: 0,
  };
  const progress = startProgress("Products", "rows");
  const reportNow = (): ProductReport => ({ ...sum, bad: problems.count() });
  const add = (...parts: readonly Partial<typeof sum>[]) => {
    for (const part of parts) for (const key of countedKeys) sum[key] += part[key] ?? 0;
  };
  let done = 0;
  try {
    const file = openInput(path);
    const book = categoryBook(await needs.exportCategories());
    const batches = inBatches(productRows(path, file, book, now), batchSize);
    let before: readonly ReadyProduct[] = [];
    // While the database writes one batch the next is read, and the one before is put on the shelf.
    for await (const batch of readAhead(batches)) {
      const good = batch.flatMap((row) => tellProblem(row, problems.tell));
      const ready = good.filter((row) => "product" in row);
      const [written, shelved] = await Promise.all([
        writeProducts(needs, ready, book),
        shelve(needs, before, stock),
      ]);
      const reviews = good.filter((row) => "review" in row).map(({ review }) => review);
      const { added } = await needs.importReviews(reviews);
      add(written, shelved, { reviews: added });
      before = ready;
      done += batch.length;
      progress.at({ done, share: file.share() });
    }
    add(await shelve(needs, before, stock));
  } catch (error) {
    problems.end();
    say(`Stopped after ${done} rows: ${explain(error)}`);
    if (done > 0) say("What was read until then is in. Run it again to go on.");
    return { report: reportNow(), exitCode: 1 };
  }
  progress.end({ done });
  problems.end();
  const report = reportNow();
  for (const line of productReportLines(report)) say(line);
  return { report, exitCode: exitCodeOf(report) };
};

const tellProblem = (
  row: ReadyProduct | ReadyReview | RowProblem,
  tell: (problem: RowProblem) => void,
): readonly (ReadyProduct | ReadyReview)[] => {
  if (!("problem" in row)) return [row];
  tell(row);
  return [];
};

const countedKeys = [
  "created",
  "updated",
  "unchanged",
  "toldApart",
  "withoutDescription",
  "reviews",
] as const;

/** Categories, then the products in them. */
export const writeProducts = async (
  needs: Pick<CatalogueNeeds, "importCategories" | "importProducts">,
  ready: readonly ReadyProduct[],
  book: Pick<CategoryBook, "take">,
) => {
  const categories = book.take();
  if (categories.length > 0) await needs.importCategories(categories);
  const products = ready.map(({ product }) => product);
  const imported = await needs.importProducts(products);
  const withoutDescription = products.filter(({ description }) => description.en === "").length;
  return { ...imported, withoutDescription };
};

/** What stands on the shelf of products that were written, under the SKUs they got. */
export const shelve = async (
  needs: Pick<CatalogueNeeds, "soldSkusOf" | "importStock">,
  ready: readonly ReadyProduct[],
  defaultStock: number,
): Promise<Readonly<{ toldApart: number }>> => {
  const wishes = new Map(ready.map((one) => [one.product.id, one]));
  const sold = await needs.soldSkusOf([...wishes.keys()]);
  const shelved = sold.map((one) => ({ ...one, ...wishOf(one, wishes) }));
  await needs.importStock(shelved.map(({ sku, quantity = defaultStock }) => ({ sku, quantity })));
  const other = shelved.filter(({ sku, wished }) => sku !== wished);
  return { toldApart: new Set(other.map(({ productId }) => productId)).size };
};

const wishOf = (
  { productId, variantId, sku }: SoldSku,
  wishes: ReadonlyMap<ProductId, ReadyProduct>,
): Readonly<{ wished: Sku; quantity?: number }> => {
  const wish = wishes.get(productId);
  if (!wish) return { wished: sku };
  const variant = wish.product.variants.find(({ id }) => id === variantId);
  const wished = variant?.sku ?? wish.product.sku;
  const quantity = wish.stock.get(wished);
  return quantity === undefined ? { wished } : { wished, quantity };
};

const counted = (value: number, what: string): string => `${value.toLocaleString("en")} ${what}`;

export const productReportLines = (report: ProductReport): readonly string[] => {
  const { created, updated, unchanged, toldApart, withoutDescription, reviews, bad } = report;
  return [
    `${counted(created, "created")}, ${counted(updated, "updated")}, ${counted(unchanged, "unchanged")}`,
    ...(toldApart > 0
      ? [
          `${counted(toldApart, "have a longer SKU, since another product has the one they asked for")}`,
        ]
      : []),
    ...(reviews > 0 ? [counted(reviews, "reviews added")] : []),
    ...(withoutDescription > 0 ? [`${counted(withoutDescription, "without description")}`] : []),
    ...(bad > 0 ? [`${counted(bad, "bad rows left out")}`] : []),
  ];
};
