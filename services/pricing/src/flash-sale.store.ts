import type {
  FlashSale,
  FlashSaleId,
  FlashSaleItem,
  FlashSaleQuery,
  FlashSaleStatus,
  Sku,
} from "@wares/contracts";
import { empty, named, sql, type Queries, type Sql } from "@wares/platform/database";
import type { Static } from "typebox";
import type { SaleTerms } from "./flash-sale.ts";

const status = sql`
  case when cancelled_at is not null then 'Cancelled'
       when ends_at <= clock_timestamp() then 'Over'
       when starts_at <= clock_timestamp() then 'Running'
       else 'Scheduled' end`;
const columns = sql`
  flash_sale_id as id, name, ${status} as status, starts_at as "startsAt", ends_at as "endsAt",
  limit_per_customer as "limitPerCustomer", has_waiting_room as "hasWaitingRoom", revision,
  created_at as "createdAt",
  (select jsonb_agg(jsonb_build_object('sku', sku, 'productId', product_id, 'salePrices', sale_prices,
                                       'quantity', quantity) order by position)
     from pricing.flash_sale_items as item
    where item.flash_sale_id = flash_sales.flash_sale_id) as items`;

export const findSale = async (db: Queries, id: FlashSaleId): Promise<FlashSale | undefined> => {
  const { rows } = await db.query<FlashSale>(sql`
    select ${columns} from pricing.flash_sales where flash_sale_id = ${id}
  `);
  return rows[0];
};

/** The sale of this id, and whether exactly this request made it. */
export const findScheduled = async (db: Queries, id: FlashSaleId, requestHash: string) => {
  const { rows } = await db.query<FlashSale & { isSame: boolean }>(sql`
    select ${columns}, request_hash = ${requestHash} as "isSame"
      from pricing.flash_sales where flash_sale_id = ${id}
  `);
  if (!rows[0]) return undefined;
  const { isSame, ...sale } = rows[0];
  return { sale, isSame };
};

/** Of a hundred thousand sales few run or are to come: an index finds these by the time at which the question came. */
const isNow: Readonly<Record<FlashSaleStatus, Sql>> = {
  Cancelled: sql`and cancelled_at is not null`,
  Over: sql`and cancelled_at is null and ends_at <= statement_timestamp()`,
  Running: sql`
    and ended_at is null and ends_at > statement_timestamp() and starts_at <= statement_timestamp()`,
  Scheduled: sql`
    and ended_at is null and ends_at > statement_timestamp() and starts_at > statement_timestamp()`,
};

export const listSales = async (
  db: Queries,
  { status: wanted, limit }: Pick<Static<typeof FlashSaleQuery>, "status" | "limit">,
  place: Readonly<{ createdAt: string; id: string }> | undefined,
): Promise<readonly FlashSale[]> => {
  const { rows } = await db.query<FlashSale>(sql`
    select ${columns}
      from pricing.flash_sales
     where true
       ${wanted ? isNow[wanted] : empty}
       ${place ? sql`and (created_at, flash_sale_id) < (${place.createdAt}::timestamptz, ${place.id}::uuid)` : empty}
     order by created_at desc, flash_sale_id desc
     limit ${limit}
  `);
  return rows;
};

const openMax = 200;

/** What runs, or begins within a week, the next to begin first; and the database's clock. */
export const findOpenSales = async (
  db: Queries,
): Promise<Readonly<{ now: number; sales: readonly FlashSale[] }>> => {
  const { rows } = await db.query<FlashSale & { now: string }>(
    named(
      "pricing.open_flash_sales",
      sql`
      select clock_timestamp() as now, open.*
        from (values (1)) as always
        left join (
          select ${columns}
            from pricing.flash_sales
           where ended_at is null and ends_at > clock_timestamp()
             and starts_at <= clock_timestamp() + interval '7 days'
           order by starts_at, flash_sale_id
           limit ${openMax}
        ) as open on true
       order by "startsAt", id
    `,
    ),
  );
  const sales = rows.filter(({ id }) => id !== null);
  return { now: Date.parse(rows[0]?.now ?? ""), sales };
};

export const databaseTime = async (db: Queries): Promise<number> => {
  const { rows } = await db.query<{ now: string }>(sql`select clock_timestamp() as now`);
  return Date.parse(rows[0]?.now ?? "");
};

/** Until the commit, nobody else schedules or changes a sale: two cannot take one SKU for one hour. */
export const lockScheduling = async (tx: Queries): Promise<void> => {
  await tx.query(sql`select pg_advisory_xact_lock(hashtext('pricing.flash_sales'))`);
};

