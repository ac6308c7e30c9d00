import type { PaymentId, RefundId } from "@wares/contracts";
import { named, raw, sql, type Queries } from "@wares/platform/database";
import type { StoredRefund } from "./refund.ts";

const columns = raw(`
  refund_id as "refundId", payment_id as "paymentId", order_id as "orderId", amount, state, tries`);

export const findRefunds = async (
  tx: Queries,
  by: Readonly<{ paymentIds?: readonly PaymentId[]; refundIds?: readonly RefundId[] }>,
): Promise<StoredRefund[]> => {
  const { rows } = await tx.query<StoredRefund>(
    named(
      "payments.find_refunds",
      sql`
        select ${columns}
          from payments.refunds
         where payment_id = any(${by.paymentIds ?? []}::uuid[])
            or refund_id = any(${by.refundIds ?? []}::uuid[])
         order by refund_id
         limit 10000
      `,
    ),
  );
  return rows;
};

/** New refunds, due at once. One that is there already stays as it is. */
export const insertRefunds = async (tx: Queries, refunds: readonly StoredRefund[]) => {
  if (refunds.length === 0) return;
  await tx.query(
    named(
      "payments.insert_refunds",
      sql`
        insert into payments.refunds (refund_id, payment_id, order_id, amount, state, step_at)
        select "refundId", "paymentId", "orderId", amount, state,
               case when state = 'pending' then now() end
          from jsonb_to_recordset(${JSON.stringify(refunds)}::jsonb)
            as one("refundId" uuid, "paymentId" uuid, "orderId" uuid, amount bigint, state text)
            on conflict do nothing
      `,
    ),
  );
};

const leaseSeconds = 30;

export const takeDueRefunds = async (tx: Queries, refundsMax: number): Promise<StoredRefund[]> => {
  const { rows } = await tx.query<StoredRefund>(
    named(
      "payments.take_due_refunds",
      sql`
        update payments.refunds
           set step_at = now() + ${leaseSeconds} * interval '1 second', tries = tries + 1
         where refund_id in (
                 select refund_id from payments.refunds
                  where step_at <= now() order by step_at limit ${refundsMax}
                    for update skip locked)
        returning ${columns}
      `,
    ),
  );
  return rows;
};

/** Ends pending refunds; answers those that were pending until now. */
export const endRefunds = async (
  tx: Queries,
  refundIds: readonly RefundId[],
  state: "succeeded" | "failed",
): Promise<StoredRefund[]> => {
  if (refundIds.length === 0) return [];
  const { rows } = await tx.query<StoredRefund>(
    named(
      "payments.end_refunds",
      sql`
        update payments.refunds
           set state = ${state}, step_at = null
         where refund_id = any(${refundIds}::uuid[]) and state = 'pending'
        returning ${columns}
      `,
    ),
  );
  return rows;
};

export const postponeRefunds = async (
  tx: Queries,
  refunds: readonly Readonly<{ refundId: RefundId; stepAfterMs: number }>[],
): Promise<void> => {
  if (refunds.length === 0) return;
  await tx.query(sql`
    update payments.refunds
       set step_at = now() + one."stepAfterMs" * interval '1 millisecond'
      from jsonb_to_recordset(${JSON.stringify(refunds)}::jsonb)
        as one("refundId" uuid, "stepAfterMs" float8)
     where refunds.refund_id = one."refundId" and state = 'pending'
  `);
};
