import { CategoryId, ProductId, type ProductStatus } from "@wares/contracts";
import { idOf } from "@wares/platform";
import { testDatabase } from "@wares/testkit/database";
import { excess, readsOf } from "@wares/testkit/reads";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bestLabels, newestLabels } from "./card.store.ts";
import { listReviews } from "./review.store.ts";
import { staffRows, type StaffFilter } from "./staff-list.store.ts";

const products = 24_000;
/** Counted from an index, or looked through for a text; and the page beside it. Rows of a loop are told as an average. */
const staffMax = 13_000;
/** A page of each shelf below a category, of which there are ten. */
const pageMax = 600;

const category = (n: number) => idOf(CategoryId, `category ${n}`);
const product = (n: number) => idOf(ProductId, `product ${n}`);
const root = category(0);

const filled = async () => {
  const db = await testDatabase();
  const shelves = Array.from({ length: 11 }, (_, n) => category(n));
  await db.query({
    text: `
      insert into products.categories (category_id, level, path, slug, name, description, sort_order)
      select id, least(n, 2) - 1, case n when 1 then array[id] else array[$1[1], id] end,
             jsonb_build_object('en', 'c' || n), jsonb_build_object('en', 'C'), '{"en": ""}', n
        from unnest($1::uuid[]) with ordinality as one(id, n)`.replaceAll(
      "$1[1]",
      "($1::uuid[])[1]",
    ),
    values: [shelves],
  });
  await db.query({
    text: `
      insert into products.products
             (product_id, revision, status, category_id, sku, brand, slug, name, description, attributes, prices,
              variants, images, label, is_on_sale, staff_text, created_at, updated_at, rating_sum, rating_count)
      select md5('product ' || n)::uuid, 1,
             case when n % 50 = 0 then 'Draft' when n % 4000 = 7 then 'Discontinued' else 'Active' end,
             ($1::uuid[])[2 + n % 10], 'SKU-' || n, 'B', '{"en": "s"}', '{"en": "N"}', '{"en": "D"}', '{}', '{}', '[]',
             '[]', jsonb_build_object('categoryPath', $1::uuid[]), n % 39 = 3,
             'sku-' || lpad(n::text, 6, '0') || case when n % 4 = 0 then ' glass' when n % 80 = 1 then ' rare' else '' end,
             timestamptz '2026-01-01' + n * interval '1 minute',
             timestamptz '2026-02-01' + n * 7919 % ${products} * interval '1 minute', n % 40, 8
        from generate_series(1, ${products}) as n`,
    values: [shelves],
  });
  await db.query(`
    insert into products.reviews (review_id, product_id, rating, title, text, language, author, created_at)
    select md5('review ' || n)::uuid, md5('product ' || n % 2)::uuid, case when n % 501 = 0 then 1 else 5 end, '', '', 'en',
           '', timestamptz '2026-01-01' + n * interval '1 minute'
      from generate_series(2, ${products}) as n where n % 2 = 1`);
  await db.query("vacuum analyze products.reviews");
  await db.query("analyze products.categories");
  await db.query("vacuum analyze products.products");
  return db;
};

let db: Awaited<ReturnType<typeof filled>>;
beforeAll(async () => void (db = await filled()), 60_000);
afterAll(() => db[Symbol.asyncDispose]());

const filterOf = (
  query?: string,
  status?: ProductStatus,
  categoryId?: CategoryId,
): StaffFilter => ({ query, status, categoryId });
const nowhere = idOf(CategoryId, "nowhere");
const filters = [
  filterOf(),
  filterOf(undefined, "Draft"),
  filterOf(undefined, "Discontinued"),
  filterOf(undefined, "Inactive"),
  filterOf(undefined, undefined, category(3)),
  filterOf(undefined, undefined, root),
  filterOf(undefined, "Discontinued", root),
  filterOf(undefined, undefined, nowhere),
  filterOf("glass"),
  filterOf("rare"),
  filterOf("sku-000123"),
  filterOf("zzzz"),
  filterOf("12"),
  filterOf("zz"),
  filterOf("glass", "Discontinued"),
  filterOf("glass", undefined, category(3)),
  filterOf("zz", undefined, root),
];
const middle = { at: "2026-01-10T00:00:00Z", id: product(1) };
const pages = filters.flatMap((filter) =>
  (["Newest", "Oldest", "Changed"] as const).flatMap((sort) =>
    [undefined, middle].map((after) => [filter, sort, after] as const),
  ),
);

