import { expect, test } from "vitest";
import { publish, transact } from "./database.ts";
import { outboxTail } from "./outbox-tail.ts";
import { readOutbox, type Delivered } from "./outbox.store.ts";
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

test.for([
  { what: "events", limits: { keptMax: 2, charactersMax: 1_000_000 } },
  // Two of them are 68 characters of JSON, three are 102.
  { what: "characters", limits: { keptMax: 1_000, charactersMax: 100 } },
])("no more $what are kept than there is room for, whoever said them", async ({ limits }) => {
  await using db = await tallyDatabase();
  const tail = outboxTail(db, ["test.sold"], limits);
  const settle = () => expect.poll(async () => (await tail.advance()).isSettled).toBe(true);
  await settle();
  const { cursor: start } = await readOutbox(db, beginning, {
    types: ["test.sold"],
    eventsMax: 10,
  });
  await transact(db, (tx) => publish(tx, [teapots(1), teapots(2)]));
  await settle();
  expect(tail.after(start, everything)?.events).toHaveLength(2);

  await db.query(
    `insert into platform.outbox (event_id, type, version, subject, data, correlation_id)
     values (gen_random_uuid(), 'test.sold', 1, 'TEAPOT-BLUE',
             '{"sku":"TEAPOT-BLUE","quantity":3}', 'elsewhere')`,
  );
  await transact(db, (tx) => publish(tx, [teapots(4)]));
  await settle();
  const inTable = await readOutbox(db, start, { types: ["test.sold"], eventsMax: 10 });
  expect(inTable.events).toHaveLength(4);
  // What was let go is read from the table: by whoever has not come as far as what is kept.
  const [, second] = inTable.events;
  expect(tail.after(start, everything)).toBeUndefined();
  expect(tail.after(placeOf(second!), everything)?.events).toEqual(inTable.events.slice(2));
  tail.close();
});
const placeOf = ({ txId, position }: Delivered) => ({ txId, position });

test("whoever is ahead does not go back", async () => {
  await using db = await tallyDatabase();
  const tail = outboxTail(db, ["test.sold"]);
  await tail.advance();
  const far = { txId: "18446744073709551000", position: 5 };
  expect(tail.after(far, everything)).toMatchObject({ events: [], cursor: far });
});

test("what another process said is read from the table, in the order of commits with our own", async () => {
  await using db = await tallyDatabase();
  const tail = outboxTail(db, ["test.sold"]);
  await tail.advance();
  const elsewhere = (quantity: number) =>
    db.query(
      `insert into platform.outbox (event_id, type, version, subject, data, correlation_id)
       values (gen_random_uuid(), 'test.sold', 1, 'TEAPOT-BLUE',
               json_build_object('sku', 'TEAPOT-BLUE', 'quantity', $1::int), 'elsewhere')`,
      [quantity],
    );
  await transact(db, (tx) => publish(tx, [teapots(1)]));
  await elsewhere(2);
  await transact(db, (tx) => publish(tx, [teapots(3)]));
  const reader = { txId: "1", position: 0 };
  await expect.poll(async () => (await tail.advance()).isSettled).toBe(true);
  const inTable = await readOutbox(db, reader, { types: ["test.sold"], eventsMax: 10 });
  expect(inTable.events.map(({ data }) => data)).toMatchObject([
    { quantity: 1 },
    { quantity: 2 },
    { quantity: 3 },
  ]);
  const [first] = inTable.events;
  const before = { txId: first!.txId, position: first!.position - 1 };
  expect(tail.after(before, everything)?.events).toEqual(inTable.events);
  tail.close();
});

test("what was rolled back was never said", async () => {
  await using db = await tallyDatabase();
  const tail = outboxTail(db, ["test.sold"]);
  await tail.advance();
  const refused = transact(db, async (tx) => {
    await publish(tx, [teapots(1)]);
    throw new Error("no");
  });
  await expect(refused).rejects.toThrow("no");
  await transact(db, (tx) => publish(tx, [cups(2)]));
  let count = 0;
  await expect
    .poll(async () => {
      const page = await tail.advance();
      count += page.count;
      return page.isSettled;
    })
    .toBe(true);
  expect(count).toBe(1);
  tail.close();
});
