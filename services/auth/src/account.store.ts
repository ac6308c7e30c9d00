import { parse, UserId, type Role } from "@wares/contracts";
import type { Keys } from "@wares/platform";
import { sql, type Queries } from "@wares/platform/database";

export type StoredAccount = Readonly<{
  userId: UserId;
  email: string;
  username: string;
  passwordHash: string;
  roles: readonly Role[];
  isConfirmed: boolean;
}>;

type Row = {
  user_id: string;
  email_sealed: string;
  username: string;
  password_hash: string;
  roles: Role[];
  is_confirmed: boolean;
};

const columns = sql`
  user_id, email_sealed, username, password_hash, roles, email_confirmed_at is not null as is_confirmed`;
const staffMax = 200;

/** An address in the one spelling by which it is found again. */
export const normalised = (email: string): string => email.normalize("NFC").toLowerCase();
export const indexOf = (keys: Keys, email: string): string =>
  keys.sign("auth.email-index", normalised(email));

export const accountStore = (keys: Keys) => {
  const fromRow = (row: Row): StoredAccount => ({
    userId: parse(UserId, row.user_id),
    email: keys.open("auth.email", row.user_id, row.email_sealed) ?? "",
    username: row.username,
    passwordHash: row.password_hash,
    roles: row.roles,
    isConfirmed: row.is_confirmed,
  });
  const one = ({ rows: [row] }: { rows: Row[] }) => row && fromRow(row);

  return {
    indexOf: (email: string) => indexOf(keys, email),
    byEmail: async (tx: Queries, email: string) =>
      one(
        await tx.query<Row>(sql`
          select ${columns} from auth.accounts where email_index = ${indexOf(keys, email)}
        `),
      ),
    byId: async (tx: Queries, userId: UserId) =>
      one(
        await tx.query<Row>(sql`
          select ${columns} from auth.accounts where user_id = ${userId}
        `),
      ),
    /** What became of it: a name or an address that somebody has already adds nothing. */
    add: async (tx: Queries, account: StoredAccount): Promise<"added" | "known" | "name_taken"> => {
      const { userId, email, username, passwordHash, roles, isConfirmed } = account;
      const index = indexOf(keys, email);
      const name = username.toLowerCase();
      // Two registrations of one name, or of one address, take turns; what the first did is seen by
      // the statement after the lock, not by the one that waited.
      await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`name ${name}`}, 0))`);
      await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`mail ${index}`}, 0))`);
      const { rows } = await tx.query<{ is_known: boolean; is_taken: boolean }>(sql`
        select exists (select from auth.accounts where email_index = ${index}) as is_known,
               exists (select from auth.accounts
                        where lower(username) = ${name}
                          and (email_index <> ${index} or email_confirmed_at is not null))
               or exists (select from auth.reserved_usernames
                           where username = ${name} and reserved_until > now()
                             and email_index <> ${index}) as is_taken
      `);
      if (rows[0]?.is_taken) return "name_taken";
      if (rows[0]?.is_known) {
        await reserveUsername(tx, name, index);
        return "known";
      }
      await tx.query(sql`
        insert into auth.accounts
               (user_id, email_sealed, email_index, username, password_hash, roles, email_confirmed_at)
        values (${userId}, ${keys.seal("auth.email", userId, email)}, ${index}, ${username},
                ${passwordHash}, ${[...roles]}::text[], ${isConfirmed ? sql`now()` : sql`null`})
      `);
      return "added";
    },
    staff: async (tx: Queries) => {
      const { rows } = await tx.query<Row>(sql`
        select ${columns}
          from auth.accounts
         where roles && '{staff,owner}'
         order by user_id
         limit ${staffMax}
      `);
      return rows.map(fromRow);
    },
  };
};
export type AccountStore = ReturnType<typeof accountStore>;

const reserveUsername = async (
  tx: Queries,
  username: string,
  emailIndex: string,
): Promise<void> => {
  await tx.query(sql`
    insert into auth.reserved_usernames (username, email_index, reserved_until)
    values (${username}, ${emailIndex}, now() + interval '30 days')
        on conflict (username) do update
       set reserved_until = excluded.reserved_until, email_index = excluded.email_index
  `);
};

export const confirmEmail = async (tx: Queries, userId: UserId): Promise<void> => {
  await tx.query(sql`
    update auth.accounts
       set email_confirmed_at = coalesce(email_confirmed_at, now())
     where user_id = ${userId}
  `);
};

export const setPasswordHash = async (
  tx: Queries,
  { userId, from, to }: { userId: UserId; from?: string; to: string },
): Promise<boolean> => {
  const { rowCount } = await tx.query(sql`
    update auth.accounts
       set password_hash = ${to}
     where user_id = ${userId} and (${from ?? null}::text is null or password_hash = ${from ?? null})
  `);
  return rowCount === 1;
};

/** Owners take turns, so that two of them cannot remove each other at once. */
export const countOwnersBut = async (tx: Queries, userId: UserId): Promise<number> => {
  await tx.query(sql`select pg_advisory_xact_lock(hashtext('auth.owners'))`);
  const { rows } = await tx.query<{ count: number }>(sql`
    select count(*) from auth.accounts where 'owner' = any(roles) and user_id <> ${userId}
  `);
  return rows[0]?.count ?? 0;
};

export const setRoles = async (
  tx: Queries,
  userId: UserId,
  roles: readonly Role[],
): Promise<void> => {
  await tx.query(sql`
    update auth.accounts set roles = ${[...roles]}::text[] where user_id = ${userId}
  `);
};

/** Answers the indexes of the addresses that are gone. */
export const deleteAccounts = async (
  tx: Queries,
  userIds: readonly UserId[],
): Promise<{ userId: UserId; emailIndex: string }[]> => {
  const { rows } = await tx.query<{ user_id: string; email_index: string }>(sql`
    delete from auth.accounts
     where user_id = any(${[...userIds]}::uuid[])
    returning user_id, email_index
  `);
  const indexes = rows.map(({ email_index }) => email_index);
  await tx.query(sql`
    delete from auth.reserved_usernames where email_index = any(${indexes}::text[])
  `);
  return rows.map((row) => ({ userId: parse(UserId, row.user_id), emailIndex: row.email_index }));
};

export const forgetReservations = async (tx: Queries): Promise<void> => {
  await tx.query(sql`delete from auth.reserved_usernames where reserved_until < now()`);
};
