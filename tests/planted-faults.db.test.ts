import { randomUUID } from "node:crypto";
import { askOracles } from "@wares/oracle";
import { transact, type Queries } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import {
  absoluteWrite,
  blindRelease,
  checkThenAct,
  locksAsTheyCome,
  orderWithoutHold,
  redeemUncounted,
  type Line,
} from "./planted-faults.examples.ts";

// What the oracles and the constraints are for: each fault is planted, run by many at once, and caught.

type Db = Awaited<ReturnType<typeof testDatabase>>;

const stocked = async () => {
  const db = await testDatabase();
  await db.query(`
    insert into inventory.stock (sku, quantity) values ('CUP', 5), ('PAN', 5);
    insert into inventory.movements (sku, reason, quantity_change, reserved_change)
    values ('CUP', 'Purchase', 5, 0), ('PAN', 'Purchase', 5, 0);
    insert into pricing.coupons (code, percent_off, minimum_subtotal, uses_max, starts_at)
    values ('FEW', 10, 0, 2, now())`);
  return db;
};
const caughtIn = async (db: Db) => {
  const client = await db.connect();
  const breaches = await askOracles(client, { settledAfter: 0 });
  client.release();
  return breaches.map(({ oracle }) => oracle);
};
const withoutTheWall = (db: Db) =>
  db.query("alter table inventory.stock drop constraint stock_check");

const cup: readonly Line[] = [{ sku: "CUP", quantity: 1 }];
type Outcome = Readonly<{ held: number; refused: number; codes: readonly unknown[] }>;
/** Many at once, each tried once: what becomes of them. */
const rush = async (
  db: Db,
  work: (tx: Queries, nth: number) => Promise<boolean>,
  count = 10,
): Promise<Outcome> => {
  const all = await Promise.allSettled(
    Array.from({ length: count }, (_, nth) => transact(db, (tx) => work(tx, nth), 1)),
  );
  const done = all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const codes = all.flatMap((one) =>
    one.status === "rejected" ? [(one.reason as { code?: unknown }).code] : [],
  );
  const held = done.filter(Boolean).length;
  return { held, refused: done.length - held, codes };
};

test("check, then act: the constraint stops it; without that, the oracle finds what is promised twice", async () => {
  await using db = await stocked();
  const first = await rush(db, (tx) => checkThenAct(tx, randomUUID(), cup));
  expect(first).toEqual({ held: 5, refused: 0, codes: Array(5).fill("23514") });
  expect(await caughtIn(db)).toEqual([]);

  await using other = await stocked();
  await withoutTheWall(other);
  expect((await rush(other, (tx) => checkThenAct(tx, randomUUID(), cup))).held).toBe(10);
  expect(await caughtIn(other)).toEqual(["nothing is promised that is not there"]);
});

test("a counter written from an old read: no constraint sees it, two oracles do", async () => {
  await using db = await stocked();
  expect((await rush(db, (tx) => absoluteWrite(tx, randomUUID(), cup))).held).toBe(10);
  expect(await caughtIn(db)).toEqual([
    "stock is what its movements add up to",
    "what is reserved is what live holds hold",
  ]);
});

test("locks as they come: PostgreSQL ends a deadlock after a second, one of two is lost, the books are right", async () => {
  await using db = await stocked();
  const orders: readonly (readonly Line[])[] = [
    [...cup, { sku: "PAN", quantity: 1 }],
    [{ sku: "PAN", quantity: 1 }, ...cup],
  ];
  const { held, codes } = await rush(
    db,
    (tx, nth) => locksAsTheyCome(tx, randomUUID(), orders[nth % 2] ?? cup),
    2,
  );
  expect({ held, codes }).toEqual({ held: 1, codes: ["40P01"] });
  expect(await caughtIn(db)).toEqual([]);
});

test("a release that does not look at the state: given back twice, and the oracle finds another hold without its stock", async () => {
  await using db = await stocked();
  const orderIds = [randomUUID(), randomUUID()];
  for (const orderId of orderIds) await transact(db, (tx) => checkThenAct(tx, orderId, cup));
  expect(await caughtIn(db)).toEqual([]);
  await rush(db, async (tx) => (await blindRelease(tx, orderIds[0] ?? ""), true), 2);
  expect(await caughtIn(db)).toEqual(["what is reserved is what live holds hold"]);
});

test("a coupon that does not count what is on its way: used beyond its limit, says the oracle", async () => {
  await using db = await stocked();
  const { held } = await rush(db, (tx) => redeemUncounted(tx, randomUUID(), randomUUID()));
  expect(held).toBe(10);
  expect(await caughtIn(db)).toEqual(["no coupon is used beyond its limits"]);
});

test("an order that is written before its stock is held: the oracle misses the hold", async () => {
  await using db = await stocked();
  await transact(db, (tx) => orderWithoutHold(tx, randomUUID()));
  expect(await caughtIn(db)).toEqual(["every order has its hold, its items and its event"]);
});
