import { expect, test } from "vitest";
import { runBus } from "./bus.ts";
import { publish, transact } from "./database.ts";
import { createLog } from "./log.ts";
import { consumerOf, on } from "./subscription.ts";
import { cups, Sold, soldIn, tally, tallyDatabase, teapots } from "./tally.examples.ts";

const log = createLog("silent");

test("a commit wakes its readers, and closing waits for them", async () => {
  await using db = await tallyDatabase();
  const bus = runBus({ url: db.url, db, readers: [{ consumer: tally, db }], log });
  await transact(db, (tx) => publish(tx, [teapots(1), teapots(2)]));
  await expect.poll(() => soldIn(db), { timeout: 5_000 }).toBe(3);
  await bus.close();
  await transact(db, (tx) => publish(tx, [teapots(4)]));
  expect(await soldIn(db)).toBe(3);
});

test("a message that fails again and again is parked with its error, and the rest flow", async () => {
  await using db = await tallyDatabase();
  const picky = consumerOf("test.picky", [
    on(Sold, async (events, tx) => {
      if (events.some(({ data }) => data.quantity === 13)) throw new Error("not thirteen");
      await tally.receive(events, tx);
    }),
  ]);
  const bus = runBus({ url: db.url, db, readers: [{ consumer: picky, db }], log });
  await transact(db, (tx) => publish(tx, [cups(1), teapots(13), cups(2), teapots(1)]));
  await expect.poll(() => soldIn(db, "CUP-WHITE"), { timeout: 15_000 }).toBe(3);
  await bus.close();

  const { rows } = await db.query("select subject, error from platform.parked order by position");
  expect(rows).toEqual([
    { subject: "TEAPOT-BLUE", error: "Error: not thirteen" },
    { subject: "TEAPOT-BLUE", error: "waits behind an earlier message of its subject" },
  ]);
}, 30_000);
