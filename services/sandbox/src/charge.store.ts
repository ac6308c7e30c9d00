import { named, sql, type Queries } from "@wares/platform/database";
import type { Charge, Outcome } from "./charge.ts";

/** Locked in the order of their references, so that two batches queue instead of deadlocking. */
export const lockCharges = async (tx: Queries, references: readonly string[]) => {
  const { rows } = await tx.query<Charge>(
    named(
      "sandbox.lock_charges",
      sql`
        select reference, charge_id as "chargeId", token, amount, currency, status, captured,
               refunded, refunds, return_url as "returnUrl", language
          from sandbox.charges
         where reference = any(${references}::text[])
         order by reference
           for update
      `,
    ),
  );
  return rows;
};

export const saveCharges = async (tx: Queries, charges: readonly Charge[]): Promise<void> => {
  if (charges.length === 0) return;
  await tx.query(
    named(
      "sandbox.save_charges",
      sql`
        insert into sandbox.charges
               (reference, charge_id, token, amount, currency, status, captured, refunded, refunds, return_url,
                language)
        select reference, "chargeId", token, amount, currency, status, captured, refunded, refunds, "returnUrl",
               language
          from jsonb_to_recordset(${JSON.stringify(charges)}::jsonb)
            as one(reference text, "chargeId" uuid, token text, amount bigint, currency text,
                   status text, captured bigint, refunded bigint, refunds jsonb, "returnUrl" text,
                   language text)
            on conflict (reference) do update
           set status = excluded.status, captured = excluded.captured,
               refunded = excluded.refunded, refunds = excluded.refunds, updated_at = now()
      `,
    ),
  );
};

export type Moved = Readonly<{ reference: string; currency: string }> &
  NonNullable<Outcome["moved"]>;
export const logMoney = async (tx: Queries, moves: readonly Moved[]): Promise<void> => {
  if (moves.length === 0) return;
  await tx.query(
    named(
      "sandbox.log_money",
      sql`
        insert into sandbox.money_log (reference, kind, amount, currency)
        select reference, kind, amount, currency
          from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb)
            as one(reference text, kind text, amount bigint, currency text)
      `,
    ),
  );
};

/** `dueAfterMs` null: made, and never sent; 0: whoever made it is about to send it. */
export type Webhook = Readonly<{
  webhookId: string;
  type: string;
  reference: string;
  body: string;
  dueAfterMs: number | null;
}>;

const leaseMs = 30_000;

export const queueWebhooks = async (tx: Queries, webhooks: readonly Webhook[]): Promise<void> => {
  if (webhooks.length === 0) return;
  const all = <Value>(valueOf: (webhook: Webhook) => Value) => webhooks.map(valueOf);
  await tx.query(
    named(
      "sandbox.queue_webhooks",
      sql`
        insert into sandbox.webhooks (webhook_id, type, reference, body, due_at, attempts)
        select id, type, reference, body,
               now() + case when after_ms = 0 then ${leaseMs} else after_ms end * interval '1 millisecond',
               case when after_ms = 0 then 1 else 0 end
          from unnest(${all(({ webhookId }) => webhookId)}::uuid[],
                      ${all(({ type }) => type)}::text[],
                      ${all(({ reference }) => reference)}::text[],
                      ${all(({ body }) => body)}::text[],
                      ${all(({ dueAfterMs }) => dueAfterMs)}::float8[])
            as one(id, type, reference, body, after_ms)
      `,
    ),
  );
};

/** Leased for half a minute: a sender that dies leaves them to the next. */
export const takeDueWebhooks = async (tx: Queries, webhooksMax: number) => {
  const { rows } = await tx.query<{ webhookId: string; body: string; attempts: number }>(
    named(
      "sandbox.take_due_webhooks",
      sql`
        update sandbox.webhooks
           set due_at = now() + interval '30 seconds', attempts = attempts + 1
         where webhook_id in (
                 select webhook_id from sandbox.webhooks
                  where due_at <= now() order by due_at limit ${webhooksMax}
                    for update skip locked)
        returning webhook_id as "webhookId", body, attempts
      `,
    ),
  );
  return rows;
};

/** Those that arrived are done, and go. */
export const removeWebhooks = (tx: Queries, webhookIds: readonly string[]) =>
  tx.query(
    named(
      "sandbox.remove_webhooks",
      sql`delete from sandbox.webhooks where webhook_id = any(${webhookIds}::uuid[])`,
    ),
  );

/** Those that did not arrive come again later, and are given up after eight tries. */
export const postponeWebhooks = (tx: Queries, webhookIds: readonly string[]) =>
  tx.query(sql`
    update sandbox.webhooks
       set due_at = case when attempts < 8 then now() + attempts * attempts * interval '1 second' end
     where webhook_id = any(${webhookIds}::uuid[])
  `);
