import { orderStatuses } from "@wares/contracts";
import type { Currency, Order, OrderId, OrderStatus, OrderSummary } from "@wares/contracts";
import { empty, sql, type Queries, type Sql } from "@wares/platform/database";
import type { Static } from "typebox";
import type { Hits } from "./order-search.store.ts";

type Summary = Static<typeof OrderSummary>;
type Row = Omit<Summary, "total" | "refundedTotal" | "imageUrl"> &
  Readonly<{ total: number; refundedTotal: number; currency: Currency; imageUrl: string | null }>;
export type OrderFilter = Readonly<{
  buyerIds?: readonly Order["buyerId"][];
  status?: OrderStatus;
  /** What a text found. */
  hits?: Hits;
}>;
export type Place = Readonly<{ createdAt: string; orderId: string }>;
type Page = Readonly<{ limit: number; isOldestFirst: boolean }>;

export const listOrders = async (
  db: Queries,
  filter: OrderFilter,
  after: Place | undefined,
  { limit, isOldestFirst }: Page,
): Promise<readonly Summary[]> => {
  const direction = isOldestFirst ? sql`asc` : sql`desc`;
  const beyond = isOldestFirst ? sql`>` : sql`<`;
  const order = sql`order by created_at ${direction}, order_id ${direction}`;
  const from = after
    ? sql`(created_at, order_id) ${beyond} (${after.createdAt}::timestamptz, ${after.orderId}::uuid)`
    : sql`true`;
  const { rows } = await db.query<Row>(sql`
    select page.order_id as id, order_number as "orderNumber", status, email, page.name, currency,
           shipping_address->>'country' as country, total, refunded_total as "refundedTotal",
           shipping_method->>'name' as "shippingMethod", created_at as "createdAt",
           updated_at as "updatedAt", first.name as "firstItem", first.image_url as "imageUrl",
           (select sum(quantity)::int from orders.order_items as item
             where item.order_id = page.order_id) as "itemCount"
      from orders.orders as page
      join orders.order_items as first on first.order_id = page.order_id and first.id = 1
     where page.order_id = any(array(${idsOf(filter, from, sql`${order} limit ${limit}`)}))
     order by created_at ${direction}, page.order_id ${direction}
  `);
  return rows.map(({ currency, total, refundedTotal, imageUrl, ...summary }) => ({
    ...summary,
    total: { amount: total, currency },
    refundedTotal: { amount: refundedTotal, currency },
    ...(imageUrl && { imageUrl }),
  }));
};

/** Each in the order of one index. */
const idsOf = ({ buyerIds, status, hits }: OrderFilter, from: Sql, page: Sql): Sql => {
  const isStatus = status ? sql`and status = ${status}` : empty;
  // Fenced by its offset: they are read one by one, and then put in order.
  if (hits && hits.more === undefined)
    return sql`
      select order_id
        from (select order_id, created_at from orders.orders
               where ${those(hits.orderIds)} ${isOf(buyerIds)} ${isStatus} offset 0) as found
       where ${from} ${page}`;
  const hasText = hits?.more ? sql`and ${searched(hits.more)}` : empty;
  // Of each by itself: two at once have no index in their order.
  if (buyerIds)
    return sql`
      select order_id
        from unnest(${buyerIds}::uuid[]) as own(id)
       cross join lateral (
             select order_id, created_at from orders.orders
              where buyer_id = own.id ${isStatus} ${hasText} and ${from} ${page}) as each
       ${page}`;
  if (hits?.more && !status)
    return sql`
      select order_id from orders.order_search
       where position(${hits.more} in search_text) > 0 and ${from} ${page}`;
  return sql`select order_id from orders.orders where ${from} ${isStatus} ${hasText} ${page}`;
};

const those = (ids: readonly OrderId[]): Sql => sql`order_id = any(${ids}::uuid[])`;
const isOf = (buyerIds: OrderFilter["buyerIds"]): Sql =>
  buyerIds ? sql`and buyer_id = any(${buyerIds}::uuid[])` : empty;
/** Asked of each order in turn: by the number of those it finds the database would read them all, to have them at hand. */
const searched = (text: string): Sql => sql`
  position(${text} in (select search_text from orders.order_search as its
                        where its.created_at = orders.created_at and its.order_id = orders.order_id)) > 0`;

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
/** Each that is found by a text costs a look-up, not a thousandth of a page. */
const foundMax = 1_000;

export const countOrders = async (
  db: Queries,
  { status, ...others }: OrderFilter,
  max = others.hits ? foundMax : countedMax,
): Promise<OrderCounts> => {
  const isOfAll = !others.buyerIds && !others.hits;
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

const countOfFound = ({ buyerIds, hits }: OrderFilter, max: number): Sql => {
  // Without a buyer any of the hits will do, and as many as are counted are known already.
  const isHit =
    buyerIds && hits?.more
      ? searched(hits.more)
      : hits && those(buyerIds ? hits.orderIds : hits.orderIds.slice(0, max));
  return sql`
    select status, count(*) as count
      from (select status from orders.orders
             where ${isHit ?? sql`true`} ${isOf(buyerIds)} limit ${max}) as counted
     group by status
  `;
};
