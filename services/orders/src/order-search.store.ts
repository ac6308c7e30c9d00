import type { OrderCreated, OrderId } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";

/** What staff find an order by. */
export type Findable = Pick<
  ReturnType<typeof OrderCreated>["data"],
  "orderId" | "orderNumber" | "contact" | "shippingAddress"
>;

/**
 * Written after the order, by whoever hears of it: its index gathers what is new and puts it in place
 * in one go, and the shopper whose order came last would wait for that.
 */
export const keepFindable = async (tx: Queries, orders: readonly Findable[]): Promise<void> => {
  if (orders.length === 0) return;
  await tx.query(
    named(
      "orders.keep_findable",
      sql`
      insert into orders.order_search (created_at, order_id, search_text)
      select created_at, order_id, search_text
        from unnest(${orders.map(({ orderId }) => orderId)}::uuid[],
                    ${orders.map(searchText)}::text[]) as found(order_id, search_text)
        join orders.orders using (order_id)
          on conflict do nothing
    `,
    ),
  );
};

const searchText = ({ orderNumber, contact, shippingAddress }: Findable): string =>
  `${orderNumber} ${contact.email} ${shippingAddress.firstName} ${shippingAddress.lastName}`.toLowerCase();

/** Which orders a text finds: these, or more of that text than are put in order. */
export type Hits = Readonly<{ orderIds: readonly OrderId[]; more?: string }>;

/** So many are put in order. Where there are more, orders are walked by their time, and a page is soon full. */
const sortedMax = 2_000;
/** Two letters have no trigram to look up, and are many a Chinese name: they find the newest orders. */
const trigram = 3;
const newestMax = 10_000;

export const findHits = async (db: Queries, query: string): Promise<Hits> => {
  const text = query.trim().toLowerCase();
  const known = wholeNumber.test(text) && (await findByNumber(db, text.toUpperCase()));
  if (known) return { orderIds: [known] };
  const isShort = Array.from(text).length < trigram;
  const like = sql`search_text like ${`%${literal(text)}%`}`;
  const { rows } = await db.query<{ orderId: OrderId }>(
    isShort
      ? sql`
        select order_id as "orderId"
          from (select * from orders.order_search
                 order by created_at desc, order_id desc limit ${newestMax}) as newest
         where ${like} limit ${sortedMax}`
      : sql`
        select order_id as "orderId" from orders.order_search where ${like} limit ${sortedMax + 1}`,
  );
  const orderIds = rows.map(({ orderId }) => orderId);
  return orderIds.length > sortedMax ? { orderIds, more: text } : { orderIds };
};

// As `order-number.ts` makes them. Its trigrams are shared by many: among a million orders 12 ms, by its key one.
const wholeNumber = /^w-[0-9a-z]{4}-[0-9a-z]{4}$/;

const findByNumber = async (db: Queries, orderNumber: string): Promise<OrderId | undefined> => {
  const { rows } = await db.query<{ orderId: OrderId }>(sql`
    select order_id as "orderId" from orders.orders where order_number = ${orderNumber}
  `);
  return rows[0]?.orderId;
};

// What somebody types is text to find, not a pattern.
const literal = (text: string): string => text.replace(/[\\%_]/g, String.raw`\$&`);
