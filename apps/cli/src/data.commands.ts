import type { Writable } from "node:stream";
import { Command, InvalidArgumentError } from "commander";
import { exportOrders } from "./export/orders.ts";
import { writingTo } from "./export/output-file.ts";
import { exportProducts, type ExportNeeds, type Write } from "./export/products.ts";
import { importOrderFile, type OrderImportNeeds } from "./import/orders.ts";
import { importProductFile, type CatalogueNeeds } from "./import/products.ts";
import { progressOn, type Screen } from "./progress.ts";
import { explain, type ExitCode } from "./report.ts";

/** What the commands that move data need of an open shop. */
export type DataShop = Readonly<{
  catalogue: Omit<CatalogueNeeds, "importStock"> & Omit<ExportNeeds, "stockOf">;
  stock: Pick<CatalogueNeeds, "importStock"> & { availableOf: ExportNeeds["stockOf"] };
  orders: Pick<OrderImportNeeds, "importHistory"> & {
    exportOrders: Parameters<typeof exportOrders>[0];
  };
}>;

export type Terminal = Readonly<{
  /** Where an export goes that names no file. */
  out: Writable;
  /** Everything that is said: what is written to `out` stays clean. */
  screen: Screen;
  clock: () => number;
  now: () => Date;
  exitWith: (code: ExitCode) => void;
}>;

/** Opens the shop for one piece of work, and closes it. */
export type WithShop = <Result>(work: (shop: DataShop) => Promise<Result>) => Promise<Result>;

const stockDefault = 100;
const stockMax = 1_000_000;

const quantity = (text: string): number => {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= stockMax) return value;
  throw new InvalidArgumentError(`A whole number from 0 to ${stockMax}.`);
};

/** `wares import` and `wares export`. */
export const dataCommands = (withShop: WithShop, terminal: Terminal): readonly Command[] => [
  importCommand(withShop, terminal),
  exportCommand(withShop, terminal),
];

const saying = ({ screen }: Terminal) => ({
  say: (line: string) => void screen.write(`${line}\n`),
});

const importCommand = (withShop: WithShop, terminal: Terminal): Command => {
  const { say } = saying(terminal);
  const progress = progressOn(terminal.screen, terminal.clock);
  const stockOption = ["--stock <number>", "how many of what the file says nothing of"] as const;
  return new Command("import")
    .description("bring products or a former shop's orders in")
    .addCommand(
      new Command("products")
        .description("from .jsonl, .csv or our own export; gzipped too")
        .argument("<file>")
        .option(...stockOption, quantity, stockDefault)
        .action(async (path: string, { stock }: { stock: number }) => {
          const { exitCode } = await withShop(({ catalogue, stock: { importStock } }) =>
            importProductFile(
              { ...catalogue, importStock },
              { path, stock, now: terminal.now(), say, progress },
            ),
          );
          terminal.exitWith(exitCode);
        }),
    )
    .addCommand(
      new Command("orders")
        .description("from a sales ledger in the columns of UCI's Online Retail")
        .argument("<file>")
        .option(...stockOption, quantity, stockDefault)
        .action(async (path: string, { stock }: { stock: number }) => {
          const { exitCode } = await withShop(({ catalogue, stock: { importStock }, orders }) =>
            importOrderFile(
              { ...catalogue, importStock, importHistory: orders.importHistory },
              { path, stock, say, progress },
            ),
          );
          terminal.exitWith(exitCode);
        }),
    );
};

const exportCommand = (withShop: WithShop, terminal: Terminal): Command => {
  const { say } = saying(terminal);
  const exporting = async (
    path: string | undefined,
    work: (shop: DataShop, write: Write) => Promise<string>,
  ) => {
    try {
      const told = await withShop((shop) =>
        writingTo(path, terminal.out, (write) => work(shop, write)),
      );
      say(path ? `${told} in ${path}` : told);
      terminal.exitWith(0);
    } catch (error) {
      say(`Not exported: ${explain(error)}`);
      terminal.exitWith(1);
    }
  };
  const n = (value: number) => value.toLocaleString("en");
  return new Command("export")
    .description("write products or orders out, one JSON a line")
    .addCommand(
      new Command("products")
        .description("categories, products and stock, as an import takes them")
        .argument("[file]", "to the terminal without it; gzipped if it ends in .gz")
        .action((path?: string) =>
          exporting(path, async ({ catalogue, stock }, write) => {
            const needs = { ...catalogue, stockOf: stock.availableOf };
            const { products, categories } = await exportProducts(needs, write);
            return `${n(products)} products, ${n(categories)} categories`;
          }),
        ),
    )
    .addCommand(
      new Command("orders")
        .description("orders with their lines, story and refunds")
        .argument("[file]", "to the terminal without it; gzipped if it ends in .gz")
        .action((path?: string) =>
          exporting(path, async ({ orders }, write) => {
            const { orders: count } = await exportOrders(orders.exportOrders, write);
            return `${n(count)} orders`;
          }),
        ),
    );
};
