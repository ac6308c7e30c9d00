import {
  parse,
  Product,
  type CarriedReview,
  type CategoryId,
  type ProductId,
  type Sku,
} from "@wares/contracts";
import type { CsvRow, InputFile, Rows } from "../input-file.ts";
import { csvRows, jsonLines } from "../input-file.ts";
import type { RowProblem } from "../problems.ts";
import { explain } from "../report.ts";
import type { CategoryBook } from "./category-book.ts";
import { csvHeaders, fromCsv } from "./csv-product.ts";
import type { Mapped } from "./draft.ts";
import { fromExport } from "./exported-product.ts";
import { fromIcecat } from "./icecat-product.ts";

/** A product as it will be written, and what of it goes on the shelf. */
export type ReadyProduct = Readonly<{
  line: number;
  product: Product;
  stock: ReadonlyMap<Sku, number>;
}>;

/** What a customer said of a product that the file or the shop has. */
export type ReadyReview = Readonly<{ line: number; review: CarriedReview }>;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whoever misnamed a column should hear of it once, and not once a row. */
export class WrongColumns extends Error {
  override readonly name = "WrongColumns";
}

/** The products of a file in any of the three formats; categories that it needs are noted in the book. */
export async function* productRows(
  path: string,
  { bytes }: InputFile,
  book: CategoryBook,
  now: Date,
): AsyncGenerator<ReadyProduct | ReadyReview | RowProblem> {
  const seen = new Map<ProductId, number>();
  const ready = (line: number, made: ReadyProduct | ReadyReview | string | undefined) => {
    if (typeof made === "string") return { line, problem: made };
    if (made && "review" in made) return made;
    const before = made && seen.get(made.product.id);
    if (before !== undefined)
      return { line, problem: `is the same product as line ${before}, which counts` };
    if (made) seen.set(made.product.id, line);
    return made;
  };
  const isCsv = /\.csv(\.gz)?$/.test(path);
  const rows: Rows<unknown> = isCsv ? csvRows(bytes) : jsonLines(bytes);
  let isFirst = true;
  for await (const row of rows) {
    if ("problem" in row) {
      yield row;
      continue;
    }
    const { line, value } = row;
    if (isCsv && isFirst) checkColumns(value as CsvRow);
    isFirst = false;
    const made = ready(line, isCsv ? csvRow(line, value as CsvRow) : jsonRow(line, value));
    if (made) yield made;
  }

  function csvRow(line: number, row: CsvRow) {
    return shelved(line, fromCsv(row, now), book);
  }
  function jsonRow(line: number, value: unknown) {
    if (!isFields(value)) return "is not an object";
    if (["category", "product", "review"].some((kind) => isFields(value[kind])))
      return exported(line, value, book);
    return shelved(line, fromIcecat(value, now), book);
  }
}

const checkColumns = (row: CsvRow): void => {
  const missing = ["sku", "name", "price"].filter((header) => !(header in row));
  if (missing.length > 0)
    throw new WrongColumns(
      `The first line has no ${missing.join(", ")}. It should name ${csvHeaders.join(",")},stock.`,
    );
};

const shelved = (line: number, draft: Mapped, book: CategoryBook): ReadyProduct | string => {
  if (typeof draft === "string") return draft;
  const path = book.place(draft.category);
  const categoryId = path?.at(-1);
  if (!path || !categoryId) return "would make one category too many";
  return checked(line, { ...draft.product, categoryId, categoryPath: [...path] }, draft.stock);
};

const checked = (
  line: number,
  product: Product & { categoryId: CategoryId },
  stock: ReadonlyMap<Sku, number>,
): ReadyProduct | string => {
  try {
    return { line, product: parse(Product, product), stock };
  } catch (error) {
    return explain(error);
  }
};

const exported = (
  line: number,
  value: Fields,
  book: CategoryBook,
): ReadyProduct | ReadyReview | string | undefined => {
  const read = fromExport(value);
  if (typeof read === "string") return read;
  if ("category" in read) {
    if (!book.has(read.category.id)) book.add(read.category);
    return undefined;
  }
  if ("review" in read) return { line, review: read.review };
  const { product, stock } = read;
  return book.has(product.categoryId)
    ? { line, product, stock }
    : `its category ${product.categoryId} is neither in the file nor in the shop`;
};
