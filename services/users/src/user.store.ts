import {
  parse,
  Preferences,
  Profile,
  UserId,
  type AccountOpened,
  type User,
} from "@wares/contracts";
import type { Keys } from "@wares/platform";
import { sql, type Queries } from "@wares/platform/database";
import { firstPreferences } from "./person.ts";

type Row = {
  user_id: string;
  email_sealed: string;
  username: string;
  profile_sealed: string;
  preferences: unknown;
  revision: number;
  created_at: string;
  updated_at: string;
};

export type StoredUser = Readonly<{
  user: Omit<User, "addresses" | "paymentMethods">;
  revision: number;
}>;
export type UserSearch = Readonly<{
  query?: string | undefined;
  beyond?: string | undefined;
  isOldestFirst?: boolean;
  limit: number;
}>;

const columns = sql`
  user_id, email_sealed, username, profile_sealed, preferences, revision, created_at, updated_at`;

/** From an index alone: 1 ms. */
const sortedMax = 10_000;

const indexOf = (keys: Keys, email: string): string =>
  keys.sign("users.email-index", email.trim().normalize("NFC").toLowerCase());

const sealedProfile = (keys: Keys, userId: string, profile: Profile): string =>
  keys.seal("users.profile", userId, JSON.stringify(profile));

const fromRow = (keys: Keys, row: Row): StoredUser => ({
  user: {
    id: parse(UserId, row.user_id),
    email: keys.open("users.email", row.user_id, row.email_sealed) ?? "",
    username: row.username,
    profile: parse(
      Profile,
      JSON.parse(keys.open("users.profile", row.user_id, row.profile_sealed) ?? "null"),
    ),
    preferences: parse(Preferences, row.preferences),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  },
  revision: row.revision,
});

const matching = (keys: Keys, query: string | undefined) => {
  if (!query) return sql`true`;
  if (query.includes("@")) return sql`email_index = ${indexOf(keys, query)}`;
  const prefix = `${query
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, "\\$&")}%`;
  return sql`lower(username) like ${prefix}`;
};

export const userStore = (keys: Keys) => ({ ...writing(keys), ...reading(keys) });
export type UserStore = ReturnType<typeof userStore>;

const writing = (keys: Keys) => ({
  /** Answers who is new. Whoever is there already, or was erased, is not. */
  add: async (tx: Queries, opened: readonly AccountOpened["data"][]): Promise<Set<UserId>> => {
    const rows = opened.map(({ userId, email, username, openedAt, ...person }) => ({
      user_id: userId,
      email_sealed: keys.seal("users.email", userId, email),
      email_index: indexOf(keys, email),
      username,
      profile_sealed: sealedProfile(keys, userId, {
        firstName: person.firstName ?? "",
        lastName: person.lastName ?? "",
        language: person.language,
        currency: person.currency,
      }),
      preferences: firstPreferences,
      at: openedAt,
    }));
    const { rows: added } = await tx.query<{ user_id: string }>(sql`
      insert into users.users
             (user_id, email_sealed, email_index, username, profile_sealed, preferences,
              created_at, updated_at)
      select user_id, email_sealed, email_index, username, profile_sealed, preferences, at, at
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as opened(user_id uuid, email_sealed text, email_index text, username text,
                    profile_sealed text, preferences jsonb, at timestamptz)
       where not exists (
         select from users.erased_users where erased_users.user_id = opened.user_id)
          on conflict do nothing
      returning user_id
    `);
    return new Set(added.map(({ user_id }) => parse(UserId, user_id)));
  },

  saveProfile: (tx: Queries, userId: UserId, profile: Profile) =>
    tx.query(sql`
      update users.users set profile_sealed = ${sealedProfile(keys, userId, profile)}
       where user_id = ${userId}
    `),

  savePreferences: (tx: Queries, userId: UserId, preferences: Preferences) =>
    tx.query(sql`
      update users.users set preferences = ${JSON.stringify(preferences)}::jsonb
       where user_id = ${userId}
    `),
});

const reading = (keys: Keys) => ({
  find: async (tx: Queries, userId: UserId): Promise<StoredUser | undefined> => {
    const { rows } = await tx.query<Row>(sql`
      select ${columns} from users.users where user_id = ${userId}
    `);
    return rows[0] && fromRow(keys, rows[0]);
  },

  /** By age: ids grow with time. */
  search: async (
    tx: Queries,
    { query, beyond, limit, isOldestFirst = false }: UserSearch,
  ): Promise<StoredUser[]> => {
    const past = isOldestFirst ? sql`user_id >` : sql`user_id <`;
    const order = sql`order by user_id ${isOldestFirst ? sql`asc` : sql`desc`} limit ${limit}`;
    const from = beyond === undefined ? sql`true` : sql`${past} ${beyond}::uuid`;
    // Who registered on the same day has names alike. So the index of names gives the ids of up to so many, to
    // put in order; more than these are met soon when everybody is walked by age.
    const few = sql`select user_id from users.users where ${matching(keys, query)} limit ${sortedMax}`;
    const isFew =
      query !== undefined && (await reading(keys).count(tx, query, sortedMax)) < sortedMax;
    const { rows } = await tx.query<Row>(
      isFew
        ? sql`
          select ${columns} from users.users
           where user_id = any(array(
                   select user_id from (${few} offset 0) as found where ${from} ${order}))
           ${order}`
        : sql`
          select ${columns} from users.users where ${matching(keys, query)} and ${from} ${order}`,
    );
    return rows.map((row) => fromRow(keys, row));
  },

  /** So many at most: all of a million took 146 ms for each page, and those of one name 290 ms. */
  count: async (tx: Queries, query: string | undefined, max: number): Promise<number> => {
    const { rows } = await tx.query<{ count: number }>(sql`
      select count(*) from (select from users.users where ${matching(keys, query)} limit ${max}) as counted
    `);
    return rows[0]?.count ?? 0;
  },
});

/** Takes a user's turn and counts the change. Nothing when the revision is another, or nobody's. */
export const nextRevision = async (
  tx: Queries,
  userId: UserId,
  from: number | undefined,
): Promise<number | undefined> => {
  const { rows } = await tx.query<{ revision: number }>(sql`
    update users.users
       set revision = revision + 1, updated_at = now()
     where user_id = ${userId} and (${from ?? null}::int is null or revision = ${from ?? null}::int)
    returning revision
  `);
  return rows[0]?.revision;
};

export const eraseUser = async (tx: Queries, userId: UserId): Promise<void> => {
  await tx.query(sql`
    insert into users.erased_users (user_id) values (${userId}) on conflict do nothing
  `);
  await tx.query(sql`delete from users.users where user_id = ${userId}`);
};
