import { orderStatuses } from "@wares/contracts";
import type { Currency, Order, OrderStatus, OrderSummary } from "@wares/contracts";
import { empty, sql, type Queries, type Sql } from "@wares/platform/database";
import type { Static } from "typebox";

type Summary = Static<typeof OrderSummary>;
type Row = Omit<Summary, "total" | "refundedTotal" | "imageUrl"> &
  Readonly<{ total: number; refundedTotal: number; currency: Currency; imageUrl: string | null }>;
export type OrderFilter = Readonly<{
  buyerIds?: readonly Order["buyerId"][];
  status?: OrderStatus;
  query?: string;
}>;
export type Place = Readonly<{ createdAt: string; orderId: string }>;

const wanted = ({ buyerIds, status, query }: OrderFilter, enough?: number): Sql => sql`
  true
  ${buyerIds ? sql`and buyer_id = any(${buyerIds}::uuid[])` : empty}
  ${status ? sql`and status = ${status}` : empty}
  ${query ? matching(literal(query), buyerIds ? undefined : enough) : empty}`;

/** Two letters have no trigram to look up, and are many a Chinese name: they find the newest orders. */
const trigram = 3;
const newestMax = 10_000;

const matching = (text: string, enough: number | undefined): Sql =>
  Array.from(text).length < trigram
    ? sql`
  and created_at >= (select min(created_at)
                       from (select created_at from orders.orders
                              order by created_at desc, order_id desc limit ${newestMax}) as newest)
  and (select search_text from orders.order_search as found where found.order_id = orders.order_id) like ${`%${text}%`}`
    : sql`
  and order_id in (select order_id from orders.order_search where search_text like ${`%${text}%`}
                     ${enough ? sql`limit ${enough}` : empty})`;

// What somebody types is text to find, not a pattern.
const literal = (query: string): string =>
  query
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, String.raw`\$&`);

export const listOrders = async (
  db: Queries,
  filter: OrderFilter,
  after: Place | undefined,
  { limit, isOldestFirst }: Readonly<{ limit: number; isOldestFirst: boolean }>,
): Promise<readonly Summary[]> => {
  const direction = isOldestFirst ? sql`asc` : sql`desc`;
  const beyond = isOldestFirst ? sql`>` : sql`<`;
  const { rows } = await db.query<Row>(sql`
    select page.*, first.name as "firstItem", first.image_url as "imageUrl",
           (select sum(quantity)::int from orders.order_items as item
             where item.order_id = page.id) as "itemCount"
      from (
        select order_id as id, order_number as "orderNumber", status, email, name, currency,
               shipping_address->>'country' as country, total, refunded_total as "refundedTotal",
               shipping_method->>'name' as "shippingMethod", created_at as "createdAt",
               updated_at as "updatedAt"
          from orders.orders
         where ${wanted(filter)}
           ${after ? sql`and (created_at, order_id) ${beyond} (${after.createdAt}::timestamptz, ${after.orderId}::uuid)` : empty}
         order by created_at ${direction}, order_id ${direction}
         limit ${limit}
      ) as page
      join orders.order_items as first on first.order_id = page.id and first.id = 1
     order by "createdAt" ${direction}, page.id ${direction}
  `);
  return rows.map(({ currency, total, refundedTotal, imageUrl, ...summary }) => ({
    ...summary,
    total: { amount: total, currency },
    refundedTotal: { amount: refundedTotal, currency },
    ...(imageUrl && { imageUrl }),
  }));
};

export type OrderCounts = Readonly<{
  totalCount: number;
  countedMax: number;
  counts: Partial<Record<OrderStatus, number>>;
}>;

/**
 * A page of the list waits for no more than this: 10,000 of each status are read from an index alone.
 * Counters kept beside would be exact, and one row that every order waits for, or one more thing to be wrong.
 */
const countedMax = 10_000;
/** Each that is found by a text costs two look-ups, not a thousandth of a page: 50 ms for 10,000. */
const foundMax = 1_000;

export const countOrders = async (
  db: Queries,
  { status, ...others }: OrderFilter,
  max = others.query ? foundMax : countedMax,
): Promise<OrderCounts> => {
  const isOfAll = !others.buyerIds && !others.query;
  const { rows } = await db.query<{ status: OrderStatus; count: number }>(
    isOfAll ? countOfEach(max) : countOfFound(others, max),
  );
  const counts = Object.fromEntries(
    rows.flatMap(({ status: each, count }) => (count > 0 ? [[each, count]] : [])),
  );
  const found = status ? (counts[status] ?? 0) : rows.reduce((sum, { count }) => sum + count, 0);
  return { totalCount: Math.min(found, max), countedMax: max, counts };
};

const countOfEach = (max: number): Sql => sql`
  select status, (select count(*)
                    from (select from orders.orders where orders.status = each.status limit ${max}) as counted) as count
    from unnest(${orderStatuses}::text[]) as each(status)
`;

const countOfFound = (filter: OrderFilter, max: number): Sql => sql`
  select status, count(*) as count
    from (select status from orders.orders where ${wanted(filter, max)} limit ${max}) as counted
   group by status
`;
