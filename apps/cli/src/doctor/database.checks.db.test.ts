import { testDatabase } from "@wares/testkit/database";
import { connect } from "@wares/platform/database";
import { expect, test } from "vitest";
import { shopOn } from "../shop.examples.ts";
import { checkDatabase } from "./database.checks.ts";

const states = (findings: Awaited<ReturnType<typeof checkDatabase>>) =>
  Object.fromEntries(findings.map(({ name, state }) => [name, state]));

test("a healthy database is well, and each kind of trouble is told", async () => {
  await using db = await testDatabase();
  await using shop = shopOn(db.url);
  const look = (now = new Date()) =>
    checkDatabase({ db, migrated: [], placed: shop.services, now });
  expect(states(await look())).toEqual({
    Database: "Well",
    Migrations: "Well",
    Messages: "Well",
    Sagas: "Well",
    Events: "Well",
    Books: "Well",
  });

  await db.query(`
    insert into platform.parked (consumer, tx_id, position, event_id, type, subject, error)
    values ('carts', '9', 1, gen_random_uuid(), 'products.product_updated', 's', 'cannot read it')`);
  await db.query(`
    insert into platform.sagas (saga, subject, state, revision, wake_at)
    values ('orders.checkout', 's', '{}', 1, now() - interval '1 hour')`);
  await db.query(`
    insert into platform.outbox (event_id, type, version, subject, data, occurred_at)
    values (gen_random_uuid(), 'products.product_created', 1, 's', '{}', now() - interval '1 hour')`);
  await db.query("insert into inventory.stock (sku, quantity) values ('CUP', 1)");
  const findings = await look();
  expect(states(findings)).toEqual({
    Database: "Well",
    Migrations: "Well",
    Messages: "Broken",
    Sagas: "Broken",
    Events: "Broken",
    Books: "Broken",
  });
  expect(findings.map(({ text }) => text).join("\n")).toMatch(
    /1 parked.*cannot read it[^]*orders.checkout: 1 since[^]*unread inventory: 1, oldest 60 min[^]*movements add up to \(1; CUP at main: 1 and 0/,
  );
});

test("a database that does not answer is one finding, and no more is asked", async () => {
  const url = "postgres://nobody@127.0.0.1:1/none";
  const db = connect({ url, connectionsMax: 1 });
  const findings = await checkDatabase({ db, migrated: [], placed: [], now: new Date() });
  await db.end();
  expect(findings).toMatchObject([{ name: "Database", state: "Broken" }]);
});
