import sql from "sql-template-tag";
import type { Queries } from "./database.ts";

export type Remembered = Readonly<{
  fingerprint: string;
  status: number | null;
  body: string | null;
}>;

/** A claim older than this belongs to a process that died: the request may be tried again. */
const claimSeconds = 30;

/** Claims the key, or tells what is known of it. Undefined: it is ours now. */
export const claimKey = async (
  tx: Queries,
  { principal, key, fingerprint }: { principal: string; key: string; fingerprint: string },
): Promise<Remembered | undefined> => {
  const { rowCount } = await tx.query(sql`
    insert into platform.idempotency_keys as known (principal, key, fingerprint)
    values (${principal}, ${key}, ${fingerprint})
        on conflict (principal, key) do update
       set created_at = now()
     where known.status is null
       and known.fingerprint = excluded.fingerprint
       and known.created_at < now() - ${claimSeconds} * interval '1 second'
  `);
  if (rowCount === 1) return undefined;
  const { rows } = await tx.query<Remembered>(sql`
    select fingerprint, status, body
      from platform.idempotency_keys
     where principal = ${principal} and key = ${key}
  `);
  return rows[0];
};

export const rememberAnswer = (
  tx: Queries,
  {
    principal,
    key,
    status,
    body,
  }: { principal: string; key: string; status: number; body: string },
) =>
  tx.query(sql`
    update platform.idempotency_keys
       set status = ${status}, body = ${body}
     where principal = ${principal} and key = ${key}
  `);

export const releaseKey = (tx: Queries, { principal, key }: { principal: string; key: string }) =>
  tx.query(sql`
    delete from platform.idempotency_keys
     where principal = ${principal} and key = ${key} and status is null
  `);

const forgottenAtOnce = 10_000;

/** Keys are kept for two days; a client that retries later than that starts anew. Answers how many went. */
export const forgetOldKeys = async (tx: Queries): Promise<number> => {
  const { rowCount } = await tx.query(sql`
    delete from platform.idempotency_keys
     where (principal, key) in (
             select principal, key from platform.idempotency_keys
              where created_at < now() - interval '2 days'
              limit ${forgottenAtOnce})
  `);
  return rowCount ?? 0;
};
