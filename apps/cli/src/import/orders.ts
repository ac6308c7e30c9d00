import type { Sku } from "@wares/contracts";
import type { HistoricOrder } from "@wares/orders";
import { csvRows, inBatches, openInput, readAhead, type CsvRow } from "../input-file.ts";
import { problemList, type ProblemList } from "../problems.ts";
import type { StartProgress } from "../progress.ts";
import { exitCodeOf, explain, type ExitCode, type Say } from "../report.ts";
import { categoryBook } from "./category-book.ts";
import { ordersOf, type Sold } from "./history-orders.ts";
import { shelve, writeProducts, type CatalogueNeeds } from "./products.ts";
import type { ReadyProduct } from "./product-rows.ts";
import { WrongColumns } from "./product-rows.ts";
import { saleColumns, saleRow, type SaleRow } from "./sale-row.ts";
import { productOfCode, salesSurvey, type SalesSurvey } from "./sales-survey.ts";

export type OrderImportNeeds = CatalogueNeeds &
  Readonly<{
    /** Answers how many of them it did not know yet. */
    importHistory: (orders: readonly HistoricOrder[]) => Promise<number>;
  }>;

export type OrderImport = Readonly<{
  path: string;
  /** How many of each thing the ledger sold are put on the shelf. */
  stock: number;
  say: Say;
  progress: StartProgress;
}>;

export type OrderReport = Readonly<{
  created: number;
  known: number;
  invoices: number;
  splitInvoices: number;
  customers: number;
  guests: number;
  productsCreated: number;
  refunds: number;
  returnsMatched: number;
  returnsUnmatched: number;
  notGoods: number;
  bad: number;
}>;

const productsAtOnce = 500;
const ordersAtOnce = 200;

/**
 * A former shop's ledger into this one. It is read twice: first for what it sells and what came
 * back, which is small, and then order by order, which is not.
 */
export const importOrderFile = async (
  needs: OrderImportNeeds,
  { path, stock, say, progress }: OrderImport,
): Promise<Readonly<{ report?: OrderReport; exitCode: ExitCode }>> => {
  const problems = problemList(say);
  try {
    const survey = salesSurvey();
    const reading = progress("Ledger", "rows");
    let rows = 0;
    for await (const { row, share } of saleRows(path, problems)) {
      if (typeof row !== "string") survey.add(row);
      if (++rows % 1_000 === 0) reading.at({ done: rows, share });
    }
    reading.end({ done: rows });
    const { sold, created: productsCreated } = await importGoods(needs, survey, stock);
    const orders = await importSales(needs, path, { survey, sold, progress });
    problems.end();
    const report = { ...orders, productsCreated, bad: problems.count() };
    for (const text of orderReportLines(report)) say(text);
    return { report, exitCode: exitCodeOf(report) };
  } catch (error) {
    problems.end();
    say(`Stopped: ${explain(error)}`);
    say("What was brought in until then stays. Run it again to go on.");
    return { exitCode: 1 };
  }
};

type Read = Readonly<{ row: SaleRow | "NotGoods"; share: number }>;

async function* saleRows(path: string, problems?: ProblemList): AsyncGenerator<Read> {
  const file = openInput(path);
  let isFirst = true;
  for await (const one of csvRows(file.bytes)) {
    if ("problem" in one) {
      problems?.tell(one);
      continue;
    }
    if (isFirst) checkColumns(one.value);
    isFirst = false;
    const row = saleRow(one.value);
    if (typeof row === "object" && "problem" in row)
      problems?.tell({ line: one.line, problem: row.problem });
    else yield { row, share: file.share() };
  }
}

const checkColumns = (row: CsvRow): void => {
  const missing = saleColumns.filter((name) => !(name in row));
  if (missing.length > 0) throw new WrongColumns(`The first line has no ${missing.join(", ")}.`);
};

