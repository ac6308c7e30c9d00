import { FlashSaleId } from "@wares/contracts";
import { idOf } from "@wares/platform";
import { testDatabase } from "@wares/testkit/database";
import { excess, readsOf } from "@wares/testkit/reads";
import { testTools } from "@wares/testkit/tools";
import { afterAll, beforeAll, expect, test } from "vitest";
import { couponQueries } from "./coupon.queries.ts";
import { listCoupons } from "./coupon.store.ts";
import { findOpenSales, listSales } from "./flash-sale.store.ts";

const rows = 20_000;
const pageMax = 200;
const countMax = 10_000;

const filled = async () => {
  const db = await testDatabase();
  await db.query(`
    insert into pricing.coupons (code, percent_off, minimum_subtotal, starts_at, created_at)
    select 'CODE-' || n, 10, 0, now(), now() - n / 3 * interval '1 hour' from generate_series(1, ${rows}) as n;
    insert into pricing.flash_sales (flash_sale_id, request_hash, name, starts_at, ends_at, limit_per_customer,
                                     has_waiting_room, cancelled_at, ended_at, created_at)
    select md5('sale' || n)::uuid, '', '{"en": "S"}', now() + (4 - n) * interval '1 hour', now() + (6 - n) * interval '1 hour',
           1, false, case when n % 500 = 1 then now() end, case when n > 6 or n % 500 = 1 then now() end,
           now() - interval '100 days' - (${rows} - n) * interval '1 second'
      from generate_series(1, ${rows}) as n;
  `);
  await db.query("vacuum analyze pricing.coupons");
  await db.query("vacuum analyze pricing.flash_sales");
  return db;
};

let db: Awaited<ReturnType<typeof filled>>;
beforeAll(async () => void (db = await filled()), 60_000);
afterAll(() => db[Symbol.asyncDispose]());

const middle = { createdAt: new Date(Date.now() - 100 * 86_400_000).toISOString() };

test.for([undefined, { ...middle, code: "CODE-1" }])(
  "a page of coupons after %j does not read all of them",
  async (after) => {
    const { queries, reads } = readsOf(db);
    expect((await listCoupons(queries, 51, after)).coupons).toHaveLength(51);
    expect(excess(reads, (text) => (text.includes("count(") ? countMax : pageMax))).toEqual([]);
  },
);

test("every coupon is on one page, and on one only", async () => {
  const { list } = couponQueries(db, testTools(db).keys);
  const seen = new Set<string>();
  let after: string | undefined;
  let pages = 0;
  do {
    const page = await list({ limit: 100, ...(after && { after }) });
    for (const { code } of page.coupons) seen.add(code);
    expect(page).toMatchObject({ totalCount: countMax, countedMax: countMax });
    after = page.next;
    pages++;
  } while (after);
  expect([seen.size, pages]).toEqual([rows, rows / 100]);
});

const id = idOf(FlashSaleId, "one");
test.for([
  [undefined, 31],
  ["Running", 2],
  ["Scheduled", 2],
  ["Cancelled", 31],
  ["Over", 31],
] as const)("a page of sales that are %s does not read all of them", async ([status, count]) => {
  const { queries, reads } = readsOf(db);
  const listed = { limit: 31, ...(status && { status }) };
  const sales = await listSales(queries, listed, undefined);
  expect(sales).toHaveLength(count);
  for (const sale of status ? sales : []) expect(sale.status).toBe(status);
  await listSales(queries, listed, { ...middle, id });
  await findOpenSales(queries);
  expect(excess(reads, () => pageMax)).toEqual([]);
});
