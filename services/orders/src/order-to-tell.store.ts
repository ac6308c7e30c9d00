import type { Currency, OrderCreated, OrderId } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";
import { findItems } from "./order-parts.store.ts";

export type OrderToTell = OrderCreated["data"];
type Amount = "subtotal" | "discount" | "shipping" | "tax" | "total";
type Row = Readonly<
  Omit<OrderToTell, Amount | "contact" | "items" | "userId" | "couponCode"> &
    Record<Amount, number> &
    OrderToTell["contact"] & {
      currency: Currency;
      userId: OrderToTell["userId"] | null;
      couponCode: string | null;
    }
>;

/**
 * What was said of these orders when they were placed. None of it changes later, but for whose orders
 * they are: of one whose buyer was erased, the address is nobody's.
 */
export const findOrdersToTell = async (
  db: Queries,
  orderIds: readonly OrderId[],
): Promise<ReadonlyMap<OrderId, OrderToTell>> => {
  const find = sql`
    select order_id as "orderId", order_number as "orderNumber", buyer_id as "buyerId",
           user_id as "userId", email, language, currency, subtotal, discount, shipping, tax, total,
           coupon_code as "couponCode", shipping_address as "shippingAddress",
           shipping_method as "shippingMethod"
      from orders.orders
     where order_id = any(${orderIds}::uuid[])
  `;
  const [{ rows }, items] = await Promise.all([
    db.query<Row>(named("orders.find_to_tell", find)),
    findItems(db, orderIds),
  ]);
  return new Map(
    rows.map(({ email, language, currency, userId, couponCode, ...order }) => {
      const inCurrency = (amount: number) => ({ amount, currency });
      return [
        order.orderId,
        {
          ...order,
          contact: { email, language },
          items: [...(items.get(order.orderId) ?? [])],
          subtotal: inCurrency(order.subtotal),
          discount: inCurrency(order.discount),
          shipping: inCurrency(order.shipping),
          tax: inCurrency(order.tax),
          total: inCurrency(order.total),
          ...(userId && { userId }),
          ...(couponCode && { couponCode }),
        },
      ];
    }),
  );
};