const importGoods = async (needs: OrderImportNeeds, survey: SalesSurvey, stock: number) => {
  const book = categoryBook(await needs.exportCategories());
  const [categoryId] = book.place(["Gifts"]) ?? [];
  if (!categoryId) throw new Error("There is no room for a category.");
  const sold = new Map<Sku, Sold>();
  let created = 0;
  const all = [...survey.goods].map(([code, goods]) => ({
    ...productOfCode(code, goods),
    categoryId,
    categoryPath: [categoryId],
  }));
  for (let start = 0; start < all.length; start += productsAtOnce) {
    const products = all.slice(start, start + productsAtOnce);
    const ready = products.map((product): ReadyProduct => ({ line: 0, product, stock: new Map() }));
    created += (await writeProducts(needs, ready, book)).created;
    await shelve(needs, ready, stock);
    const skus = await needs.soldSkusOf(products.map(({ id }) => id));
    const skuOf = new Map(skus.map(({ productId, sku }) => [productId, sku]));
    for (const { id, sku, name } of products)
      sold.set(sku, { productId: id, sku: skuOf.get(id) ?? sku, name: name.en });
  }
  return { sold, created };
};

type Sales = Readonly<{
  survey: SalesSurvey;
  sold: ReadonlyMap<Sku, Sold>;
  progress: StartProgress;
}>;

const importSales = async (
  needs: OrderImportNeeds,
  path: string,
  { survey, sold, progress }: Sales,
): Promise<Omit<OrderReport, "bad" | "productsCreated">> => {
  const bar = progress("Orders", "orders");
  const customers = new Set<string>();
  const parts = new Map<string, number>();
  const sum = { created: 0, known: 0, guests: 0, refunds: 0, notGoods: 0 };
  let share = 0;
  const orders = async function* (): AsyncGenerator<HistoricOrder> {
    let open: SaleRow[] = [];
    const close = (): readonly HistoricOrder[] => {
      const [first] = open;
      if (!first) return [];
      const before = parts.get(first.invoice) ?? 0;
      const closed = ordersOf(open, sold, survey.returns, before);
      parts.set(first.invoice, before + closed.length);
      open = [];
      if (first.customer !== "") customers.add(first.customer);
      else if (before === 0) sum.guests++;
      return closed;
    };
    for await (const read of saleRows(path)) {
      share = read.share;
      if (read.row === "NotGoods") sum.notGoods++;
      else if (read.row.kind === "Sale") {
        if (open[0] && open[0].invoice !== read.row.invoice) yield* close();
        open.push(read.row);
      }
    }
    yield* close();
  };
  for await (const batch of readAhead(inBatches(orders(), ordersAtOnce))) {
    const created = await needs.importHistory(batch);
    sum.created += created;
    sum.known += batch.length - created;
    sum.refunds += batch.reduce((count, { refunds = [] }) => count + refunds.length, 0);
    bar.at({ done: sum.created + sum.known, share });
  }
  bar.end({ done: sum.created + sum.known });
  const unmatched = [...survey.returns.values()].flat().filter(({ left }) => left > 0).length;
  return {
    ...sum,
    invoices: parts.size,
    splitInvoices: [...parts.values()].filter((count) => count > 1).length,
    customers: customers.size,
    returnsMatched: survey.returnCount() - unmatched,
    returnsUnmatched: unmatched,
  };
};

export const orderReportLines = (report: OrderReport): readonly string[] => {
  const n = (value: number) => value.toLocaleString("en");
  return [
    `${n(report.created)} orders created, ${n(report.known)} were there already, from ${n(report.invoices)} invoices`,
    `${n(report.splitInvoices)} invoices are several orders: one holds 100 lines, a line 99 of a thing`,
    `${n(report.customers)} customers, ${n(report.guests)} orders of guests, ${n(report.productsCreated)} products created`,
    `${n(report.returnsMatched)} returns found their order (${n(report.refunds)} refunds), ${n(report.returnsUnmatched)} did not, or not in whole`,
    `${n(report.notGoods)} rows are postage, fees, discounts or vouchers, and left out`,
    ...(report.bad > 0 ? [`${n(report.bad)} bad rows left out`] : []),
  ];
};
