import type { OrderId, PaymentId, UserId } from "@wares/contracts";
import { named, sql, type Queries, raw } from "@wares/platform/database";
import type { StoredPayment } from "./payment.ts";

const columns = raw(`
  payment_id as "paymentId", order_id as "orderId", buyer_id as "buyerId", amount, currency, language,
  method, token, keep_for as "keepFor", state, charge_id as "chargeId", card_brand as "cardBrand", card_last4 as "cardLast4",
  action_url as "actionUrl", failure, captured_amount as "capturedAmount",
  refunded_amount as "refundedAmount", is_disputed as "isDisputed", tries`);

export type PaymentRow = StoredPayment & Readonly<{ createdAt: string; updatedAt: string }>;

/** How long a step belongs to whoever began it. */
export const leaseMs = 30_000;

/**
 * New attempts, leased to whoever makes them: its gateway call is the next thing that happens. What
 * clashes with a payment or another live attempt is left out.
 */
export const insertPayments = async (tx: Queries, payments: readonly StoredPayment[]) => {
  const all = <Value>(valueOf: (payment: StoredPayment) => Value) => payments.map(valueOf);
  const { rows } = await tx.query<{ paymentId: PaymentId }>(
    named(
      "payments.insert",
      sql`
        insert into payments.payments
               (payment_id, order_id, buyer_id, amount, currency, language, method, token,
                keep_for, state, step_at, tries)
        select payment_id, order_id, buyer_id, amount, currency, language, method, token,
               keep_for, 'authorising', now() + ${leaseMs} * interval '1 millisecond', tries
          from unnest(${all(({ paymentId }) => paymentId)}::uuid[],
                      ${all(({ orderId }) => orderId)}::uuid[],
                      ${all(({ buyerId }) => buyerId)}::uuid[],
                      ${all(({ amount }) => amount)}::bigint[],
                      ${all(({ currency }) => currency)}::text[],
                      ${all(({ language }) => language)}::text[],
                      ${all(({ method }) => method)}::text[],
                      ${all(({ token }) => token)}::text[],
                      ${all(({ keepFor }) => keepFor)}::uuid[],
                      ${all(({ tries }) => tries)}::int[])
            as one(payment_id, order_id, buyer_id, amount, currency, language, method, token,
                   keep_for, tries)
         where not exists (select from payments.cancelled_orders as cancelled
                            where cancelled.order_id = one.order_id)
            on conflict do nothing
        returning payment_id as "paymentId"
      `,
    ),
  );
  return new Set(rows.map(({ paymentId }) => paymentId));
};

/** For many askers at once. */
export const readPayments = async (
  db: Queries,
  paymentIds: readonly PaymentId[],
): Promise<ReadonlyMap<PaymentId, PaymentRow>> => {
  const { rows } = await db.query<PaymentRow>(
    named(
      "payments.read",
      sql`
        select ${columns}, created_at as "createdAt", updated_at as "updatedAt"
          from payments.payments
         where payment_id = any(${paymentIds}::uuid[])
      `,
    ),
  );
  return new Map(rows.map((row) => [row.paymentId, row]));
};

export const findPayments = async (
  db: Queries,
  by: Readonly<{ paymentIds?: readonly PaymentId[]; orderIds?: readonly OrderId[] }>,
): Promise<PaymentRow[]> => {
  const { rows } = await db.query<PaymentRow>(
    named(
      "payments.find",
      sql`
        select ${columns}, created_at as "createdAt", updated_at as "updatedAt"
          from payments.payments
         where payment_id = any(${by.paymentIds ?? []}::uuid[])
            or order_id = any(${by.orderIds ?? []}::uuid[])
         order by created_at, payment_id
         limit 1000
      `,
    ),
  );
  return rows;
};

export type LockedPayment = StoredPayment & Readonly<{ hasStep: boolean }>;

/** Locked in order of their ids, so that two batches queue instead of deadlocking. */
export const lockPayments = async (
  tx: Queries,
  by: Readonly<{ paymentIds?: readonly PaymentId[]; orderIds?: readonly OrderId[] }>,
): Promise<LockedPayment[]> => {
  const { rows } = await tx.query<LockedPayment>(
    named(
      "payments.lock",
      sql`
        select ${columns}, step_at is not null as "hasStep"
          from payments.payments
         where payment_id = any(${by.paymentIds ?? []}::uuid[])
            or order_id = any(${by.orderIds ?? []}::uuid[])
         order by payment_id
           for update
      `,
    ),
  );
  return rows;
};

