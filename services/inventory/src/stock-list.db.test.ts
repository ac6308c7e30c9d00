import { parse, Sku } from "@wares/contracts";
import { testDatabase } from "@wares/testkit/database";
import { excess, readsOf } from "@wares/testkit/reads";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listStock } from "./stock-list.store.ts";
import { findInfo, listMovements } from "./stock.store.ts";

const rows = 40_000;
/** A page of fifty, and what is thrown away to fill it: the most is where one in forty is wanted. */
const pageMax = 2_100;
/** What is counted, and where short texts are looked for. */
const countMax = 10_001;

const filled = async () => {
  const db = await testDatabase();
  await db.query(`
    insert into inventory.stock (sku, quantity)
    select 'SKU-' || lpad(n::text, 6, '0'),
           case n % 40 when 0 then 0 when 1 then 3 when 2 then 8 else 20 + n * 7919 % 500 end
      from generate_series(1, ${rows}) as n;
    insert into inventory.stock_search select sku from inventory.stock;
    insert into inventory.movements (sku, reason, quantity_change, reserved_change)
    select case when n % 2 = 0 then 'SKU-000001' else 'SKU-' || lpad(n::text, 6, '0') end, 'Sold', -1, 0
      from generate_series(1, ${rows}) as n;
    analyze inventory.stock;
    analyze inventory.stock_search;
    analyze inventory.movements;
  `);
  return db;
};

let db: Awaited<ReturnType<typeof filled>>;
beforeAll(async () => void (db = await filled()), 60_000);
afterAll(() => db[Symbol.asyncDispose]());

const lists = [
  {},
  { attention: "Low" },
  { attention: "Out" },
  { attention: "Reorder" },
  { query: "sku-0" },
  { query: "12345" },
  { query: "nowhere" },
  { query: "sku", attention: "Low" },
  { query: "nowhere", attention: "Reorder" },
] as const;
const pages = lists.flatMap((list) =>
  (["Sku", "Available"] as const).flatMap((sort) =>
    [undefined, { sku: "SKU-020000", available: 5 }, { sku: "SKU-020000", available: 300 }].map(
      (after) => [list, sort, after] as const,
    ),
  ),
);

test.for(pages)(
  "%j by %s after %j is not read in proportion to the shelf",
  async ([list, sort, after]) => {
    const { queries, reads } = readsOf(db);
    await listStock(queries, { ...list, sort, limit: 51 }, after);
    // Up to ten thousand are put in the exact order of what is left of them.
    const mostOf = (text: string) =>
      sort === "Available" || text.includes("count(") ? countMax : pageMax;
    expect(excess(reads, mostOf)).toEqual([]);
  },
);

test.for(["12", "zz"])(
  "%s has no trigram: it is looked for where the list begins",
  async (query) => {
    const { queries, reads } = readsOf(db);
    const found = await listStock(queries, { query, sort: "Sku", limit: 51 }, undefined);
    expect(excess(reads, () => countMax)).toEqual([]);
    const there = query === "12" ? 51 : 0;
    expect(found.stock).toHaveLength(there);
    // There may be more further on, and it says so.
    expect(found.totalCount).toBe(query === "12" ? found.countedMax : 0);
  },
);

test("one SKU and its movements are not either, however often it moved", async () => {
  const { queries, reads } = readsOf(db);
  const sku = parse(Sku, "SKU-000001");
  await findInfo(queries, sku);
  const newest = await listMovements(queries, { sku, before: undefined, limit: 51 });
  await listMovements(queries, { sku, before: rows / 2, limit: 51 });
  expect(newest).toHaveLength(51);
  expect(excess(reads, () => 100)).toEqual([]);
});

test("every SKU is on one page, and on one only, in either order and of each that needs somebody", async () => {
  for (const sort of ["Sku", "Available"] as const)
    for (const [attention, count] of [
      ["Out", 1_000],
      ["Low", 1_000],
      ["Reorder", 3_000],
    ] as const) {
      const seen: string[] = [];
      for (let after: Parameters<typeof listStock>[2]; ;) {
        const { stock, totalCount } = await listStock(db, { attention, sort, limit: 700 }, after);
        expect(totalCount).toBe(count);
        seen.push(...stock.map(({ sku }) => sku));
        const last = stock.at(-1);
        if (!last) break;
        after = { sku: last.sku, available: last.availableQuantity };
      }
      expect(new Set(seen).size).toBe(count);
      expect(seen).toHaveLength(count);
    }
});
