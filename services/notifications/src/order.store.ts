import { OrderCreated, parse, type Language, type OrderId, type UserId } from "@wares/contracts";
import type { Keys } from "@wares/platform";
import { named, sql, type Queries } from "@wares/platform/database";
import type { OrderData } from "./order-letters.ts";
import { addressIndex } from "./recipient.store.ts";

/** Whom an order is about, as far as it is known without opening it. */
export type OrderOwner = Readonly<{
  orderId: OrderId;
  userId?: UserId | undefined;
  toIndex: string;
  language: Language;
}>;
type OwnerRow = {
  order_id: OrderId;
  user_id: UserId | null;
  email_index: string;
  language: Language | null;
  order_sealed: string | null;
};

export const orderStore = (keys: Keys) => {
  const opened = (orderId: string, sealed: string): OrderData => {
    const text = keys.open("notifications.order", orderId, sealed);
    return parse(OrderCreated.data, JSON.parse(text ?? "null"));
  };
  return {
    add: async (tx: Queries, orders: readonly OrderData[]): Promise<readonly OrderOwner[]> => {
      const owners = orders.map(({ orderId, userId, contact }) => ({
        orderId,
        userId,
        toIndex: addressIndex(keys, contact.email),
        language: contact.language,
      }));
      const sealed = orders.map((order) =>
        keys.seal("notifications.order", order.orderId, JSON.stringify(order)),
      );
      const insert = sql`
        insert into notifications.orders (order_id, user_id, email_index, language, order_sealed)
        select * from unnest(${owners.map(({ orderId }) => orderId)}::uuid[],
                             ${owners.map(({ userId }) => userId)}::uuid[],
                             ${owners.map(({ toIndex }) => toIndex)}::text[],
                             ${owners.map(({ language }) => language)}::text[],
                             ${sealed}::text[])
            on conflict (order_id) do nothing
      `;
      await tx.query(named("notifications.add_orders", insert));
      return owners;
    },

    owners: async (
      tx: Queries,
      orderIds: readonly OrderId[],
    ): Promise<ReadonlyMap<OrderId, OrderOwner>> => {
      const find = sql`
        select order_id, user_id, email_index, language,
               case when language is null then order_sealed end as order_sealed
          from notifications.orders
         where order_id = any(${[...new Set(orderIds)]}::uuid[])
      `;
      const { rows } = await tx.query<OwnerRow>(named("notifications.order_owners", find));
      return new Map(
        rows.map((row): [OrderId, OrderOwner] => {
          const { order_id: orderId, user_id: userId, email_index: toIndex, order_sealed } = row;
          const language = row.language ?? opened(orderId, order_sealed ?? "").contact.language;
          return [orderId, { orderId, toIndex, language, ...(userId && { userId }) }];
        }),
      );
    },

    find: async (
      tx: Queries,
      orderIds: readonly OrderId[],
    ): Promise<ReadonlyMap<OrderId, OrderData>> => {
      const { rows } = await tx.query<{ order_id: OrderId; order_sealed: string }>(sql`
        select order_id, order_sealed
          from notifications.orders
         where order_id = any(${[...new Set(orderIds)]}::uuid[])
      `);
      return new Map(
        rows.map(({ order_id, order_sealed }) => [order_id, opened(order_id, order_sealed)]),
      );
    },
  };
};
export type OrderStore = ReturnType<typeof orderStore>;
