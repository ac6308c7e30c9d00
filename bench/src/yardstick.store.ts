import type pg from "pg";

/** Clients share no rows but the hot one: a schema of its own, gone afterwards. */
export const prepareYardsticks = async (db: pg.Client): Promise<void> => {
  await dropYardsticks(db);
  await db.query(`
    create schema bench;
    create table bench.rows (
      id    bigint generated always as identity primary key,
      name  text not null,
      price bigint not null,
      at    timestamptz not null default now()
    );
    create table bench.counters (id int primary key, value bigint not null);
    insert into bench.counters values (1, 0);
  `);
};

export const dropYardsticks = async (db: pg.Client): Promise<void> => {
  await db.query("drop schema if exists bench cascade");
};

/** A transaction of its own, parsed once per connection. */
export const insertRow = async (db: pg.Client, nth: number): Promise<void> => {
  await db.query({
    name: "bench.insert_row",
    text: "insert into bench.rows (name, price) values ($1, $2)",
    values: [`thing ${nth}`, nth],
  });
};

export const updateHotRow = async (db: pg.Client): Promise<void> => {
  await db.query({
    name: "bench.update_hot_row",
    text: "update bench.counters set value = value + 1 where id = 1",
  });
};

export const countYardsticks = async (
  db: pg.Client,
): Promise<Readonly<{ inserted: number; updated: number }>> => {
  const { rows } = await db.query<{ inserted: number; updated: number }>(`
    select (select count(*) from bench.rows)::int as inserted,
           (select value from bench.counters)::int as updated
  `);
  return rows[0] ?? { inserted: 0, updated: 0 };
};

/** What a figure depends on. A database that does not wait for its disk is not worth measuring. */
export const settingsOf = async (
  db: pg.Client,
): Promise<Readonly<{ version: string; fsync: string; synchronousCommit: string }>> => {
  const { rows } = await db.query<{ version: string; fsync: string; synchronousCommit: string }>(`
    select current_setting('server_version') as version, current_setting('fsync') as fsync,
           current_setting('synchronous_commit') as "synchronousCommit"
  `);
  if (!rows[0]) throw new Error("the database does not say what it is");
  return rows[0];
};