test.for(pages)("staff's list of %j by %s after %j does not read the catalogue", async (page) => {
  const [filter, sort, after] = page;
  const { queries, reads } = readsOf(db);
  await staffRows(queries, filter, { sort, after, limit: 51 });
  expect(excess(reads, () => staffMax)).toEqual([]);
});

test("what is counted to its end is exact, what is not says so", async () => {
  const counted = async (filter: StaffFilter) => {
    const page = { sort: "Newest", after: undefined, limit: 51 } as const;
    const { rows, totalCount, countedMax } = await staffRows(db, filter, page);
    return [rows.length, totalCount, countedMax];
  };
  expect(await counted(filterOf())).toEqual([51, 10_000, 10_000]);
  expect(await counted(filterOf(undefined, "Draft"))).toEqual([51, 480, 10_000]);
  expect(await counted(filterOf("rare"))).toEqual([51, 300, 10_000]);
  expect(await counted(filterOf("rare", undefined, category(1)))).toEqual([0, 0, 10_000]);
  // The newest five thousand were looked through.
  expect(await counted(filterOf("glass"))).toEqual([51, 1_250, 1_250]);
  expect(await counted(filterOf("zz"))).toEqual([0, 0, 1]);
});

test.for(["Newest", "Oldest", "Changed"] as const)(
  "by %s every product below a category is on one page, and on one only",
  async (sort) => {
    const seen: { at: string; id: string }[] = [];
    for (let after: { at: string; id: string } | undefined; ; after = seen.at(-1)) {
      const { rows } = await staffRows(db, filterOf(undefined, undefined, root), {
        sort,
        after,
        limit: 5_000,
      });
      if (rows.length === 0) break;
      seen.push(
        ...rows.map((row) => ({
          at: sort === "Changed" ? row.updated_at : row.created_at,
          id: row.product_id,
        })),
      );
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(products);
    expect(seen).toHaveLength(products);
    const times = seen.map(({ at }) => at);
    expect(times).toEqual(sort === "Oldest" ? times.toSorted() : times.toSorted().toReversed());
  },
);

const shown = [undefined, category(3), root, nowhere].flatMap((categoryId) =>
  [undefined, true, false].map((isOnSale) => ({ categoryId, isOnSale, limit: 25 })),
);
test.for(shown)("a shopper's list of %j reads its cards", async (list) => {
  const { queries, reads } = readsOf(db);
  const newest = await newestLabels(queries, list, undefined);
  await newestLabels(queries, list, { by: middle.at, id: middle.id });
  const best = await bestLabels(queries, list, undefined);
  await bestLabels(queries, list, { by: "3.3", id: middle.id });
  const isEmpty = list.categoryId === nowhere;
  expect([newest.length, best.length]).toEqual(isEmpty ? [0, 0] : [25, 25]);
  expect(excess(reads, () => pageMax)).toEqual([]);
});

test("a page of what was thought of one product reads a page, also where few gave so many stars", async () => {
  const { rows } = await db.query<{ id: ProductId }>(
    "select product_id as id from products.reviews limit 1",
  );
  const reviewed = rows[0]?.id ?? product(1);
  for (const rating of [undefined, 5, 3, 1])
    for (const after of [undefined, middle]) {
      const { queries, reads } = readsOf(db);
      await listReviews(queries, reviewed, { rating, after, limit: 11 });
      expect(excess(reads, () => 11)).toEqual([]);
    }
});
