import { testDatabase } from "@wares/testkit/database";
import { catchUpAll, readersOf } from "@wares/platform/run";
import { expect, test } from "vitest";
import { shopOn } from "../shop.examples.ts";
import { seedDemo } from "./seed-demo.ts";

const counted = async (db: Awaited<ReturnType<typeof testDatabase>>) => {
  const { rows } = await db.query(`
    select (select count(*)::int from products.products) as products,
           (select count(*)::int from products.reviews) as reviews,
           (select count(*)::int from inventory.stock where quantity > 0) as stocked,
           (select count(*)::int from inventory.movements) as movements,
           (select count(*)::int from platform.outbox) as said`);
  return rows[0];
};

test("the demo shop is on its shelves, and seeding it again changes nothing", async () => {
  await using db = await testDatabase();
  await using shop = shopOn(db.url);
  const { products, inventory, pricing, services } = shop;
  const seed = (now: string) =>
    seedDemo({
      catalogue: products,
      importStock: inventory.importStock,
      createCoupon: pricing.createCoupon,
      now: new Date(now),
    });

  const first = await seed("2026-03-01T08:00:00Z");
  expect(first.products.created).toBeGreaterThan(190);
  expect(first.reviews).toBeGreaterThan(900);
  expect(first.coupons).toBe(1);
  const before = await counted(db);
  expect(before.products).toBe(first.products.created);
  expect(before.stocked).toBeGreaterThan(400);

  const again = await seed("2026-03-02T08:00:00Z");
  expect(again).toEqual({
    products: { created: 0, updated: 0, unchanged: first.products.created },
    reviews: 0,
    coupons: 0,
  });
  expect(await counted(db)).toEqual(before);

  // What inventory hears of the same products later takes nothing from its shelves.
  await catchUpAll(readersOf(services));
  expect((await counted(db)).stocked).toBe(before.stocked);
});
