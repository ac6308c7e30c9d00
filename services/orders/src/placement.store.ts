import type { Order, OrderId, OrderItem, UserId } from "@wares/contracts";
import type { StoredOrder } from "./order-view.store.ts";
import { empty, named, packed, sql, unlessTaken, type Queries } from "@wares/platform/database";

export type Placed = Readonly<{
  orderId: OrderId;
  buyerId: Order["buyerId"];
  requestHash: string | null;
}>;

export const findPlaced = async (
  db: Queries,
  orderIds: readonly OrderId[],
): Promise<ReadonlyMap<OrderId, Placed>> => {
  const { rows } = await db.query<Placed>(
    named(
      "orders.find_placed",
      sql`
      select order_id as "orderId", buyer_id as "buyerId", request_hash as "requestHash"
        from orders.orders
       where order_id = any(${orderIds}::uuid[])
    `,
    ),
  );
  return new Map(rows.map((row) => [row.orderId, row]));
};

/** What an order is written with. */
export type NewOrder = Pick<
  Order,
  | "orderNumber"
  | "buyerId"
  | "contact"
  | "subtotal"
  | "discount"
  | "shipping"
  | "tax"
  | "total"
  | "billingAddress"
  | "shippingAddress"
  | "shippingMethod"
> &
  Readonly<{
    orderId: OrderId;
    userId?: UserId;
    requestHash?: string;
    items: readonly OrderItem[];
    couponCode?: string;
    paymentMethod?: string;
    notes?: string;
    status: Order["status"];
    refundedTotal?: number;
    payMinutes: number;
    /** Of imported history; now, otherwise. */
    createdAt?: string;
    updatedAt?: string;
  }>;

/** What the database put on an order that it wrote. */
export type Stamp = Readonly<{ createdAt: string; updatedAt: string; payBefore: string }>;

/**
 * Without their items. Answers those that are new. Where none stands already in all likelihood, it is
 * cheaper to say so: one that does is a lost race then.
 */
export const insertOrders = async (
  tx: Queries,
  orders: readonly NewOrder[],
  { areNew = false } = {},
): Promise<ReadonlyMap<OrderId, Stamp>> => {
  // In order of their ids, so that two batches with an order in common queue instead of deadlocking.
  const sorted = orders.toSorted((one, other) => (one.orderId < other.orderId ? -1 : 1));
  const all = <Value>(valueOf: (order: NewOrder) => Value) => sorted.map(valueOf);
  const insert = sql`
    insert into orders.orders
           (order_id, order_number, buyer_id, user_id, request_hash, email, language, name, status,
            currency, subtotal, discount, shipping, tax, total, refunded_total, coupon_code,
            billing_address, shipping_address, shipping_method, payment_method, notes,
            pay_before, created_at, updated_at)
    select order_id, order_number, buyer_id, user_id, request_hash, email, language, name, status,
           currency, subtotal, discount, shipping, tax, total, refunded_total, coupon_code,
           billing_address::json, shipping_address::json, shipping_method::json, payment_method, notes,
           now() + pay_minutes * interval '1 minute',
           coalesce(created_at, date_trunc('milliseconds', now())),
           coalesce(updated_at, date_trunc('milliseconds', now()))
      from unnest(${all(({ orderId }) => orderId)}::uuid[],
                  ${all(({ orderNumber }) => orderNumber)}::text[],
                  ${all(({ buyerId }) => buyerId)}::uuid[],
                  ${all(({ userId }) => userId)}::uuid[],
                  ${all(({ requestHash }) => requestHash)}::text[],
                  ${all(({ contact }) => contact.email)}::text[],
                  ${all(({ contact }) => contact.language)}::text[],
                  ${all(nameOf)}::text[],
                  ${all(({ status }) => status)}::text[],
                  ${all(({ total }) => total.currency)}::text[],
                  ${all(({ subtotal }) => subtotal.amount)}::bigint[],
                  ${all(({ discount }) => discount.amount)}::bigint[],
                  ${all(({ shipping }) => shipping.amount)}::bigint[],
                  ${all(({ tax }) => tax.amount)}::bigint[],
                  ${all(({ total }) => total.amount)}::bigint[],
                  ${all(({ refundedTotal = 0 }) => refundedTotal)}::bigint[],
                  ${all(({ couponCode }) => couponCode)}::text[],
                  ${packed(all(({ billingAddress }) => billingAddress))},
                  ${packed(all(({ shippingAddress }) => shippingAddress))},
                  ${packed(all(({ shippingMethod }) => shippingMethod))},
                  ${all(({ paymentMethod }) => paymentMethod)}::text[],
                  ${all(({ notes }) => notes)}::text[],
                  ${all(({ payMinutes }) => payMinutes)}::int[],
                  ${all(({ createdAt }) => createdAt)}::timestamptz[],
                  ${all(({ updatedAt }) => updatedAt)}::timestamptz[])
        as new(order_id, order_number, buyer_id, user_id, request_hash, email, language, name, status,
               currency, subtotal, discount, shipping, tax, total, refunded_total, coupon_code,
               billing_address, shipping_address, shipping_method, payment_method, notes,
               pay_minutes, created_at, updated_at)
    ${areNew ? empty : sql`on conflict do nothing`}
    returning order_id as "orderId", created_at as "createdAt", updated_at as "updatedAt",
              pay_before as "payBefore"
  `;
  const name = areNew ? "orders.insert_new_orders" : "orders.insert_orders";
  const { rows } = await unlessTaken(
    tx.query<Stamp & { orderId: OrderId }>(named(name, insert)),
    "an order stands already, or its number is taken",
  );
  return new Map(rows.map(({ orderId, ...stamp }) => [orderId, stamp]));
};

