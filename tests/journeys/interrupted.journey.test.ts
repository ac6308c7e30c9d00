import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startDatabase } from "@wares/embedded-database";
import { afterAll, describe, expect, test, vi } from "vitest";
import { patient } from "./people.ts";
import { shopDatabase } from "./shop-database.ts";
import { openShopProcess, runShopProcess, runWares } from "./shop-process.ts";

// Whatever is under way when somebody pulls the plug, the next time puts it right.

const home = mkdtempSync(join(tmpdir(), "wares-cut-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

type Running = ReturnType<typeof runWares>;
const cuts: Readonly<Record<string, (running: Running) => unknown>> = {
  "Ctrl-C": ({ signal }) => signal("SIGINT"),
  "kill -9 of the shop alone": ({ signal }) => signal("SIGKILL"),
  "kill -9 of shop and database": ({ kill }) => kill(),
};

/** Cuts it off as soon as the database answers the question with yes; within five seconds it is gone. */
const cutWhen = async (running: Running, by: string, question: string) => {
  const { folder } = running;
  const host = encodeURIComponent(join(folder, "socket"));
  const ask = async () => {
    const password = readFileSync(join(folder, "password"), "utf8").trim();
    await using database = shopDatabase(
      `postgres://wares:${password}@localhost/postgres?host=${host}`,
    );
    for (;;) {
      const [row] = await database.rows<{ yes: boolean }>(`select (${question}) as yes`);
      if (row?.yes) return;
      await sleep(2);
    }
  };
  await vi.waitFor(ask, { timeout: 20_000, interval: 20 });
  expect(running.child.exitCode).toBeNull();
  cuts[by]?.(running);
  // The five seconds that it may take are held where nothing runs beside it; a hang is the test's time-out.
  await running.exited;
};

const finish = async (folder: string, ...words: string[]) => {
  const running = runWares(words, { folder });
  expect([await running.exited, running.output()]).toEqual([0, expect.anything()]);
  return running.lines();
};

const isWell = async (folder: string) => {
  const lines = await finish(folder, "doctor");
  const told = lines.filter((line) => /^. (Migrations|Messages|Sagas|Events) /.test(line));
  expect(told).toEqual([
    expect.stringMatching(/^✓ .* up to date$/),
    expect.stringMatching(/^✓ .* none parked$/),
    expect.stringMatching(/^✓ .* none waits/),
    expect.stringMatching(/^✓ .* 0 events on their way$/),
  ]);
};

const counted = async (folder: string, text: string) => {
  const { url, stop } = await startDatabase({ folder, log: () => {} });
  try {
    await using database = shopDatabase(url);
    return (await database.rows(text))[0];
  } finally {
    await stop();
  }
};

const some = "exists (select from products.products)";

describe.for(Object.keys(cuts))("%s", (by) => {
  const folderFor = (what: string) => join(home, `${what}-${by.replaceAll(/\W+/g, "-")}`);

  test("while the shop is filled for the first time", async () => {
    const folder = folderFor("filling");
    const filling = runShopProcess({ folder });
    await cutWhen(filling, by, some);
    // Ctrl-C may let the filling end: it takes half a second.
    expect(by !== "Ctrl-C" && existsSync(join(folder, "seeded"))).toBe(false);
    const shop = await openShopProcess({ folder });
    await using database = shopDatabase(shop.databaseUrl);
    const [filled] = await database.rows(
      `select (select count(*)::int from products.products) as products,
              (select count(*)::int from inventory.movements) =
                (select count(distinct sku)::int from inventory.movements) as "areStockedOnce",
              (select count(*) from products.reviews) =
                (select sum(rating_count) from products.products) as "areReviewsCounted",
              (select count(*)::int from pricing.coupons) as coupons`,
    );
    expect(filled).toEqual({
      products: 194,
      areStockedOnce: true,
      areReviewsCounted: true,
      coupons: 1,
    });
    await database.close();
    await vi.waitFor(() => isWell(folder), patient);
    expect(await shop.close()).toBe(0);
  });

  test("while the database is migrated", async () => {
    const folder = folderFor("migration");
    // Every table takes its time, so that the cut is made among them.
    const { url, stop } = await startDatabase({ folder, log: () => {} });
    await using database = shopDatabase(url);
    await database.rows(`
      create function public.dawdle() returns event_trigger language plpgsql as
        $$ begin perform pg_sleep(0.05); end $$;
      create event trigger dawdle on ddl_command_end when tag in ('CREATE TABLE')
        execute function public.dawdle()`);
    await database.close();
    await stop();
    await cutWhen(
      runWares(["migrate"], { folder }),
      by,
      "exists (select from pg_stat_activity where wait_event = 'PgSleep' and query ~ 'orders')",
    );
    const left = "select to_regclass('public.migrations') is not null as any";
    expect(await counted(folder, left)).toEqual({ any: false });
    await counted(folder, "drop event trigger dawdle");
    await finish(folder, "migrate");
    await isWell(folder);
  });
});

const thousands = 4;
const rows = Array.from({ length: thousands * 1_000 }, (_none, nth) => nth);

/** Three cuts, each further on than the one before; then once to the end, and once more for nothing. */
const cutImport = async (folder: string, words: readonly string[], table: string) => {
  let least = 0;
  for (const by of Object.keys(cuts)) {
    least += 800;
    const there = `to_regclass('${table}') is not null`;
    await finish(folder, "migrate");
    await cutWhen(
      runWares(words, { folder }),
      by,
      `${there} and (select count(*) from ${table}) >= ${least}`,
    );
    const now = await counted(folder, `select count(*)::int as count from ${table}`);
    expect(Number(now?.["count"])).toBeLessThan(rows.length);
  }
  await finish(folder, ...words);
};

test(
  "an import of products, cut off three times, is complete at the fourth",
  { timeout: 90_000 },
  async () => {
    const folder = join(home, "products");
    const file = join(home, "things.csv");
    const lines = rows.map(
      (nth) => `T-${nth},Thing ${nth},Made of clay.,Kiln,Things > ${nth % 7},12.50,USD`,
    );
    writeFileSync(
      file,
      ["sku,name,description,brand,category,price,currency", ...lines].join("\n"),
    );
    await cutImport(folder, ["import", "products", file], "products.products");
    const complete = {
      products: rows.length,
      skus: rows.length,
      categories: 8,
      shelves: rows.length,
      movements: rows.length,
      pieces: rows.length * 100,
      created: rows.length,
    };
    const look = `select count(*)::int as products, count(distinct sku)::int as skus,
      (select count(*)::int from products.categories) as categories,
      (select count(*)::int from inventory.stock) as shelves,
      (select count(*)::int from inventory.movements) as movements,
      (select sum(quantity)::int from inventory.stock) as pieces,
      (select count(*)::int from platform.outbox where type = 'products.product_created') as created
    from products.products`;
    expect(await counted(folder, look)).toEqual(complete);
    expect(await finish(folder, "import", "products", file)).toEqual([
      `0 created, 0 updated, ${rows.length.toLocaleString("en")} unchanged`,
    ]);
    expect(await counted(folder, look)).toEqual(complete);
    await isWell(folder);
  },
);

test(
  "an import of orders, cut off three times, is complete at the fourth",
  { timeout: 90_000 },
  async () => {
    const folder = join(home, "orders");
    const file = join(home, "sales.csv");
    const lines = rows.map(
      (nth) =>
        `${500_000 + nth},${20_000 + (nth % 300)},THING ${nth % 300},2,2010-12-01 08:26:00,2.50,${10_000 + (nth % 90)},United Kingdom`,
    );
    const columns =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
    writeFileSync(file, [columns, ...lines].join("\n"));
    await cutImport(folder, ["import", "orders", file], "orders.orders");
    const complete = {
      orders: rows.length,
      numbers: rows.length,
      pieces: 2 * rows.length,
      products: 300,
    };
    const look = `select count(*)::int as orders, count(distinct order_number)::int as numbers,
      (select sum(quantity)::int from orders.order_items) as pieces,
      (select count(*)::int from products.products) as products
    from orders.orders`;
    expect(await counted(folder, look)).toEqual(complete);
    const [again] = await finish(folder, "import", "orders", file);
    expect(again).toMatch(/^0 orders created, 4,000 were there already/);
    expect(await counted(folder, look)).toEqual(complete);
    await isWell(folder);
  },
);
