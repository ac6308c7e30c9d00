import { expect, test } from "vitest";
import { findOverdue, findUnread } from "./backlog.store.ts";
import { catchUp } from "./catch-up.ts";
import { publish, transact } from "./database.ts";
import { pendingMigrations } from "./migrate.ts";
import { tally, tallyDatabase, teapots } from "./tally.examples.ts";

test("a consumer's unread events are counted, of the types it listens to", async () => {
  await using db = await tallyDatabase();
  expect(await findUnread(db, tally)).toEqual({ consumer: tally.name, count: 0 });
  await transact(db, (tx) => publish(tx, [teapots(1), teapots(2)]));
  expect(await findUnread(db, tally)).toEqual({
    consumer: tally.name,
    count: 2,
    oldestAt: expect.any(String),
  });
  expect(await findUnread(db, { ...tally, types: ["test.other"] })).toMatchObject({ count: 0 });
  while ((await findUnread(db, tally)).count > 0) await catchUp(db, tally);
  expect(await findUnread(db, tally)).toEqual({ consumer: tally.name, count: 0 });
});

test("sagas that overslept are found, and those whose time has not come are not", async () => {
  await using db = await tallyDatabase();
  await db.query(`
    insert into platform.sagas (saga, subject, state, revision, wake_at)
    values ('test.late', 'a', '{}', 1, now() - interval '5 minutes'),
           ('test.late', 'b', '{}', 1, now() - interval '10 minutes'),
           ('test.late', 'c', '{}', 1, now() + interval '5 minutes'),
           ('test.soon', 'd', '{}', 1, now() - interval '5 seconds')`);
  expect(await findOverdue(db, 60_000)).toEqual([
    { saga: "test.late", count: 2, oldestAt: expect.any(String) },
  ]);
});

test("a database that was never migrated lacks everything, a migrated one nothing", async () => {
  await using db = await tallyDatabase();
  expect(await pendingMigrations(db, [])).toEqual([]);
  await db.query("drop table public.migrations");
  const pending = await pendingMigrations(db, []);
  expect(pending[0]).toMatch(/^platform\/0001/);
});
