import { parse, ProductId, Sku, type Product } from "@wares/contracts";
import { idOf } from "@wares/platform";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { blue, categories, lamp, prices, teapot } from "./product.examples.ts";
import { said, shop } from "./shop.examples.ts";

const events = async (db: Awaited<ReturnType<typeof testDatabase>>): Promise<number> =>
  (await db.query("select count(*)::int as count from platform.outbox")).rows[0].count;

test("an import changes what changed, says it, and is silent the second time", async () => {
  await using db = await testDatabase("products");
  const { importCategories, importProducts, snapshots } = await shop(db);
  await importCategories(categories);
  const lamps = Array.from({ length: 1_200 }, (_, nth) => lamp(nth));
  expect(await importProducts(lamps)).toEqual({ created: 1_200, updated: 0, unchanged: 0 });
  const seen: Product[] = [];
  for await (const one of snapshots()) seen.push(one);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(1_200);
  expect(seen.find(({ id }) => id === lamp(7).id)).toEqual({
    ...lamp(7),
    ratingSum: 0,
    ratingCount: 0,
  });
  const before = await events(db);
  await importCategories(categories);
  expect(await importProducts(lamps)).toEqual({ created: 0, updated: 0, unchanged: 1_200 });
  expect(await events(db)).toBe(before);

  const [first, second] = [lamp(1, { prices: prices(5_000) }), lamp(2, { status: "Inactive" })];
  expect(await importProducts([first, second, lamp(3)])).toEqual({
    created: 0,
    updated: 2,
    unchanged: 1,
  });
  expect(await said(db, first.id)).toEqual(["product_created", "price_changed", "product_updated"]);
  expect(await said(db, second.id)).toEqual([
    "product_created",
    "product_status_changed",
    "product_updated",
  ]);
});

test("what staff did since is not undone by the same import again", async () => {
  await using db = await testDatabase("products");
  const wares = await shop(db);
  await wares.stockUp();
  wares.as(idOf(ProductId, "anna") as never, "staff");
  const change = { prices: [{ sku: blue, prices: prices(1_234) }] };
  await wares.put(`/catalogue/products/${teapot.id}/prices`, change, 1);
  expect(await wares.importProducts([teapot])).toMatchObject({ unchanged: 1, updated: 0 });
  expect((await wares.priceLinesOf([blue], "en")).get(blue)?.prices).toEqual(prices(1_234));
  await wares.importProducts([{ ...teapot, brand: "Kiln" }]);
  expect((await wares.priceLinesOf([blue], "en")).get(blue)?.prices).toEqual(prices(3_000));
});

test("an SKU and an address that two products want are told apart, every time the same", async () => {
  await using db = await testDatabase("products");
  const { importCategories, importProducts, priceLinesOf } = await shop(db);
  await importCategories(categories);
  const twins: Product[] = [lamp(1), { ...lamp(1), id: idOf(ProductId, "twin") }];
  await importProducts(twins);
  expect((await importProducts(twins)).unchanged).toBe(2);
  const { rows } = await db.query(
    "select sku, slug->>'en' as slug from products.products order by sku",
  );
  expect(rows).toEqual([
    { sku: "LAMP-1", slug: "lamp-1" },
    { sku: expect.stringMatching(/^LAMP-1-[0-9a-f]{8}$/), slug: expect.stringMatching(/^lamp-1-/) },
  ]);
  expect((await priceLinesOf([parse(Sku, rows[1].sku)], "zh")).size).toBe(1);
});

test("two imports of the same products at once end as one", async () => {
  await using db = await testDatabase("products");
  const { importCategories, importProducts } = await shop(db);
  await importCategories(categories);
  const lamps = Array.from({ length: 600 }, (_, nth) => lamp(nth));
  const both = await Promise.all([importProducts(lamps), importProducts(lamps)]);
  expect(both.reduce((sum, { created }) => sum + created, 0)).toBe(600);
  const { rows } = await db.query(
    "select count(*)::int as n, max(revision) as revision from products.products",
  );
  expect(rows[0]).toEqual({ n: 600, revision: 1 });
});

test("a product in no category stops its chunk, and says which it is", async () => {
  await using db = await testDatabase("products");
  const { importProducts } = await shop(db);
  await expect(importProducts([teapot])).rejects.toMatchObject({
    refusal: { refusal: "products.no_such_category", detail: { productId: teapot.id } },
  });
});

test("everything comes out page by page, under the SKUs it is really sold by", async () => {
  await using db = await testDatabase("products");
  const { importCategories, importProducts, exportCategories, exportProducts, soldSkusOf } =
    await shop(db);
  await importCategories(categories);
  const twin = { ...lamp(0), id: idOf(ProductId, "twin") };
  await importProducts([teapot, twin, ...Array.from({ length: 250 }, (_, nth) => lamp(nth))]);
  const ids: string[] = [];
  for (let page = await exportProducts(); page.length > 0;) {
    ids.push(...page.map(({ id }) => id));
    page = await exportProducts(page.at(-1)?.id);
  }
  expect(ids).toHaveLength(252);
  expect(ids).toEqual([...new Set(ids)].toSorted());

  expect(await soldSkusOf([teapot.id])).toHaveLength(teapot.variants.length);
  const [sold] = await soldSkusOf([lamp(0).id]);
  const [other] = await soldSkusOf([twin.id]);
  expect(new Set([sold?.sku, other?.sku]).size).toBe(2);
  expect(await importCategories(await exportCategories())).toHaveLength(categories.length);
});
