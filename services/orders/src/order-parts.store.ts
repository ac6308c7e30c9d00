import type {
  Currency,
  FlashSaleId,
  OrderId,
  OrderItem,
  ProductId,
  Sku,
  TimelineEntry,
  VariantId,
} from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";
import type { Static } from "typebox";
import type { Refund } from "./order-state.ts";

// What belongs to orders, read for many of them at once.

type ItemRow = Readonly<{
  orderId: OrderId;
  id: number;
  productId: ProductId;
  variantId: VariantId | null;
  sku: Sku;
  name: string;
  quantity: number;
  unitPrice: number;
  totalPrice: number;
  attributes: OrderItem["attributes"];
  imageUrl: string | null;
  flashSaleId: FlashSaleId | null;
  currency: Currency;
}>;

export const findItems = async (
  db: Queries,
  orderIds: readonly OrderId[],
): Promise<ReadonlyMap<OrderId, readonly OrderItem[]>> => {
  const { rows } = await db.query<ItemRow>(
    named(
      "orders.find_items",
      sql`
      select order_id as "orderId", id, product_id as "productId", variant_id as "variantId", sku,
             item.name, quantity, unit_price as "unitPrice", total_price as "totalPrice", attributes,
             image_url as "imageUrl", flash_sale_id as "flashSaleId", currency
        from orders.order_items as item
        join orders.orders using (order_id)
       where order_id = any(${orderIds}::uuid[])
       order by order_id, id
    `,
    ),
  );
  return grouped(rows, ({ currency, variantId, imageUrl, flashSaleId, ...item }) => ({
    ...item,
    unitPrice: { amount: item.unitPrice, currency },
    totalPrice: { amount: item.totalPrice, currency },
    ...(variantId && { variantId }),
    ...(imageUrl && { imageUrl }),
    ...(flashSaleId && { flashSaleId }),
  }));
};

export type DatedRefund = Refund & Readonly<{ createdAt: string }>;
export const findRefunds = async (
  db: Queries,
  orderIds: readonly OrderId[],
): Promise<ReadonlyMap<OrderId, readonly DatedRefund[]>> => {
  const { rows } = await db.query<DatedRefund & { orderId: OrderId }>(
    named(
      "orders.find_refunds",
      sql`
      select order_id as "orderId", refund_id as id, amount, reason, status, restock,
             created_at as "createdAt"
        from orders.refunds
       where order_id = any(${orderIds}::uuid[])
       order by created_at, refund_id
    `,
    ),
  );
  return grouped(rows, (refund) => refund);
};

type Entry = Static<typeof TimelineEntry>;
type EntryRow = Omit<Entry, "byUserId" | "text"> &
  Readonly<{ orderId: OrderId; byUserId: Entry["byUserId"] | null; text: string | null }>;

export const findTimelines = async (
  db: Queries,
  orderIds: readonly OrderId[],
): Promise<ReadonlyMap<OrderId, readonly Entry[]>> => {
  const { rows } = await db.query<EntryRow>(
    named(
      "orders.find_timelines",
      sql`
      select order_id as "orderId", at, kind, by, by_user_id as "byUserId", text,
             is_internal as "isInternal"
        from orders.timeline
       where order_id = any(${orderIds}::uuid[])
       order by position
    `,
    ),
  );
  return grouped(rows, ({ byUserId, text, ...entry }) => ({
    ...entry,
    ...(byUserId && { byUserId }),
    ...(text !== null && { text }),
  }));
};

const grouped = <Row extends Readonly<{ orderId: OrderId }>, Part>(
  rows: readonly Row[],
  partOf: (row: Omit<Row, "orderId">) => Part,
): ReadonlyMap<OrderId, readonly Part[]> => {
  const parts = new Map<OrderId, Part[]>();
  for (const { orderId, ...row } of rows) {
    const own = parts.get(orderId) ?? [];
    own.push(partOf(row));
    parts.set(orderId, own);
  }
  return parts;
};
