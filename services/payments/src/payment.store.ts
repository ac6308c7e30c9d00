import type { OrderId, PaymentId, UserId } from "@wares/contracts";
import { named, sql, type Queries, raw } from "@wares/platform/database";
import type { StoredPayment } from "./payment.ts";

const columns = raw(`
  payment_id as "paymentId", order_id as "orderId", buyer_id as "buyerId", amount, currency, language,
  method, token, keep_for as "keepFor", state, charge_id as "chargeId", card_brand as "cardBrand", card_last4 as "cardLast4",
  action_url as "actionUrl", failure, captured_amount as "capturedAmount",
  refunded_amount as "refundedAmount", is_disputed as "isDisputed", tries`);

export type PaymentRow = StoredPayment & Readonly<{ createdAt: string; updatedAt: string }>;

/** New attempts, due at once. What clashes with a payment or another live attempt is left out. */
export const insertPayments = async (tx: Queries, payments: readonly StoredPayment[]) => {
  const { rows } = await tx.query<{ paymentId: PaymentId }>(
    named(
      "payments.insert",
      sql`
        insert into payments.payments
               (payment_id, order_id, buyer_id, amount, currency, language, method, token,
                keep_for, state, step_at)
        select "paymentId", "orderId", "buyerId", amount, currency, language, method, token,
               "keepFor", 'authorising', now()
          from jsonb_to_recordset(${JSON.stringify(payments)}::jsonb)
            as one("paymentId" uuid, "orderId" uuid, "buyerId" uuid, amount bigint, currency text,
                   language text, method text, token text, "keepFor" uuid)
         where not exists (select from payments.cancelled_orders where order_id = one."orderId")
            on conflict do nothing
        returning payment_id as "paymentId"
      `,
    ),
  );
  return new Set(rows.map(({ paymentId }) => paymentId));
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

/** Locked in order of their ids, so that two batches queue instead of deadlocking. */
export const lockPayments = async (
  tx: Queries,
  by: Readonly<{ paymentIds?: readonly PaymentId[]; orderIds?: readonly OrderId[] }>,
): Promise<StoredPayment[]> => {
  const { rows } = await tx.query<StoredPayment>(
    named(
      "payments.lock",
      sql`
        select ${columns}
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
  await tx.query(
    named(
      "payments.save",
      sql`
        update payments.payments
           set token = one.token, keep_for = one."keepFor", state = one.state, charge_id = one."chargeId",
               card_brand = one."cardBrand", card_last4 = one."cardLast4",
               action_url = one."actionUrl", failure = one.failure,
               captured_amount = one."capturedAmount", refunded_amount = one."refundedAmount",
               is_disputed = one."isDisputed", tries = one.tries, updated_at = now(),
               step_at = now() + one."stepAfterMs" * interval '1 millisecond'
          from jsonb_to_recordset(${JSON.stringify(payments)}::jsonb)
            as one("paymentId" uuid, token text, "keepFor" uuid, state text, "chargeId" text, "cardBrand" text,
                   "cardLast4" text, "actionUrl" text, failure text, "capturedAmount" bigint,
                   "refundedAmount" bigint, "isDisputed" boolean, tries int, "stepAfterMs" float8)
         where payments.payment_id = one."paymentId"
      `,
    ),
  );
};

const leaseSeconds = 30;

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
           set step_at = now() + ${leaseSeconds} * interval '1 second', tries = tries + 1
         where payment_id in (
                 select payment_id from payments.payments
                  where step_at <= now() order by step_at limit ${paymentsMax}
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

export const cancelledOf = async (
  tx: Queries,
  orderIds: readonly OrderId[],
): Promise<ReadonlySet<OrderId>> => {
  const { rows } = await tx.query<{ orderId: OrderId }>(sql`
    select order_id as "orderId" from payments.cancelled_orders
     where order_id = any(${orderIds}::uuid[])
  `);
  return new Set(rows.map(({ orderId }) => orderId));
};
