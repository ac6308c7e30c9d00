import type { BuyerId, Currency, Language, Money, OrderId, OrderStatus } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";

export type OrderToPay = Readonly<{
  total: Money;
  buyerId: BuyerId;
  status: OrderStatus;
  language: Language;
}>;
type Row = Omit<OrderToPay, "total"> &
  Readonly<{ orderId: OrderId; amount: number; currency: Currency }>;

export const findOrdersToPay = async (
  db: Queries,
  orderIds: readonly OrderId[],
): Promise<ReadonlyMap<OrderId, OrderToPay>> => {
  const find = sql`
    select order_id as "orderId", buyer_id as "buyerId", total as amount, currency, status, language
      from orders.orders
     where order_id = any(${orderIds}::uuid[])
  `;
  const { rows } = await db.query<Row>(named("orders.find_to_pay", find));
  return new Map(
    rows.map(({ orderId, amount, currency, ...order }) => [
      orderId,
      { ...order, total: { amount, currency } },
    ]),
  );
};
