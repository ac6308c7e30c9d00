import { parse, UserId, type Role } from "@wares/contracts";
import { sql, named, type Queries } from "@wares/platform/database";

const graceSeconds = 10;
const graceUsesMax = 5;
const sessionsMax = 50;

export type StoredSession = Readonly<{
  sessionId: string;
  userId: UserId;
  roles: readonly Role[];
  /** By the database's clock. */
  livesMs: number;
}>;

export const findByAccess = async (
  tx: Queries,
  tokenHash: Buffer,
): Promise<StoredSession | undefined> => {
  const { rows } = await tx.query<{
    session_id: string;
    user_id: string;
    roles: Role[];
    lives_ms: number;
  }>(
    named(
      "auth.find_by_access",
      sql`
      select tokens.session_id, accounts.user_id, accounts.roles,
             (extract(epoch from expires_at - now()) * 1000)::bigint as lives_ms
        from auth.tokens
        join auth.sessions using (session_id)
        join auth.accounts using (user_id)
       where tokens.token_hash = ${tokenHash} and tokens.kind = 'access' and tokens.expires_at > now()
    `,
    ),
  );
  const [row] = rows;
  return (
    row && {
      sessionId: row.session_id,
      userId: parse(UserId, row.user_id),
      roles: row.roles,
      livesMs: row.lives_ms,
    }
  );
};

type NewSession = Readonly<{ sessionId: string; userId: UserId; device: string }>;

/** Answers whether the device is a new one: the very first is not, it came with the account. */
export const openSession = async (
  tx: Queries,
  { sessionId, userId, device }: NewSession,
): Promise<{ isNewDevice: boolean }> => {
  await tx.query(sql`
    insert into auth.sessions (session_id, user_id, device) values (${sessionId}, ${userId}, ${device})
  `);
  await tx.query(sql`
    delete from auth.sessions
     where session_id in (
       select session_id from auth.sessions
        where user_id = ${userId} order by created_at desc, session_id desc offset ${sessionsMax})
  `);
  const { rows } = await tx.query<{ is_new: boolean }>(sql`
    with before as (select count(*) as devices from auth.devices where user_id = ${userId}),
         added as (
           insert into auth.devices (user_id, device) values (${userId}, ${device})
               on conflict do nothing returning device)
    select (select devices from before) > 0 and exists (select from added) as is_new
  `);
  return { isNewDevice: rows[0]?.is_new ?? false };
};

export type Pair = Readonly<{ accessHash: Buffer; refreshHash: Buffer }>;
export type Expiry = Readonly<{ accessExpiresAt: string; refreshExpiresAt: string }>;

export const addTokens = async (
  tx: Queries,
  sessionId: string,
  { accessHash, refreshHash }: Pair,
): Promise<Expiry> => {
  const { rows } = await tx.query<{ kind: string; expires_at: string }>(sql`
    insert into auth.tokens (token_hash, kind, session_id, expires_at)
    select token.hash, token.kind, session_id, least(sessions.ends_at, now() + token.life)
      from auth.sessions,
           (values (${accessHash}::bytea, 'access', interval '15 minutes'),
                   (${refreshHash}::bytea, 'refresh', interval '30 days')) as token(hash, kind, life)
     where session_id = ${sessionId}
    returning kind, expires_at
  `);
  const until = (kind: string) => rows.find((row) => row.kind === kind)?.expires_at ?? "";
  return { accessExpiresAt: until("access"), refreshExpiresAt: until("refresh") };
};

export type RefreshUse =
  | Readonly<{ outcome: "unknown" }>
  | Readonly<{ outcome: "fresh" | "reused"; sessionId: string; userId: UserId }>;

/**
 * Uses a refresh token up. Two tabs may refresh at the same moment, and an answer may get lost, so for a
 * few seconds the same token is good again, a few times; after that it is in the wrong hands.
 */
export const useRefresh = async (tx: Queries, tokenHash: Buffer): Promise<RefreshUse> => {
  const { rows } = await tx.query<{ session_id: string; user_id: string; is_reused: boolean }>(sql`
    select tokens.session_id, sessions.user_id,
           coalesce(used_at < now() - make_interval(secs => ${graceSeconds}), false)
           or uses >= ${graceUsesMax} as is_reused
      from auth.tokens
      join auth.sessions using (session_id)
     where token_hash = ${tokenHash} and kind = 'refresh'
       and expires_at > now() and sessions.ends_at > now()
       for update of tokens
  `);
  const [row] = rows;
  if (!row) return { outcome: "unknown" };
  const found = { sessionId: row.session_id, userId: parse(UserId, row.user_id) };
  if (row.is_reused) return { outcome: "reused", ...found };
  await tx.query(sql`
    update auth.tokens
       set used_at = coalesce(used_at, now()), uses = uses + 1
     where token_hash = ${tokenHash}
  `);
  return { outcome: "fresh", ...found };
};

export const endSession = async (tx: Queries, sessionId: string): Promise<boolean> => {
  const { rowCount } = await tx.query(sql`
    delete from auth.sessions where session_id = ${sessionId}
  `);
  return rowCount === 1;
};

/** All of somebody's sessions, or all but one. Answers how many there were. */
export const endSessions = async (tx: Queries, userId: UserId, keep?: string): Promise<number> => {
  const { rowCount } = await tx.query(sql`
    delete from auth.sessions
     where user_id = ${userId} and session_id is distinct from ${keep ?? null}::uuid
  `);
  return rowCount ?? 0;
};

export const forgetExpired = async (tx: Queries): Promise<void> => {
  await tx.query(sql`delete from auth.tokens where expires_at < now()`);
  await tx.query(sql`
    delete from auth.sessions
     where not exists (select from auth.tokens where tokens.session_id = sessions.session_id)
       and created_at < now() - interval '1 hour'
  `);
};
