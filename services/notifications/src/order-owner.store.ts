import type { Language, OrderId, UserId } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";

/** Whom an order is about. */
export type OrderOwner = Readonly<{
  orderId: OrderId;
  userId?: UserId | undefined;
  toIndex: string;
  language: Language;
}>;
type Row = Readonly<{
  order_id: OrderId;
  user_id: UserId | null;
  to_index: string;
  language: Language;
}>;

/** Every order has a first mail, which tells; where that was erased with somebody else, it is kept aside. */
export const findOwners = async (
  tx: Queries,
  orderIds: readonly OrderId[],
): Promise<ReadonlyMap<OrderId, OrderOwner>> => {
  const wanted = [...new Set(orderIds)];
  const find = sql`
    select order_id, user_id, to_index, language
      from notifications.mails
     where order_id = any(${wanted}::uuid[]) and template = 'order-confirmation'
     union all
    select order_id, user_id, to_index, language
      from notifications.order_owners
     where order_id = any(${wanted}::uuid[])
  `;
  const { rows } = await tx.query<Row>(named("notifications.find_owners", find));
  return new Map(
    rows.map(({ order_id: orderId, user_id: userId, to_index: toIndex, language }) => [
      orderId,
      { orderId, toIndex, language, ...(userId && { userId }) },
    ]),
  );
};
