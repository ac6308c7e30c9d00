import { sql, type Queries } from "@wares/platform/database";

export type TryKind = "password" | "network" | "mail";
type Try = Readonly<{ tryId: string; kind: TryKind; key: string }>;
type Limit = Readonly<{ max: number; windowSeconds: number }>;

/**
 * Counts a try before it is made, so that a hundred at once are a hundred. What is refused is not
 * counted: the lock ends when the window has passed, however often somebody knocks meanwhile.
 * Answers after how many seconds it is worth trying again, or nothing when this try may go on.
 */
export const countTry = async (
  tx: Queries,
  { tryId, kind, key }: Try,
  { max, windowSeconds }: Limit,
): Promise<number | undefined> => {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${key}`}, 0))`);
  const { rows } = await tx.query<{ count: number; seconds: number | null }>(sql`
    select count(*),
           ceil(extract(epoch from min(at) - now()) + ${windowSeconds}::int)::int as seconds
      from (select at from auth.tries
             where kind = ${kind} and key = ${key}
               and at > now() - make_interval(secs => ${windowSeconds})
             order by at desc limit ${max}) as recent
  `);
  const [recent] = rows;
  if (recent && recent.count >= max) return Math.max(1, recent.seconds ?? 1);
  await tx.query(sql`
    insert into auth.tries (try_id, kind, key) values (${tryId}, ${kind}, ${key})
  `);
  return undefined;
};

/** The try was no guess: it does not count, nor do the typing mistakes before it. */
export const forgiveTries = async (
  tx: Queries,
  { tryIds, key }: { tryIds: readonly string[]; key: string },
): Promise<void> => {
  await tx.query(sql`
    delete from auth.tries
     where try_id = any(${[...tryIds]}::uuid[]) or (kind = 'password' and key = ${key})
  `);
};

export const forgetTriesOf = async (tx: Queries, keys: readonly string[]): Promise<void> => {
  await tx.query(sql`
    delete from auth.tries where kind in ('password', 'mail') and key = any(${[...keys]}::text[])
  `);
};

export const forgetTries = async (tx: Queries): Promise<void> => {
  await tx.query(sql`delete from auth.tries where at < now() - interval '1 day'`);
};
