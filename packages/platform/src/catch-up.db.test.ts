import { expect, test } from "vitest";
import { catchUp, parkNext, replayParked } from "./catch-up.ts";
import { publish, transact } from "./database.ts";
import { keepNew } from "./inbox.store.ts";
import { readOutbox } from "./outbox.store.ts";
import { consumerOf, on } from "./subscription.ts";
import { Back, cups, Sold, soldIn, tally, tallyDatabase, teapots } from "./tally.examples.ts";

const start = { txId: "0", position: 0 };
const everything = { types: ["test.sold"], eventsMax: 10 };

test("a batch that is delivered twice is applied once", async () => {
  await using db = await tallyDatabase();
  await transact(db, (tx) => publish(tx, [teapots(1), teapots(2), teapots(3)]));
  const { events } = await readOutbox(db, start, everything);

  const deliver = (all: typeof events) =>
    transact(db, async (tx) => tally.receive(await keepNew(tx, tally.name, all), tx));
  await deliver([...events, ...events]);
  await deliver(events);

  expect(await soldIn(db)).toBe(6);
});

test("what a failed handler did is undone, and comes again", async () => {
  await using db = await tallyDatabase();
  await transact(db, (tx) => publish(tx, [teapots(5)]));
  const fail = on(Sold, () => Promise.reject(new Error("dropped it")));
  const clumsy = {
    ...tally,
    receive: async (...given: Parameters<typeof tally.receive>) => {
      await tally.receive(...given);
      await fail.receive(...given);
    },
  };

  await expect(catchUp(db, clumsy)).rejects.toThrow("dropped it");
  expect(await soldIn(db)).toBeUndefined();
  expect(await catchUp(db, tally)).toBe(1);
  expect(await catchUp(db, tally)).toBe(0);
  expect(await soldIn(db)).toBe(5);
});

test("an event that commits late is not skipped, though later ones were already there", async () => {
  await using db = await tallyDatabase();
  const slow = await db.connect();
  await slow.query("begin");
  await publish(slow, [teapots(1)]);
  await transact(db, (tx) => publish(tx, [teapots(10)]));

  expect(await catchUp(db, tally)).toBe(0); // the first is not settled, so the second must wait
  await slow.query("commit");
  slow.release();
  await expect.poll(() => catchUp(db, tally)).toBe(2);
  expect(await soldIn(db)).toBe(11);
});

test("two copies of a consumer take turns, and apply everything once", async () => {
  await using db = await tallyDatabase();
  for (let batch = 0; batch < 20; batch++)
    await transact(db, (tx) => publish(tx, [teapots(1), cups(1)]));
  const copy = async () => {
    for (let round = 0; round < 60; round++) await catchUp(db, tally, { eventsMax: 3 });
  };
  await Promise.all([copy(), copy(), copy()]);
  expect([await soldIn(db), await soldIn(db, "CUP-WHITE")]).toEqual([20, 20]);
});

test("events of two types are applied in the order they happened", async () => {
  await using db = await tallyDatabase();
  const log: string[] = [];
  const note = (word: string) => async (events: readonly unknown[]) =>
    void log.push(`${word} ${events.length}`);
  const diary = consumerOf("test.diary", [on(Sold, note("sold")), on(Back, note("back"))]);
  const back = Back({ sku: "TEAPOT-BLUE" });

  await transact(db, (tx) => publish(tx, [teapots(1), teapots(2), back, teapots(3)]));
  await catchUp(db, diary);
  expect(log).toEqual(["sold 2", "back 1", "sold 1"]);
});

test("behind a parked message its own subject waits, others flow, and a replay keeps the order", async () => {
  await using db = await tallyDatabase();
  await transact(db, (tx) => publish(tx, [teapots(1)]));
  expect(await parkNext(db, tally, "poison")).toBe(1);
  await transact(db, (tx) => publish(tx, [teapots(2), cups(7)]));
  await expect.poll(() => catchUp(db, tally)).toBe(2);
  expect([await soldIn(db), await soldIn(db, "CUP-WHITE")]).toEqual([undefined, 7]);

  expect(await replayParked(db, tally, "TEAPOT-BLUE")).toBe(2);
  expect(await replayParked(db, tally, "TEAPOT-BLUE")).toBe(0);
  expect(await soldIn(db)).toBe(3);
});