/** `stepAfterMs` null: there is nothing to do next. */
export type Saved = StoredPayment & Readonly<{ stepAfterMs: number | null }>;
export const savePayments = async (tx: Queries, payments: readonly Saved[]): Promise<void> => {
  if (payments.length === 0) return;
  const all = <Value>(valueOf: (payment: Saved) => Value) => payments.map(valueOf);
  const save = sql`
    update payments.payments
       set token = one.token, keep_for = one.keep_for, state = one.state, charge_id = one.charge_id,
           card_brand = one.card_brand, card_last4 = one.card_last4, action_url = one.action_url,
           failure = one.failure, captured_amount = one.captured, refunded_amount = one.refunded,
           is_disputed = one.is_disputed, tries = one.tries, updated_at = now(),
           step_at = now() + one.step_after_ms * interval '1 millisecond'
      from unnest(${all(({ paymentId }) => paymentId)}::uuid[],
                  ${all(({ token }) => token)}::text[],
                  ${all(({ keepFor }) => keepFor)}::uuid[],
                  ${all(({ state }) => state)}::text[],
                  ${all(({ chargeId }) => chargeId)}::text[],
                  ${all(({ cardBrand }) => cardBrand)}::text[],
                  ${all(({ cardLast4 }) => cardLast4)}::text[],
                  ${all(({ actionUrl }) => actionUrl)}::text[],
                  ${all(({ failure }) => failure)}::text[],
                  ${all(({ capturedAmount }) => capturedAmount)}::bigint[],
                  ${all(({ refundedAmount }) => refundedAmount)}::bigint[],
                  ${all(({ isDisputed }) => isDisputed)}::boolean[],
                  ${all(({ tries }) => tries)}::int[],
                  ${all(({ stepAfterMs }) => stepAfterMs)}::float8[])
        as one(payment_id, token, keep_for, state, charge_id, card_brand, card_last4, action_url,
               failure, captured, refunded, is_disputed, tries, step_after_ms)
     where payments.payment_id = one.payment_id
  `;
  await tx.query(named("payments.save", save));
};

/** What is due, leased for half a minute: a process that dies leaves it to the next. */
export const takeDuePayments = async (
  tx: Queries,
  paymentsMax: number,
): Promise<StoredPayment[]> => {
  const { rows } = await tx.query<StoredPayment>(
    named(
      "payments.take_due",
      sql`
        update payments.payments
           set step_at = now() + ${leaseMs} * interval '1 millisecond', tries = tries + 1
         where payment_id in (
                 select payment_id from payments.payments
                  where is_open and step_at <= now() order by step_at limit ${paymentsMax}
                    for update skip locked)
        returning ${columns}
      `,
    ),
  );
  return rows;
};

/** Whoever is gone keeps nothing any more, also of a payment that is still under way. */
export const keepForNobody = (tx: Queries, userIds: readonly UserId[]) =>
  tx.query(sql`
    update payments.payments set keep_for = null where keep_for = any(${userIds}::uuid[])
  `);

export const cancelOrders = (tx: Queries, orderIds: readonly OrderId[]) =>
  tx.query(sql`
    insert into payments.cancelled_orders
    select unnest(${orderIds}::uuid[]) on conflict do nothing
  `);

/** Of the orders that these pay for, those that are cancelled. Asked after the lock on what they pay with. */
export const cancelledAmong = async (
  tx: Queries,
  paymentIds: readonly PaymentId[],
): Promise<ReadonlySet<OrderId>> => {
  const { rows } = await tx.query<{ orderId: OrderId }>(
    named(
      "payments.cancelled_among",
      sql`
        select order_id as "orderId"
          from payments.payments join payments.cancelled_orders using (order_id)
         where payment_id = any(${paymentIds}::uuid[])
      `,
    ),
  );
  return new Set(rows.map(({ orderId }) => orderId));
};
