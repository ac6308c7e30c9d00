import { CarriedReview, NewCategoryRequest, parse, Product, Sku } from "@wares/contracts";
import { explain } from "../report.ts";

/** A line of our own export: a category, a product with what is in stock of it, or an opinion of one. */
export type Exported =
  | Readonly<{ category: NewCategoryRequest }>
  | Readonly<{ review: CarriedReview }>
  | Readonly<{ product: Product; stock: ReadonlyMap<Sku, number> }>;

const stockMax = 1_000_000_000;

/** What the line says, or in words why it is none of ours. */
export const fromExport = (row: Readonly<Record<string, unknown>>): Exported | string => {
  try {
    if ("category" in row) return { category: parse(NewCategoryRequest, row["category"]) };
    if ("review" in row) return { review: parse(CarriedReview, row["review"]) };
    return { product: parse(Product, row["product"]), stock: stockOf(row["stock"] ?? {}) };
  } catch (error) {
    return explain(error);
  }
};

const stockOf = (stock: unknown): ReadonlyMap<Sku, number> => {
  if (typeof stock !== "object" || stock === null) throw new Error("/stock is no object");
  return new Map(
    Object.entries(stock).map(([sku, quantity]) => {
      if (!Number.isInteger(quantity) || quantity < 0 || quantity > stockMax)
        throw new Error(`/stock/${sku} is not a whole number from 0`);
      return [parse(Sku, sku), Number(quantity)];
    }),
  );
};
