import { Command, InvalidArgumentError, Option } from "commander";
import { readConfig, type Config } from "@wares/server";
import { doctor } from "./doctor.command.ts";
import { exportTo } from "./export.command.ts";
import { importOrders, importProducts } from "./import.command.ts";
import { createOwner, type NewOwner } from "./owner.command.ts";
import { seed } from "./seed/seed.command.ts";
import { start } from "./start.command.ts";
import { told } from "./told.ts";
import { say, withShop } from "./with-shop.ts";

const configWith = (change: Readonly<Record<string, string | undefined>> = {}): Config =>
  readConfig({ ...process.env, ...change });

const count = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError("Not a count.");
  return number;
};
const stock = () =>
  new Option("--stock <number>", "how many of a thing whose row says nothing of it")
    .default(100)
    .argParser(count);

const strict = () => new Option("--strict", "exit with 2 when any row was left out");

/** Rows that were left out are told; whether that is a failure is the caller's to say. */
const exitWith = (code: 0 | 1 | 2, isStrict: boolean | undefined): void => {
  process.exitCode = code === 2 && !isStrict ? 0 : code;
};

const program = new Command("wares").description("A complete shop that you own.");

program
  .command("start", { isDefault: true })
  .description("open the shop")
  .addOption(new Option("--port <number>", "where it listens").env("PORT"))
  .option("--empty", "no demo goods and no development sign-in")
  .option("--reset", "forget everything and begin anew")
  .action(async ({ port, empty = false, reset = false }: StartFlags) => {
    await start(configWith({ PORT: port }), { isEmpty: empty, isReset: reset });
  });
type ImportFlags = Readonly<{ stock: number; strict?: boolean }>;
type StartFlags = Readonly<{ port?: string; empty?: boolean; reset?: boolean }>;

program
  .command("migrate")
  .description("bring the database up to date")
  .action(() => withShop(configWith(), async () => say("The database is up to date.")));

program
  .command("seed")
  .description("put the demo shop's goods on the shelves")
  .action(() => seed(configWith()));

const imports = program.command("import").description("bring things in from a file, also .gz");
imports
  .command("products <file>")
  .description("JSON lines or CSV; the same file again changes nothing")
  .addOption(stock())
  .addOption(strict())
  .action(async (file: string, options: ImportFlags) => {
    exitWith(await importProducts(configWith(), file, options.stock), options.strict);
  });
imports
  .command("orders <file>")
  .description("a ledger of sales as CSV: InvoiceNo, StockCode, Description, Quantity, …")
  .addOption(stock())
  .addOption(strict())
  .action(async (file: string, options: ImportFlags) => {
    exitWith(await importOrders(configWith(), file, options.stock), options.strict);
  });

program
  .command("export <what> [file]")
  .description("products or orders, as JSON lines")
  .action(async (what: string, file: string | undefined) => {
    if (what !== "products" && what !== "orders")
      throw new InvalidArgumentError("Either products or orders.");
    await exportTo(configWith(), what, file);
  });

program
  .command("owner")
  .description("who may do everything")
  .command("create")
  .option("--email <address>")
  .option("--username <name>")
  .option("--password <words>", "better asked for, or in WARES_PASSWORD")
  .action((owner: NewOwner) => createOwner(configWith(), owner));

program
  .command("doctor")
  .description("what is well and what is not")
  .action(async () => {
    process.exitCode = await doctor(configWith());
  });

program
  .command("bench")
  .description("measure this shop on this machine; --help for its options")
  .helpOption(false)
  .allowUnknownOption()
  .allowExcessArguments()
  .action(async (_options, { args }: Command) => {
    const { readOptions, runBench, usage } = await import("@wares/bench");
    const options = readOptions(args);
    if (options === "help") process.stdout.write(usage);
    else
      process.exitCode = await runBench(options, (line) => void process.stdout.write(`${line}\n`));
  });

try {
  await program.parseAsync();
} catch (error) {
  say(told(error));
  process.exitCode = 1;
}
