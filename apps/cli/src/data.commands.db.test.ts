import { mkdtempDisposableSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { gunzipSync } from "node:zlib";
import { testDatabase } from "@wares/testkit/database";
import { Command } from "commander";
import { expect, test } from "vitest";
import { dataCommands } from "./data.commands.ts";
import { shopOn, type ShopExample } from "./shop.examples.ts";

/** The command line over a real shop, as somebody in a terminal meets it. */
const commandLine = ({ products, inventory, orders }: ShopExample) => {
  const said: string[] = [];
  const out = new PassThrough({ highWaterMark: 1_000_000 });
  let exitCode: number | undefined;
  const terminal = {
    out,
    screen: { write: (text: string) => said.push(text) },
    clock: () => performance.now(),
    now: () => new Date(),
    exitWith: (code: number) => (exitCode = code),
  };
  const withShop = <Result>(
    work: (shop: {
      catalogue: typeof products;
      stock: typeof inventory;
      orders: typeof orders;
    }) => Promise<Result>,
  ) => work({ catalogue: products, stock: inventory, orders });
  const run = async (line: string) => {
    said.length = 0;
    const program = new Command("wares").exitOverride().configureOutput({ writeErr: () => {} });
    for (const one of dataCommands(withShop, terminal)) {
      for (const inner of one.commands)
        inner.exitOverride().configureOutput({ writeErr: () => {} });
      program.addCommand(one);
    }
    await program.parseAsync(line.split(" "), { from: "user" });
    return { exitCode, said: said.join(""), out: String(out.read() ?? "") };
  };
  return run;
};

test("products go in and come out, to a file and to the terminal", async () => {
  await using db = await testDatabase();
  await using shop = shopOn(db.url);
  using folder = mkdtempDisposableSync(join(tmpdir(), "wares-commands-"));
  const file = join(folder.path, "things.csv");
  writeFileSync(file, "sku,name,price\nA,Thing A,1.00\nB,Thing B,free\n");
  const run = commandLine(shop);

  const imported = await run(`import products ${file} --stock 7`);
  expect(imported.exitCode).toBe(2);
  expect(imported.said).toContain("1 created, 0 updated, 0 unchanged");

  const toTerminal = await run("export products");
  expect(toTerminal.exitCode).toBe(0);
  expect(toTerminal.said).toBe("1 products, 1 categories\n");
  const [category, product] = toTerminal.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(category).toMatchObject({ category: { name: { en: "Other" } } });
  expect(product).toMatchObject({ product: { sku: "A" }, stock: { A: 7 } });

  const exported = join(folder.path, "export.jsonl.gz");
  expect((await run(`export products ${exported}`)).said).toContain(`1 categories in ${exported}`);
  expect(gunzipSync(readFileSync(exported)).toString()).toBe(toTerminal.out);
  expect(readdirSync(folder.path).toSorted()).toEqual(["export.jsonl.gz", "things.csv"]);
});

test("what cannot be written is told, and leaves no half of a file", async () => {
  await using db = await testDatabase();
  await using shop = shopOn(db.url);
  const run = commandLine(shop);
  const nowhere = await run("export orders /nowhere/orders.jsonl");
  expect(nowhere).toMatchObject({ exitCode: 1, said: expect.stringContaining("Not exported") });
  const missing = await run("import orders /nowhere/ledger.csv");
  expect(missing).toMatchObject({
    exitCode: 1,
    said: expect.stringContaining("there is no /nowhere/ledger.csv"),
  });
  await expect(run("import products x.csv --stock -1")).rejects.toThrow("whole number");
});
