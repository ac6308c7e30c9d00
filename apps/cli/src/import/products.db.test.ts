import { mkdtempDisposableSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { ReviewId, UserId } from "@wares/contracts";
import { newId } from "@wares/platform";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { exportProducts } from "../export/products.ts";
import { shopOn, type ShopExample } from "../shop.examples.ts";
import { importProductFile } from "./products.ts";

const row = (nth: number, more: object = {}) =>
  JSON.stringify({
    id: String(nth),
    sku: `SKU-${nth}`,
    title: `Thing ${nth} – „Größe“ 茶`,
    brand: "Kiln",
    description: "Made to be used.",
    price_cents: 1_000 + nth,
    released: "2012-05-01",
    category_derived: "Things > Small things",
    attributes: { colour: "Red", count: nth },
    ...more,
  });

const importing = async ({ products, inventory }: ShopExample, path: string) => {
  const said: string[] = [];
  const silent = () => ({ at: () => {}, end: () => {} });
  const result = await importProductFile(
    { ...products, importStock: inventory.importStock },
    { path, stock: 100, now: new Date(), say: (line) => said.push(line), progress: silent },
  );
  return { ...result, said };
};

const counted = async (db: Awaited<ReturnType<typeof testDatabase>>) => {
  const { rows } = await db.query(`
    select (select count(*)::int from products.products) as products,
           (select count(*)::int from products.categories) as categories,
           (select count(*)::int from inventory.movements) as movements,
           (select sum(quantity)::int from inventory.stock) as stock,
           (select count(*)::int from platform.outbox) as said`);
  return rows[0];
};

test("a file with a bad line in its middle is imported but for that, and once", async () => {
  await using db = await testDatabase();
  await using shop = shopOn(db.url);
  using folder = mkdtempDisposableSync(join(tmpdir(), "wares-import-"));
  const path = join(folder.path, "things.jsonl.gz");
  const rows = [
    ...Array.from({ length: 600 }, (_, nth) => row(nth)),
    "{ half a line",
    row(600, { sku: "SKU-1" }),
    row(601, { description: "" }),
    row(602, { price_cents: 0 }),
    row(5),
    "[]",
  ];
  writeFileSync(path, gzipSync(rows.join("\n")));

  const { report, exitCode, said } = await importing(shop, path);
  expect(exitCode).toBe(2);
  expect(report).toEqual({
    created: 602,
    updated: 0,
    unchanged: 0,
    toldApart: 1,
    withoutDescription: 1,
    reviews: 0,
    bad: 4,
  });
  expect(said.filter((line) => line.startsWith("line "))).toEqual([
    expect.stringMatching(/^line 601: is not JSON/),
    "line 604: 602 price 0 is not above zero",
    "line 605: is the same product as line 6, which counts",
    "line 606: is not an object",
  ]);
  const before = await counted(db);
  expect(before).toMatchObject({ products: 602, categories: 2, stock: 60_200 });

  const again = await importing(shop, path);
  expect(again.report).toMatchObject({ created: 0, updated: 0, unchanged: 602, toldApart: 1 });
  expect(await counted(db)).toEqual(before);

  writeFileSync(path, gzipSync(row(3, { price_cents: 5 })));
  const changed = await importing(shop, path);
  expect(changed).toMatchObject({ exitCode: 0, report: { updated: 1, unchanged: 0 } });
});

test("a CSV stocks what it says, and the default where it says nothing", async () => {
  await using db = await testDatabase();
  await using shop = shopOn(db.url);
  using folder = mkdtempDisposableSync(join(tmpdir(), "wares-import-"));
  const path = join(folder.path, "things.csv");
  writeFileSync(
    path,
    "sku,name,description,brand,category,price,currency,stock,attr:Colour\n" +
      'A,"A, with a comma",,Kiln,Tea > Pots,12.50,EUR,7,Red\n' +
      "B,B,text,,,3,JPY,,\n" +
      "C,C,,,,free,USD,1,\n",
  );
  const { report, exitCode, said } = await importing(shop, path);
  expect({ report, exitCode }).toMatchObject({
    exitCode: 2,
    report: { created: 2, withoutDescription: 1, bad: 1 },
  });
  expect(said[0]).toBe('line 4: C price "free" is not a number such as 12.50');
  const { rows } = await db.query("select sku, quantity from inventory.stock order by sku");
  expect(rows).toEqual([
    { sku: "A", quantity: 7 },
    { sku: "B", quantity: 100 },
  ]);
});

test("what could not be read at all is told, and the columns that are missing", async () => {
  await using db = await testDatabase();
  await using shop = shopOn(db.url);
  using folder = mkdtempDisposableSync(join(tmpdir(), "wares-import-"));
  const path = join(folder.path, "things.csv");
  expect((await importing(shop, path)).exitCode).toBe(1);
  const cut = join(folder.path, "cut.jsonl.gz");
  writeFileSync(cut, gzipSync(row(1)).subarray(0, -4));
  const stopped = await importing(shop, cut);
  expect(stopped).toMatchObject({
    exitCode: 1,
    said: [expect.stringMatching(/^Stopped after \d+ rows: unexpected end of file/)],
  });
  writeFileSync(path, "code,title\nA,B\n");
  const { exitCode, said } = await importing(shop, path);
  expect(exitCode).toBe(1);
  expect(said[0]).toContain("The first line has no sku, name, price.");
});

test("an export of one shop fills another with the same products and stock", async () => {
  await using db = await testDatabase();
  await using shop = shopOn(db.url);
  await using otherDb = await testDatabase();
  await using other = shopOn(otherDb.url);
  using folder = mkdtempDisposableSync(join(tmpdir(), "wares-import-"));
  const path = join(folder.path, "things.jsonl");
  writeFileSync(path, Array.from({ length: 450 }, (_, nth) => row(nth)).join("\n"));
  await importing(shop, path);

  const [some] = await shop.products.exportProducts();
  const said = Array.from({ length: 250 }, (_, nth) => ({
    id: newId(ReviewId),
    productId: some!.id,
    userId: newId(UserId),
    rating: 1 + (nth % 5),
    title: `Opinion ${nth}`,
    text: "Pours „well“. 好",
    language: "en" as const,
    author: "Mira",
    createdAt: "2026-01-02T03:04:05.000Z",
  }));
  expect(await shop.products.importReviews(said)).toEqual({ added: 250 });

  const exportOf = async ({ products, inventory }: ShopExample) => {
    const lines: string[] = [];
    const needs = { ...products, stockOf: inventory.availableOf };
    const report = await exportProducts(needs, async (line) => void lines.push(line));
    return { lines, report };
  };
  const { lines, report } = await exportOf(shop);
  expect(report).toEqual({ categories: 2, products: 450, reviews: 250 });
  expect(lines.join("")).not.toContain(said[0]?.userId);
  const exported = join(folder.path, "export.jsonl");
  writeFileSync(exported, lines.join(""));

  expect(await importing(other, exported)).toMatchObject({
    exitCode: 0,
    report: { created: 450, reviews: 250, bad: 0 },
  });
  expect((await exportOf(other)).lines).toEqual(lines);
  const opinions =
    "select sum(rating_count)::int as count, sum(rating_sum)::int as sum from products.products";
  expect((await otherDb.query(opinions)).rows).toEqual([{ count: 250, sum: 750 }]);

  // The same file again changes nothing, in the shop it came from neither.
  for (const again of [other, shop])
    expect((await importing(again, exported)).report).toMatchObject({ unchanged: 450, reviews: 0 });
  const broken = { ...said[0], rating: 6, userId: undefined };
  writeFileSync(exported, JSON.stringify({ review: broken }));
  expect(await importing(other, exported)).toMatchObject({
    exitCode: 2,
    said: [expect.stringMatching(/^line 1: .*rating/), expect.anything(), expect.anything()],
  });
});
