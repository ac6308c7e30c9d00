import { randomUUID } from "node:crypto";
import { testDatabase } from "@wares/testkit/database";
import { expect, onTestFinished, test } from "vitest";
import { findStockMismatches, findWronglySold, stockUp } from "./audit.store.ts";
import { connectTo } from "./yardsticks.ts";

/** Two shelves that are filled, with one order held and one claimed on the first. */
const shop = async () => {
  const database = await testDatabase();
  const db = await connectTo(database.url);
  onTestFinished(async () => {
    await db.end();
    await database[Symbol.asyncDispose]();
  });
  await db.query("insert into inventory.stock (sku) values ('A'), ('B')");
  expect(await stockUp(db, ["A", "B", "no such"], 100)).toBe(2);
  const [held, claimed] = [randomUUID(), randomUUID()];
  await db.query(`
    insert into inventory.holds (order_id, state, expires_at)
    values ('${held}', 'held', now() + interval '1 hour'), ('${claimed}', 'claimed', now());
    insert into inventory.hold_lines (order_id, sku, quantity) values ('${held}', 'A', 3), ('${claimed}', 'A', 2);
    insert into inventory.movements (sku, reason, quantity_change, reserved_change, order_id)
    values ('A', 'Reserved', 0, 3, '${held}'), ('A', 'Reserved', 0, 2, '${claimed}'), ('A', 'Sale', -2, -2, '${claimed}');
    update inventory.stock set quantity = 98, reserved = 3 where sku = 'A';
  `);
  return { db, held, claimed };
};

const shelf = {
  sku: "A",
  quantity: 98,
  reserved: 3,
  ledgerQuantity: 98,
  ledgerReserved: 3,
  held: 3,
};

test("a shop whose books agree has no mismatch", async () => {
  const { db } = await shop();
  expect(await findStockMismatches(db)).toEqual([]);
  expect(await findWronglySold(db)).toEqual([]);

  await stockUp(db, ["A"], 7); // 7 to be had, and 3 that are promised
  expect(await findStockMismatches(db)).toEqual([]);
  const { rows } = await db.query("select quantity, reserved from inventory.stock where sku = 'A'");
  expect(rows).toEqual([{ quantity: 10, reserved: 3 }]);
});

test("a counter that moved without the ledger is found", async () => {
  const { db } = await shop();
  await db.query("update inventory.stock set quantity = 97 where sku = 'A'");
  expect(await findStockMismatches(db)).toEqual([{ ...shelf, quantity: 97 }]);
});

test("a hold that the shelf does not know of is found", async () => {
  const { db, held } = await shop();
  await db.query(`update inventory.holds set state = 'released' where order_id = '${held}'`);
  expect(await findStockMismatches(db)).toEqual([{ ...shelf, held: 0 }]);
});

test("units that stand apart for a flash sale are counted where they stand", async () => {
  const { db } = await shop();
  await db.query(`
    insert into inventory.stock (sku, location, quantity) values ('A', 'sale:1', 5);
    update inventory.stock set quantity = quantity - 5 where sku = 'A' and location = 'main';
    insert into inventory.movements (sku, location, reason, quantity_change, reserved_change)
    values ('A', 'main', 'SetAside', -5, 0), ('A', 'sale:1', 'SetAside', 5, 0);
  `);
  expect(await findStockMismatches(db)).toEqual([]);
  expect(await findWronglySold(db)).toEqual([]);
  await db.query("update inventory.stock set quantity = 6 where location = 'sale:1'");
  expect(await findStockMismatches(db)).toMatchObject([
    { sku: "A", quantity: 6, ledgerQuantity: 5 },
  ]);
});

test("a ledger of a shelf that is not there is found", async () => {
  const { db } = await shop();
  await db.query("delete from inventory.stock where sku = 'B'");
  expect(await findStockMismatches(db)).toMatchObject([{ sku: "B", ledgerQuantity: 100 }]);
});

test("a unit that left the shelf twice for one order is found", async () => {
  const { db, claimed } = await shop();
  await db.query(`
    insert into inventory.movements (sku, reason, quantity_change, reserved_change, order_id)
    values ('A', 'Sale', -2, 0, '${claimed}');
    update inventory.stock set quantity = 96 where sku = 'A';
  `);
  expect(await findStockMismatches(db)).toEqual([]);
  expect(await findWronglySold(db)).toEqual([{ sku: "A", left: 4, claimed: 2 }]);
});
