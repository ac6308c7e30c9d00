import { OrderCreated, parse, type OrderId } from "@wares/contracts";
import type { Keys } from "@wares/platform";
import { sql, type Queries } from "@wares/platform/database";
import type { OrderData } from "./order-letters.ts";
import { addressIndex } from "./recipient.store.ts";

export const orderStore = (keys: Keys) => ({
  add: async (tx: Queries, orders: readonly OrderData[]): Promise<void> => {
    const rows = orders.map((order) => ({
      order_id: order.orderId,
      user_id: order.userId,
      email_index: addressIndex(keys, order.contact.email),
      order_sealed: keys.seal("notifications.order", order.orderId, JSON.stringify(order)),
    }));
    await tx.query(sql`
      insert into notifications.orders (order_id, user_id, email_index, order_sealed)
      select order_id, user_id, email_index, order_sealed
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as one(order_id uuid, user_id uuid, email_index text, order_sealed text)
          on conflict (order_id) do nothing
    `);
  },

  find: async (
    tx: Queries,
    orderIds: readonly OrderId[],
  ): Promise<ReadonlyMap<string, OrderData>> => {
    const { rows } = await tx.query<{ order_id: string; order_sealed: string }>(sql`
      select order_id, order_sealed
        from notifications.orders
       where order_id = any(${[...new Set(orderIds)]}::uuid[])
    `);
    return new Map(
      rows.map(({ order_id, order_sealed }) => {
        const opened = keys.open("notifications.order", order_id, order_sealed);
        return [order_id, parse(OrderCreated.data, JSON.parse(opened ?? "null"))];
      }),
    );
  },
});
export type OrderStore = ReturnType<typeof orderStore>;
