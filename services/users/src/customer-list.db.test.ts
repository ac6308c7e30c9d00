import { keysFrom } from "@wares/platform";
import { testDatabase } from "@wares/testkit/database";
import { excess, readsOf } from "@wares/testkit/reads";
import { expect, test } from "vitest";
import { firstPreferences } from "./person.ts";
import { userStore } from "./user.store.ts";

const people = 40_000;
/** Ten thousand of one beginning of a name are counted or put in order; where most have it, others are read past. */
const countMax = 20_000;
const pageMax = 200;
const secrets = keysFrom("a secret for tests, and for nothing else");
// Rows of this test were sealed by nobody.
const keys = {
  ...secrets,
  open: () => '{"firstName": "", "lastName": "", "language": "en", "currency": "USD"}',
};
const store = userStore(keys);

test("customers are listed and found without reading all of them", async () => {
  await using db = await testDatabase();
  // Whoever came first has a name that begins alike: no page of the newest holds one.
  await db.query({
    text: `
      insert into users.users (user_id, email_sealed, email_index, username, profile_sealed, preferences, created_at, updated_at)
      select ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '', md5('mail' || n),
             case when n < 8000 then 'early' else 'later' end || n, '', $1::jsonb, now(), now()
        from generate_series(1, ${people}) as n`,
    values: [JSON.stringify(firstPreferences)],
  });
  await db.query("vacuum analyze users.users");
  const middle = `01900000-0000-7000-8000-${(people / 2).toString(16).padStart(12, "0")}`;
  for (const query of [
    undefined,
    "early",
    "early77",
    "later",
    "later39",
    "nobody",
    "a@example.com",
  ])
    for (const isOldestFirst of [false, true])
      for (const beyond of [undefined, middle]) {
        const { queries, reads } = readsOf(db);
        await store.search(queries, { query, beyond, isOldestFirst, limit: 51 });
        await store.count(queries, query, 10_000);
        const isAnybody = query === undefined || query.includes("@");
        const mostOf = (text: string) =>
          isAnybody && !text.includes("count(") ? pageMax : countMax;
        expect(excess(reads, mostOf)).toEqual([]);
      }
  const early = await store.search(db, { query: "EARLY", limit: 3 });
  expect(early.map(({ user }) => user.username)).toEqual(["early7999", "early7998", "early7997"]);
});
