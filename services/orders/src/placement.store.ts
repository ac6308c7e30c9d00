import type { Order, OrderId, OrderItem, UserId } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";

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

/** Two statements for any number of orders. Answers the ids of those that are new. */
export const insertOrders = async (
  tx: Queries,
  orders: readonly NewOrder[],
): Promise<ReadonlySet<OrderId>> => {
  const insert = sql`
    insert into orders.orders
           (order_id, order_number, buyer_id, user_id, request_hash, email, language, name, status,
            currency, subtotal, discount, shipping, tax, total, refunded_total, coupon_code,
            billing_address, shipping_address, shipping_method, payment_method, notes, search_text,
            pay_before, created_at, updated_at)
    select "orderId", "orderNumber", "buyerId", "userId", "requestHash", email, language, name, status,
           currency, subtotal, discount, shipping, tax, total, "refundedTotal", "couponCode",
           "billingAddress", "shippingAddress", "shippingMethod", "paymentMethod", notes, "searchText",
           now() + "payMinutes" * interval '1 minute',
           coalesce("createdAt", date_trunc('milliseconds', now())),
           coalesce("updatedAt", date_trunc('milliseconds', now()))
      from jsonb_to_recordset(${JSON.stringify(orders.map(flat))}::jsonb)
        as new("orderId" uuid, "orderNumber" text, "buyerId" uuid, "userId" uuid, "requestHash" text,
               email text, language text, name text, status text, currency text, subtotal bigint,
               discount bigint, shipping bigint, tax bigint, total bigint, "refundedTotal" bigint,
               "couponCode" text, "billingAddress" jsonb, "shippingAddress" jsonb,
               "shippingMethod" jsonb, "paymentMethod" text, notes text, "searchText" text,
               "payMinutes" int, "createdAt" timestamptz, "updatedAt" timestamptz)
     order by "orderId"
        on conflict do nothing
    returning order_id as "orderId"
  `;
  const { rows } = await tx.query<{ orderId: OrderId }>(named("orders.insert_orders", insert));
  const fresh = new Set(rows.map(({ orderId }) => orderId));
  await insertItems(
    tx,
    orders.filter(({ orderId }) => fresh.has(orderId)),
  );
  return fresh;
};

const insertItems = async (tx: Queries, orders: readonly NewOrder[]): Promise<void> => {
  if (orders.length === 0) return;
  const items = orders.flatMap(({ orderId, items: own }) =>
    own.map(({ unitPrice, totalPrice, ...item }) => ({
      ...item,
      orderId,
      unitPrice: unitPrice.amount,
      totalPrice: totalPrice.amount,
    })),
  );
  const insert = sql`
    insert into orders.order_items
           (order_id, id, product_id, variant_id, sku, name, quantity, unit_price, total_price,
            attributes, image_url, flash_sale_id)
    select "orderId", id, "productId", "variantId", sku, name, quantity, "unitPrice", "totalPrice",
           attributes, "imageUrl", "flashSaleId"
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
        as item("orderId" uuid, id int, "productId" uuid, "variantId" uuid, sku text, name text,
                quantity int, "unitPrice" bigint, "totalPrice" bigint, attributes jsonb,
                "imageUrl" text, "flashSaleId" uuid)
  `;
  await tx.query(named("orders.insert_items", insert));
};

const flat = ({ contact, ...order }: NewOrder) => {
  const { firstName, lastName } = order.shippingAddress;
  const name = `${firstName} ${lastName}`;
  return {
    ...order,
    ...contact,
    items: undefined,
    name,
    searchText: `${order.orderNumber} ${contact.email} ${name}`.toLowerCase(),
    currency: order.total.currency,
    subtotal: order.subtotal.amount,
    discount: order.discount.amount,
    shipping: order.shipping.amount,
    tax: order.tax.amount,
    total: order.total.amount,
    refundedTotal: order.refundedTotal ?? 0,
  };
};