/** SKUs of these that another sale has at that time. */
export const findClashes = async (
  db: Queries,
  id: FlashSaleId,
  { startsAt, endsAt, items }: Pick<SaleTerms, "startsAt" | "endsAt" | "items">,
): Promise<ReadonlySet<Sku>> => {
  const { rows } = await db.query<{ sku: Sku }>(sql`
    select distinct sku
      from pricing.flash_sale_items
      join pricing.flash_sales using (flash_sale_id)
     where sku = any(${items.map(({ sku }) => sku)}::text[])
       and flash_sale_id <> ${id} and cancelled_at is null
       and starts_at < ${endsAt}::timestamptz and ends_at > ${startsAt}::timestamptz
  `);
  return new Set(rows.map(({ sku }) => sku));
};

/** Answers whether it was written: not when it would have begun by now. */
export const insertSale = async (
  tx: Queries,
  id: FlashSaleId,
  requestHash: string,
  terms: SaleTerms,
): Promise<boolean> => {
  const { rowCount } = await tx.query(sql`
    insert into pricing.flash_sales
           (flash_sale_id, request_hash, name, starts_at, ends_at, limit_per_customer, has_waiting_room)
    select ${id}::uuid, ${requestHash}, ${JSON.stringify(terms.name)}::jsonb,
           ${terms.startsAt}::timestamptz, ${terms.endsAt}::timestamptz,
           ${terms.limitPerCustomer}::int, ${terms.hasWaitingRoom}::boolean
     where ${terms.startsAt}::timestamptz > clock_timestamp()
  `);
  if (rowCount === 1) await insertItems(tx, id, terms.items);
  return rowCount === 1;
};

/** Answers whether it was written: not over another revision, nor when the sale has begun. */
export const updateSale = async (
  tx: Queries,
  id: FlashSaleId,
  revision: number,
  terms: SaleTerms,
): Promise<boolean> => {
  const { rowCount } = await tx.query(sql`
    update pricing.flash_sales
       set name = ${JSON.stringify(terms.name)}::jsonb, starts_at = ${terms.startsAt},
           ends_at = ${terms.endsAt}, limit_per_customer = ${terms.limitPerCustomer},
           has_waiting_room = ${terms.hasWaitingRoom}, revision = revision + 1
     where flash_sale_id = ${id} and revision = ${revision} and ended_at is null
       and starts_at > clock_timestamp() and ${terms.startsAt}::timestamptz > clock_timestamp()
  `);
  if (rowCount !== 1) return false;
  await tx.query(sql`delete from pricing.flash_sale_items where flash_sale_id = ${id}`);
  await insertItems(tx, id, terms.items);
  return true;
};

const insertItems = async (tx: Queries, id: FlashSaleId, items: readonly FlashSaleItem[]) => {
  const rows = items.map((item, position) => ({ ...item, position }));
  await tx.query(sql`
    insert into pricing.flash_sale_items
           (flash_sale_id, sku, position, product_id, sale_prices, quantity)
    select ${id}::uuid, sku, position, "productId", "salePrices", quantity
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as item(sku text, position int, "productId" uuid, "salePrices" jsonb, quantity int)
  `);
};

export const cancelSale = async (
  tx: Queries,
  id: FlashSaleId,
  revision: number,
): Promise<boolean> => {
  const { rowCount } = await tx.query(sql`
    update pricing.flash_sales
       set cancelled_at = clock_timestamp(), ended_at = clock_timestamp(), revision = revision + 1
     where flash_sale_id = ${id} and revision = ${revision} and ended_at is null
       and ends_at > clock_timestamp()
  `);
  return rowCount === 1;
};

export type Ended = Readonly<{ flashSaleId: FlashSaleId; revision: number }>;

/** Those whose time is over and of which nobody was told; from now on somebody is. */
export const endOverdue = async (tx: Queries, salesMax: number): Promise<readonly Ended[]> => {
  const { rows } = await tx.query<Ended>(
    named(
      "pricing.end_flash_sales",
      sql`
      update pricing.flash_sales set ended_at = clock_timestamp(), revision = revision + 1
       where flash_sale_id in (
             select flash_sale_id from pricing.flash_sales
              where ended_at is null and ends_at <= clock_timestamp()
              order by ends_at limit ${salesMax} for update skip locked)
      returning flash_sale_id as "flashSaleId", revision
    `,
    ),
  );
  return rows;
};