/** An order as reading it back would find it: what placed it knows all of it already. */
export const storedOf = (written: NewOrder, stamp: Stamp): StoredOrder => {
  const { orderId, requestHash: _, payMinutes: __, refundedTotal = 0, ...order } = written;
  const { createdAt, updatedAt, payBefore } = stamp;
  return {
    order: {
      ...order,
      id: orderId,
      items: [...order.items],
      refundedTotal: { amount: refundedTotal, currency: order.total.currency },
      createdAt,
      updatedAt,
      payBefore,
      revision: 1,
    },
    timeline: [{ at: createdAt, kind: "Created", by: "Shopper", isInternal: false }],
    refunds: [],
    isInTime: true,
  };
};

const nameOf = ({ shippingAddress: { firstName, lastName } }: NewOrder) =>
  `${firstName} ${lastName}`;

export const insertItems = async (
  tx: Queries,
  orders: readonly Pick<NewOrder, "orderId" | "items">[],
): Promise<void> => {
  if (orders.length === 0) return;
  const items = orders.flatMap(({ orderId, items: own }) =>
    own.map((item) => ({ ...item, orderId })),
  );
  const all = <Value>(valueOf: (item: OrderItem & { orderId: OrderId }) => Value) =>
    items.map(valueOf);
  const insert = sql`
    insert into orders.order_items
           (order_id, id, product_id, variant_id, sku, name, quantity, unit_price, total_price,
            attributes, image_url, flash_sale_id)
    select order_id, id, product_id, variant_id, sku, name, quantity, unit_price, total_price,
           attributes::json, image_url, flash_sale_id
      from unnest(${all(({ orderId }) => orderId)}::uuid[],
                  ${all(({ id }) => id)}::int[],
                  ${all(({ productId }) => productId)}::uuid[],
                  ${all(({ variantId }) => variantId)}::uuid[],
                  ${all(({ sku }) => sku)}::text[],
                  ${all(({ name }) => name)}::text[],
                  ${all(({ quantity }) => quantity)}::int[],
                  ${all(({ unitPrice }) => unitPrice.amount)}::bigint[],
                  ${all(({ totalPrice }) => totalPrice.amount)}::bigint[],
                  ${packed(all(({ attributes }) => attributes))},
                  ${all(({ imageUrl }) => imageUrl)}::text[],
                  ${all(({ flashSaleId }) => flashSaleId)}::uuid[])
        as item(order_id, id, product_id, variant_id, sku, name, quantity, unit_price, total_price,
                attributes, image_url, flash_sale_id)
  `;
  await tx.query(named("orders.insert_items", insert));
};
