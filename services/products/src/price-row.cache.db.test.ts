import { transact, type Queries } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { priceRowCache } from "./price-row.cache.ts";
import { lamp } from "./product.examples.ts";
import { shop } from "./shop.examples.ts";

const { sku, id } = lamp(1);

const stocked = async (db: Awaited<ReturnType<typeof testDatabase>>) => {
  const { stockUp, importProducts } = await shop(db);
  await stockUp();
  const asked: string[] = [];
  const query = (statement: { name: string; values: unknown[] }) => {
    asked.push(statement.name);
    return db.query(statement as never);
  };
  const rows = priceRowCache({ query } as unknown as Queries);
  const usd = async () => (await rows(new Set([sku]))).get(sku)?.prices.USD;
  return {
    rows,
    usd,
    importProducts,
    reads: () => asked.splice(0).filter((name) => name === "products.price_rows").length,
  };
};

test("what has not changed is read once, what changed at once again, whoever changed it", async () => {
  await using db = await testDatabase("products");
  const { usd, rows, reads, importProducts } = await stocked(db);
  const first = await usd();
  expect([await usd(), reads()]).toEqual([first, 1]);

  const dearer = lamp(1).prices.USD + 100;
  await importProducts([lamp(1, { prices: { ...lamp(1).prices, USD: dearer } })]);
  expect([await usd(), await usd(), reads()]).toEqual([dearer, dearer, 1]);

  // By hand, and of the product's own row.
  await db.query(`update products.skus set prices = prices || '{"USD": 7}' where sku = '${sku}'`);
  expect([await usd(), reads()]).toEqual([7, 1]);
  await db.query(`update products.products set status = 'Inactive' where product_id = '${id}'`);
  expect((await rows(new Set([sku]))).get(sku)?.is_active).toBe(false);
  await db.query(`delete from products.skus where sku = '${sku}'`);
  expect(await usd()).toBeUndefined();
});

test("a change that is not committed is neither seen nor missed", async () => {
  await using db = await testDatabase("products");
  const { usd } = await stocked(db);
  const before = await usd();
  await transact(db, async (tx) => {
    await tx.query(`update products.skus set prices = prices || '{"USD": 7}' where sku = '${sku}'`);
    expect(await usd()).toBe(before);
  });
  expect(await usd()).toBe(7);
});
