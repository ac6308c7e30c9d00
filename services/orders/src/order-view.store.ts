import type { Currency, Order, OrderId, OrderItem, TimelineEntry } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";
import type { Static } from "typebox";
import { findItems, findRefunds, findTimelines, type DatedRefund } from "./order-parts.store.ts";

type Optional =
  | "userId"
  | "couponCode"
  | "paymentMethod"
  | "notes"
  | "shipment"
  | "cancelReason"
  | "payBefore";
type Amount = "subtotal" | "discount" | "shipping" | "tax" | "total" | "refundedTotal";
type Row = Readonly<
  Pick<
    Order,
    | "id"
    | "orderNumber"
    | "buyerId"
    | "status"
    | "billingAddress"
    | "shippingAddress"
    | "shippingMethod"
    | "createdAt"
    | "updatedAt"
    | "revision"
  > &
    Record<Amount, number> & { [Name in Optional]: NonNullable<Order[Name]> | null } & {
      email: string;
      language: Order["contact"]["language"];
      currency: Currency;
      isInTime: boolean;
    }
>;

/** An order as it is stored: what depends on the reader is added by the query. */
export type StoredOrder = Readonly<{
  order: Omit<Order, "can" | "timeline" | "refunds">;
  timeline: readonly Static<typeof TimelineEntry>[];
  refunds: readonly DatedRefund[];
  isInTime: boolean;
}>;

export const findStored = async (
  db: Queries,
  orderIds: readonly OrderId[],
): Promise<ReadonlyMap<OrderId, StoredOrder>> => {
  const find = sql`
    select order_id as id, order_number as "orderNumber", buyer_id as "buyerId", user_id as "userId",
           email, language, status, currency, subtotal, discount, shipping, tax, total,
           refunded_total as "refundedTotal", coupon_code as "couponCode",
           billing_address as "billingAddress", shipping_address as "shippingAddress",
           shipping_method as "shippingMethod", payment_method as "paymentMethod", notes, shipment,
           cancel_reason as "cancelReason", created_at as "createdAt", updated_at as "updatedAt",
           revision, pay_before > now() as "isInTime",
           case when status in ('Pending', 'PaymentFailed') then pay_before end as "payBefore"
      from orders.orders
     where order_id = any(${orderIds}::uuid[])
  `;
  const [orders, items, timelines, refunds] = await Promise.all([
    db.query<Row>(named("orders.find_orders", find)),
    findItems(db, orderIds),
    findTimelines(db, orderIds),
    findRefunds(db, orderIds),
  ]);
  return new Map(
    orders.rows.map((row): [OrderId, StoredOrder] => [
      row.id,
      {
        order: orderOf(row, items.get(row.id) ?? []),
        timeline: timelines.get(row.id) ?? [],
        refunds: refunds.get(row.id) ?? [],
        isInTime: row.isInTime,
      },
    ]),
  );
};

const orderOf = (row: Row, items: readonly OrderItem[]): StoredOrder["order"] => {
  const { email, language, currency, isInTime: _, ...rest } = row;
  const { subtotal, discount, shipping, tax, total, refundedTotal, ...same } = rest;
  const { userId, couponCode, paymentMethod, notes, shipment, cancelReason, payBefore, ...kept } =
    same;
  const inCurrency = (amount: number) => ({ amount, currency });
  return {
    ...kept,
    contact: { email, language },
    items: [...items],
    subtotal: inCurrency(subtotal),
    discount: inCurrency(discount),
    shipping: inCurrency(shipping),
    tax: inCurrency(tax),
    total: inCurrency(total),
    refundedTotal: inCurrency(refundedTotal),
    ...(userId && { userId }),
    ...(couponCode && { couponCode }),
    ...(paymentMethod && { paymentMethod }),
    ...(notes && { notes }),
    ...(shipment && { shipment }),
    ...(cancelReason && { cancelReason }),
    ...(payBefore && { payBefore }),
  };
};
