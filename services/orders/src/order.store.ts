import type {
  CancelReason,
  Order,
  OrderId,
  OrderItem,
  OrderStatus,
  UserId,
} from "@wares/contracts";
import type { Currency, TimelineEntry } from "@wares/contracts";
import { named, packed, sql, type Queries } from "@wares/platform/database";
import type { Static } from "typebox";
import { findItems, findRefunds } from "./order-parts.store.ts";
import type { OrderState, Refund, Shipment } from "./order-state.ts";

type Row = Readonly<{
  orderId: OrderId;
  buyerId: Order["buyerId"];
  userId: UserId | null;
  status: OrderStatus;
  currency: Currency;
  total: number;
  refundedTotal: number;
  shipment: Shipment | null;
  cancelReason: CancelReason | null;
  revision: number;
}>;

/**
 * Locked in id order, so that two batches queue instead of deadlocking. Items and refunds are read of
 * `wholeIds` alone: to be confirmed, an order needs neither.
 */
export const lockOrders = async (
  tx: Queries,
  orderIds: readonly OrderId[],
  wholeIds: readonly OrderId[] = orderIds,
): Promise<ReadonlyMap<OrderId, OrderState>> => {
  const lock = sql`
    select order_id as "orderId", buyer_id as "buyerId", user_id as "userId", status, currency, total,
           refunded_total as "refundedTotal", shipment, cancel_reason as "cancelReason", revision
      from orders.orders
     where order_id = any(${orderIds}::uuid[])
     order by order_id
       for update
  `;
  const [orders, items, refunds] = await Promise.all([
    tx.query<Row>(named("orders.lock_orders", lock)),
    wholeIds.length > 0 ? findItems(tx, wholeIds) : nothing,
    wholeIds.length > 0 ? findRefunds(tx, wholeIds) : nothing,
  ]);
  return new Map(
    orders.rows.map((row) => {
      const { orderId } = row;
      return [orderId, stateOf(row, items.get(orderId) ?? [], refunds.get(orderId) ?? [])];
    }),
  );
};

const nothing: ReadonlyMap<OrderId, never[]> = new Map();

const stateOf = (row: Row, items: readonly OrderItem[], refunds: readonly Refund[]): OrderState => {
  const { userId, shipment, cancelReason, currency, total, ...same } = row;
  return {
    ...same,
    total: { amount: total, currency },
    items,
    refunds,
    ...(userId && { userId }),
    ...(shipment && { shipment }),
    ...(cancelReason && { cancelReason }),
  };
};

export const saveOrders = async (
  tx: Queries,
  orders: readonly OrderState[],
  methods: ReadonlyMap<OrderId, string>,
): Promise<void> => {
  if (orders.length === 0) return;
  const all = <Value>(valueOf: (order: OrderState) => Value) => orders.map(valueOf);
  const update = sql`
    update orders.orders
       set status = change.status, refunded_total = change.refunded_total,
           shipment = nullif(change.shipment, 'null')::jsonb, cancel_reason = change.cancel_reason,
           payment_method = coalesce(orders.payment_method, change.method),
           revision = orders.revision + 1, updated_at = date_trunc('milliseconds', now())
      from unnest(${all(({ orderId }) => orderId)}::uuid[],
                  ${all(({ status }) => status)}::text[],
                  ${all(({ refundedTotal }) => refundedTotal)}::bigint[],
                  ${packed(all(({ shipment }) => shipment ?? null))},
                  ${all(({ cancelReason }) => cancelReason)}::text[],
                  ${all(({ orderId }) => methods.get(orderId))}::text[])
        as change(order_id, status, refunded_total, shipment, cancel_reason, method)
     where orders.order_id = change.order_id
  `;
  const refunds = orders.flatMap(({ orderId, refunds: own }) =>
    own.map((refund) => ({ ...refund, orderId })),
  );
  const keepRefunds = sql`
    insert into orders.refunds (refund_id, order_id, amount, reason, status, restock)
    select id, "orderId", amount, reason, status, restock
      from jsonb_to_recordset(${JSON.stringify(refunds)}::jsonb)
        as refund(id uuid, "orderId" uuid, amount bigint, reason text, status text, restock jsonb)
        on conflict (refund_id) do update set status = excluded.status
     where refunds.order_id = excluded.order_id and refunds.status <> excluded.status
  `;
  await Promise.all([
    tx.query(named("orders.save_orders", update)),
    ...(refunds.length > 0 ? [tx.query(named("orders.save_refunds", keepRefunds))] : []),
  ]);
};

export type NewEntry = Omit<Static<typeof TimelineEntry>, "at"> & Readonly<{ orderId: OrderId }>;

/** Of orders that are known to be there. */
export const addToTimeline = async (tx: Queries, entries: readonly NewEntry[]): Promise<void> => {
  if (entries.length === 0) return;
  const insert = sql`
    insert into orders.timeline (order_id, kind, by, by_user_id, text, is_internal)
    select * from unnest(${entries.map(({ orderId }) => orderId)}::uuid[],
                         ${entries.map(({ kind }) => kind)}::text[],
                         ${entries.map(({ by }) => by)}::text[],
                         ${entries.map(({ byUserId }) => byUserId)}::uuid[],
                         ${entries.map(({ text }) => text)}::text[],
                         ${entries.map(({ isInternal }) => isInternal)}::bool[])
  `;
  await tx.query(named("orders.add_to_timeline", insert));
};

/** Those of them that there are. */
export const knownOrders = async (
  tx: Queries,
  orderIds: readonly OrderId[],
): Promise<ReadonlySet<OrderId>> => {
  const { rows } = await tx.query<{ order_id: OrderId }>(sql`
    select order_id from orders.orders where order_id = any(${orderIds}::uuid[])
  `);
  return new Set(rows.map(({ order_id }) => order_id));
};

/** Amounts and what was bought stay for the books; who it was does not. The country stays for tax. */
export const forgetPeople = async (tx: Queries, userIds: readonly UserId[]): Promise<void> => {
  const nobody = {
    firstName: "Erased",
    lastName: "Customer",
    addressLine1: "-",
    city: "-",
    state: "",
    postalCode: "",
    phone: "",
  };
  await tx.query(sql`
    with forgotten as (
      update orders.orders
         set email = 'erased@example.invalid', name = 'Erased Customer', notes = null,
             billing_address = (${JSON.stringify(nobody)}::jsonb
               || jsonb_build_object('country', billing_address->'country'))::json,
             shipping_address = (${JSON.stringify(nobody)}::jsonb
               || jsonb_build_object('country', shipping_address->'country'))::json
       where user_id = any(${userIds}::uuid[])
      returning created_at, order_id, order_number
    ), unfindable as (
      update orders.order_search set search_text = lower(order_number)
        from forgotten
       where order_search.created_at = forgotten.created_at
         and order_search.order_id = forgotten.order_id
    )
    update orders.timeline set text = null
     where by = 'Shopper' and order_id in (select order_id from forgotten)
  `);
};
