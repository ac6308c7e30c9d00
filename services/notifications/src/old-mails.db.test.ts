import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { NotificationId, OrderCancelled, OrderCreated, OrderId, OrderPaid } from "@wares/contracts";
import { newId, type Keys } from "@wares/platform";
import { publish, transact, type Database } from "@wares/platform/database";
import { migrate } from "@wares/platform/run";
import { testDatabase } from "@wares/testkit/database";
import { testTools } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { mailWorld, order } from "./notifications.examples.ts";
import { deliverAgain } from "./redelivery.examples.ts";

const migrations = new URL("../migrations/", import.meta.url);
const service = { name: "notifications", migrations };
const { orderId, buyerId, items, total } = order;

/** A database as the shop had it, before a mail had the id of its event. */
const asItWas = async (db: Database): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "wares-migrations-"));
  for (const file of ["0001_notifications.sql", "0002_mails_as_facts.sql"])
    cpSync(fileURLToPath(new URL(file, migrations)), join(folder, file));
  await db.query("drop schema notifications cascade");
  await db.query("delete from public.migrations where file like 'notifications/%'");
  await migrate(db, [{ ...service, migrations: pathToFileURL(`${folder}/`) }]);
};

/** As it was written then: a copy of the order, and one mail of it, or none where it was erased. */
const keptOnce = async (db: Database, keys: Keys, { eventId, id }: Record<string, string>) => {
  const toIndex = keys.sign("notifications.address", order.contact.email.toLowerCase());
  await db.query(
    `insert into notifications.orders (order_id, email_index, language, order_sealed)
     values ($1, $2, 'en', 'sealed')`,
    [id, toIndex],
  );
  if (!eventId) return;
  await db.query(
    `insert into notifications.mails
            (notification_id, event_id, template, order_id, to_index, language, status)
     values ($1, $2, 'order-confirmation', $3, $4, 'en', 'Sent')`,
    [newId(NotificationId), eventId, id, toIndex],
  );
};

test("mails and orders from before are read, paged, found and told on, and never told twice", async () => {
  await using db = await testDatabase();
  await asItWas(db);
  const { keys } = testTools(db);
  await transact(db, (tx) => publish(tx, [OrderCreated(order)]));
  const said = await db.query("select event_id from platform.outbox");
  await keptOnce(db, keys, { eventId: said.rows[0].event_id, id: orderId });
  const erased = newId(OrderId);
  await keptOnce(db, keys, { id: erased });

  await migrate(db, [service]);
  const world = await mailWorld(db);
  world.orders.ordered.set(orderId, order);
  world.orders.ordered.set(erased, { ...order, orderId: erased });
  await deliverAgain(db, world.service);
  expect(await world.mails(`to=${order.contact.email}`)).toMatchObject([
    { template: "order-confirmation", orderId },
  ]);
  await world.say(
    OrderPaid({ orderId, buyerId, items, total }),
    OrderCancelled({ orderId: erased, reason: "StaffRequest" }),
  );
  expect(
    (await world.mails(`to=${order.contact.email}`)).map((one) => [one.template, one.orderId]),
  ).toEqual([
    ["cancelled", erased],
    ["payment-received", orderId],
    ["order-confirmation", orderId],
  ]);
  expect(await world.sent()).toHaveLength(2);
});
