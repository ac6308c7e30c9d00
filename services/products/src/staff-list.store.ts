import {
  productStatuses,
  type CategoryId,
  type LocalizedText,
  type Product,
  type ProductId,
  type ProductStatus,
  type staffProductSorts,
} from "@wares/contracts";
import { empty, sql, type Queries, type Sql } from "@wares/platform/database";
import type { LabelRow } from "./card.store.ts";

export type StaffFilter = Readonly<{
  query: string | undefined;
  status: ProductStatus | undefined;
  categoryId: CategoryId | undefined;
}>;
export type StaffPage = Readonly<{
  sort: (typeof staffProductSorts)[number];
  after: { at: string; id: string } | undefined;
  limit: number;
}>;
export type StaffRow = Pick<LabelRow, "label"> &
  Readonly<{
    product_id: ProductId;
    revision: number;
    status: ProductStatus;
    category: LocalizedText;
    prices: Product["prices"];
    sale_prices: Product["prices"] | null;
    variant_count: number;
    created_at: string;
    updated_at: string;
  }>;
export type StaffRows = Readonly<{
  rows: readonly StaffRow[];
  totalCount: number;
  countedMax: number;
}>;

/** No list waits for more than this: so many entries of an index are counted, */
const countedMax = 10_000;
/** or so many rows looked through for a text: 10 ms. */
const lookedMax = 5_000;
/** So many hits are put in order. Where there are more, the list is walked, and a page is soon full. */
const sortedMax = 2_000;
/** A shorter text has no trigram to look up. */
const trigram = 3;

const down = {
  beyond: sql`<`,
  direction: sql`desc`,
  first: { at: "infinity", id: "ffffffff-ffff-ffff-ffff-ffffffffffff" },
};
const orders = {
  Newest: { column: sql`created_at`, ...down },
  Changed: { column: sql`updated_at`, ...down },
  Oldest: {
    column: sql`created_at`,
    beyond: sql`>`,
    direction: sql`asc`,
    first: { at: "-infinity", id: "00000000-0000-0000-0000-000000000000" },
  },
} satisfies Record<StaffPage["sort"], unknown>;

export const staffRows = async (
  db: Queries,
  filter: StaffFilter,
  { sort, after, limit }: StaffPage,
): Promise<StaffRows> => {
  const { column, beyond, direction, first } = orders[sort];
  const order = sql`order by ${column} ${direction}, product_id ${direction}`;
  const place = sql`(${after?.at ?? first.at}::timestamptz, ${after?.id ?? first.id}::uuid)`;
  const from = sql`(${column}, product_id) ${beyond} ${place}`;
  const { most, statement } = await idsOf(db, filter, { order, from, limit });
  const ids = await db.query<Found>(statement);
  const { page = [], found = 0, looked = 0 } = ids.rows[0] ?? {};
  const { rows } = await db.query<StaffRow>(sql`
    select product_id, revision, status, label, prices, sale_prices,
           jsonb_array_length(variants) as variant_count, created_at, updated_at,
           (select name from products.categories as category
             where category.category_id = product.category_id) as category
      from products.products as product
     where product_id = any(${page}::uuid[])
     ${order}
  `);
  // Of what was not looked through to its end there may be more.
  const isAll = looked < most;
  return { rows, totalCount: found, countedMax: isAll ? countedMax : Math.max(1, found) };
};

type Found = Readonly<{ page: ProductId[]; found: number; looked: number }>;
type Asked = Readonly<{ order: Sql; from: Sql; limit: number }>;
/** `most`: so many rows are counted or looked through. */
type Ids = Readonly<{ most: number; statement: Sql }>;

const idsOf = async (db: Queries, filter: StaffFilter, asked: Asked): Promise<Ids> => {
  const { order, from, limit } = asked;
  const rows = rowsIn(filter);
  const text = filter.query?.trim().toLowerCase() ?? "";
  if (text === "") {
    const page = rows(
      sql`product_id, created_at, updated_at`,
      sql`${from} ${order} limit ${limit}`,
    );
    const counted = rows(sql`true as has`, sql`true limit ${countedMax}`);
    const statement = answer(
      sql`${page} ${order} limit ${limit}`,
      sql`${counted} limit ${countedMax}`,
    );
    return { most: countedMax, statement };
  }

  const has = sql`position(${text} in staff_text) > 0`;
  const columns = sql`product_id, created_at, updated_at, ${has} as has`;
  const page = sql`from looked where has and ${from} ${order} limit ${limit}`;
  const hits = Array.from(text).length < trigram ? undefined : await findIds(db, text);
  if (hits && hits.length <= sortedMax) {
    const { status, categoryId } = filter;
    const those = sql`
      select ${columns} from products.products
       where product_id = any(${hits}::uuid[])
         ${status ? sql`and status = ${status}` : empty}
         ${categoryId ? sql`and category_id = any(${below(categoryId)})` : empty}`;
    return { most: countedMax, statement: looking(those, page) };
  }
  // What is below a category has no order that one index knows: some of it is looked through.
  const isOrdered = !filter.categoryId;
  const beginning = rows(columns, sql`true ${isOrdered ? order : empty} limit ${lookedMax}`);
  const walked = rows(
    sql`product_id, created_at, updated_at`,
    sql`${has} and ${from} ${order} limit ${limit}`,
  );
  return {
    most: lookedMax,
    statement: looking(
      sql`${beginning} limit ${lookedMax}`,
      hits && isOrdered ? sql`from (${walked}) as walked` : page,
    ),
  };
};

/** `what` of the products of a status, or of each shelf below a category. */
const rowsIn =
  ({ status, categoryId }: StaffFilter) =>
  (what: Sql, where: Sql): Sql => {
    if (!categoryId)
      return sql`
        select part.*
          from (select ${what} from products.products
                 where ${status ? sql`status = ${status} and` : empty} ${where}) as part`;
    return sql`
      select part.*
        from unnest(${below(categoryId)}) as shelf(id)
       cross join unnest(${status ? [status] : productStatuses}::text[]) as one(status)
       cross join lateral (
             select ${what} from products.products
              where category_id = shelf.id and status = one.status and ${where}) as part`;
  };

const looking = (looked: Sql, page: Sql): Sql => sql`
  with looked as materialized (${looked})
  ${answer(sql`select product_id ${page}`, sql`table looked`)}`;

const answer = (page: Sql, counted: Sql): Sql => sql`
  select array(select product_id from (${page}) as page) as page, count(*) filter (where has) as found, count(*) as looked
    from (${counted}) as counted`;

const below = (id: CategoryId) =>
  sql`array(select category_id from products.categories where path @> array[${id}::uuid])`;

// What staff type is looked for as it is: no sign of it means anything to LIKE.
const literal = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** One more than are put in order tells that there are more. */
const findIds = async (db: Queries, text: string): Promise<readonly ProductId[]> => {
  const { rows } = await db.query<{ product_id: ProductId }>(sql`
    select product_id from products.products where staff_text like ${`%${literal(text)}%`}
     limit ${sortedMax + 1}
  `);
  return rows.map(({ product_id }) => product_id);
};
