import type { InventoryInfo, StockQuery } from "@wares/contracts";
import { empty, sql, type Queries, type Sql } from "@wares/platform/database";
import type { Static } from "typebox";
import { info } from "./stock.store.ts";

type Asked = Pick<Static<typeof StockQuery>, "query" | "attention" | "sort" | "limit">;
type Place = Readonly<{ sku: string; available: number }>;
type Counted = Readonly<{ totalCount: number; countedMax: number }>;

/** No list waits for more than this: so many rows of it are counted, or looked through. */
const countedMax = 10_000;
/** So many hits are put in order. Where there are more, the list is walked, and a page is soon full. */
const sortedMax = 2_000;
/** A shorter text has no trigram to look up. */
const trigram = 3;

const attentions: Readonly<Record<NonNullable<Asked["attention"]>, Sql>> = {
  Low: sql`and is_low`,
  Out: sql`and scarcity = 0`,
  Reorder: sql`and is_to_reorder`,
};

export const listStock = async (
  db: Queries,
  asked: Asked,
  after: Place | undefined,
): Promise<Readonly<{ stock: readonly InventoryInfo[] }> & Counted> => {
  const rows = await rowsOf(db, asked);
  const count = await db.query<{ found: number; looked: number }>(sql`
    select count(*) filter (where ${rows.has ?? sql`true`}) as found, count(*) as looked
      from (${rows.counted}) as stock
  `);
  const { found = 0, looked = 0 } = count.rows[0] ?? {};
  const isAll = looked < countedMax;
  const { by, place } = orderOf(asked, isAll, after);
  const { rows: stock } = await db.query<InventoryInfo>(sql`
    select ${info} from ${rows.from}
     where ${rows.where} ${after ? sql`and (${by}) > (${place})` : empty}
     order by ${by}
     limit ${asked.limit}
  `);
  // Of what was not looked through to its end there may be more.
  return { stock, totalCount: found, countedMax: isAll ? countedMax : Math.max(1, found) };
};

/** Scarcity is as much as an index knows: in a longer list than is counted, what there are twenty of goes by its SKU. */
const orderOf = ({ sort }: Asked, isAll: boolean, after: Place | undefined) => {
  if (sort === "Sku") return { by: sql`sku`, place: sql`${after?.sku}` };
  return isAll
    ? { by: sql`quantity - reserved, sku`, place: sql`${after?.available}::int, ${after?.sku}` }
    : { by: sql`scarcity, sku`, place: sql`least(${after?.available}::int, 20), ${after?.sku}` };
};

/** `has`: which of the counted rows are meant, where that is not known before they are looked at. */
type Rows = Readonly<{ from: Sql; where: Sql; counted: Sql; has?: Sql }>;

const rowsOf = async (db: Queries, { query, attention, sort }: Asked): Promise<Rows> => {
  const listed = sql`location = 'main' ${attention ? attentions[attention] : empty}`;
  const text = query?.trim().toLowerCase() ?? "";
  const beginning = sql`
    select * from inventory.stock where ${listed}
     order by ${sort === "Available" ? sql`scarcity, sku` : sql`sku`} limit ${countedMax}`;
  const stock = sql`inventory.stock`;
  if (text === "")
    return {
      from: stock,
      where: listed,
      counted: sql`select from inventory.stock where ${listed} limit ${countedMax}`,
    };

  const has = sql`position(${text} in lower(sku)) > 0`;
  if (Array.from(text).length < trigram)
    return { from: sql`(${beginning}) as stock`, where: has, counted: beginning, has };
  const hits = await findSkus(db, text);
  if (hits.length > sortedMax)
    return { from: stock, where: sql`${listed} and ${has}`, counted: beginning, has };
  // Fenced by its offset: the hits are read one by one, whichever order is asked for.
  const those = sql`select * from inventory.stock where ${listed} and sku = any(${hits}::text[]) offset 0`;
  return { from: sql`(${those}) as stock`, where: sql`true`, counted: those };
};

// What somebody types is text to find, not a pattern.
const literal = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** One more than are put in order tells that there are more. */
const findSkus = async (db: Queries, text: string): Promise<readonly string[]> => {
  const { rows } = await db.query<{ sku: string }>(sql`
    select sku from inventory.stock_search where lower(sku) like ${`%${literal(text)}%`}
     limit ${sortedMax + 1}
  `);
  return rows.map(({ sku }) => sku);
};
