import { expect, test } from "vitest";
import { publish, transact } from "./database.ts";
import { outboxTail } from "./outbox-tail.ts";
import { readOutbox } from "./outbox.store.ts";
import { cups, tallyDatabase, teapots } from "./tally.examples.ts";

const everything = { types: new Set(["test.sold"]), eventsMax: 100 };
const beginning = { txId: "0", position: 0 };

test("what was said since is handed to each, as the table has it, and only once read", async () => {
  await using db = await tallyDatabase();
  await transact(db, (tx) => publish(tx, [teapots(1)]));
  const tail = outboxTail(db, ["test.sold"]);
  await expect.poll(async () => (await tail.advance()).isSettled).toBe(true);
  // Said before it began: not here, so whoever needs it reads the table.
  expect(tail.after(beginning, everything)).toBeUndefined();

  const { cursor } = await readOutbox(db, beginning, { types: ["test.sold"], eventsMax: 10 });
  await transact(db, (tx) => publish(tx, [teapots(2), cups(3)]));
  await transact(db, (tx) => publish(tx, [teapots(4)]));
  await expect.poll(async () => (await tail.advance()).isSettled).toBe(true);
  const inTable = await readOutbox(db, cursor, { types: ["test.sold"], eventsMax: 100 });
  const kept = tail.after(cursor, everything);
  expect(kept?.events.map(({ data }) => data)).toEqual([
    { sku: "TEAPOT-BLUE", quantity: 2 },
    { sku: "CUP-WHITE", quantity: 3 },
    { sku: "TEAPOT-BLUE", quantity: 4 },
  ]);
  expect(kept?.events).toEqual(inTable.events);

  const first = tail.after(cursor, { ...everything, eventsMax: 2 });
  expect(first?.events).toHaveLength(2);
  const rest = tail.after(first!.cursor, everything);
  expect(rest?.events.map(({ position }) => position)).toEqual([kept!.events[2]!.position]);
  expect(tail.after(rest!.cursor, everything)?.events).toEqual([]);
});

test("whoever is ahead does not go back", async () => {
  await using db = await tallyDatabase();
  const tail = outboxTail(db, ["test.sold"]);
  await tail.advance();
  const far = { txId: "18446744073709551000", position: 5 };
  expect(tail.after(far, everything)).toMatchObject({ events: [], cursor: far });
});
