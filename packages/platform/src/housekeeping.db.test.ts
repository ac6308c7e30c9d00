import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { housekeeping } from "./housekeeping.ts";

test("what is old goes, what is not stays, and the history stays whole", async () => {
  await using db = await testDatabase();
  await db.query(`
    insert into platform.idempotency_keys (principal, key, fingerprint, created_at)
    values ('me', 'old', '', now() - interval '3 days'), ('me', 'new', '', now());
    insert into platform.inbox (consumer, event_id, received_at)
    select 'reader', gen_random_uuid(), now() - age * interval '1 day'
      from generate_series(25, 35) as age;
    insert into platform.outbox (event_id, type, version, subject, data, occurred_at)
    values (gen_random_uuid(), 'test.sold', 1, 'CUP', '{}', now() - interval '5 years')`);
  await housekeeping(db).run({}, new AbortController().signal);
  const { rows } = await db.query(`
    select (select string_agg(key, ',') from platform.idempotency_keys) as keys,
           (select count(*) from platform.inbox) as deliveries,
           (select count(*) from platform.outbox) as events`);
  expect(rows).toEqual([{ keys: "new", deliveries: 5, events: 1 }]);
});
