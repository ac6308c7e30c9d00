import {
  CategoryId,
  ClaimStock,
  parse,
  ProductCreated,
  ProductId,
  RefundId,
  ReleaseStock,
  ReturnStock,
  Sku,
  VariantId,
  type OrderId,
} from "@wares/contracts";
import { idOf, newId, Refused } from "@wares/platform";
import { publish, transact, type Database } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { settle, testTools } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { inventoryService } from "./inventory.service.ts";
import { expireHolds, reservationCommands } from "./reservation.commands.ts";
import { cup, orderNumber, teapot, wants } from "./reservation.examples.ts";
import type { HoldRequest } from "./reservation.ts";

const shop = async (db: Database, quantity: number) => {
  const inventory = inventoryService(testTools(db));
  await inventory.importStock([
    { sku: teapot, quantity },
    { sku: cup, quantity: 5 },
  ]);
  const hold = ({ orderId, lines, minutes }: HoldRequest) =>
    inventory.hold(orderId, lines, minutes);
  const tell = async (...commands: Parameters<typeof publish>[1]) => {
    await transact(db, (tx) => publish(tx, commands));
    await settle(db, [inventory.service]);
  };
  return { inventory, hold, tell };
};

const outcomeOf = (settled: PromiseSettledResult<unknown>) => {
  if (settled.status === "fulfilled") return "held";
  return settled.reason instanceof Refused ? settled.reason.refusal.refusal : "failed";
};

// Counters, holds and the ledger tell one story, for every SKU.
const ledger = async (db: Database) => {
  const { rows } = await db.query(`
    select sku, quantity, reserved, revision,
           quantity - coalesce((select sum(quantity_change) from inventory.movements m where m.sku = s.sku), 0)::int as quantity_off,
           reserved - coalesce((select sum(reserved_change) from inventory.movements m where m.sku = s.sku), 0)::int as reserved_off,
           reserved - coalesce((select sum(l.quantity) from inventory.hold_lines l
                                  join inventory.holds h using (order_id)
                                 where h.state = 'held' and l.sku = s.sku), 0)::int as held_off
      from inventory.stock s order by sku desc`);
  for (const row of rows)
    expect(row).toMatchObject({ quantity_off: 0, reserved_off: 0, held_off: 0 });
  return rows[0];
};
const saidOf = async (db: Database, type: string) =>
  (await db.query("select data from platform.outbox where type = $1 order by position", [type]))
    .rows;
const claimOf = (request: HoldRequest) =>
  ClaimStock({ orderId: request.orderId, lines: [...request.lines] });

test("five hundred shoppers want the last unit: exactly one gets it, however often they ask", async () => {
  await using db = await testDatabase("inventory");
  const { hold } = await shop(db, 1);
  const rush = async () => {
    const asked = Array.from({ length: 500 }, (_, nth) => hold(wants(nth, [teapot, 1])));
    return (await Promise.allSettled(asked)).map(outcomeOf);
  };
  const first = await rush();
  expect(first.filter((outcome) => outcome === "held")).toHaveLength(1);
  expect(first.filter((outcome) => outcome === "inventory.sold_out")).toHaveLength(499);
  expect(await rush()).toEqual(first);
  expect(await ledger(db)).toMatchObject({ quantity: 1, reserved: 1 });
});

test("two processes that share a shelf do not promise it twice, nor wait for each other for ever", async () => {
  await using db = await testDatabase("inventory");
  await shop(db, 100);
  const processes = [reservationCommands(db), reservationCommands(db)] as const;
  const asked = Array.from({ length: 400 }, (_, nth) => {
    const { orderId, lines, minutes } = wants(nth >> 2, [teapot, 1]);
    return processes[nth % 2 ? 1 : 0].hold(orderId, lines, minutes);
  });
  expect((await Promise.allSettled(asked)).map(outcomeOf)).toEqual(Array(400).fill("held"));
  expect(await ledger(db)).toMatchObject({ reserved: 100 });
});

test("an order whose last unit another process is giving it this moment is held, not sold out", async () => {
  await using db = await testDatabase("inventory");
  await shop(db, 1);
  const mine = wants(1, [teapot, 1]);
  const other = await db.connect();
  await other.query("begin");
  await other.query("select from inventory.stock where sku = $1 for update", [teapot]);
  const asked = reservationCommands(db).hold(mine.orderId, mine.lines, mine.minutes);
  const waiting = "select from pg_locks where not granted";
  await expect.poll(async () => (await db.query(waiting)).rowCount).toBeGreaterThan(0);
  await other.query(`
    insert into inventory.holds (order_id, state, expires_at, slots, quantities)
    values ('${mine.orderId}', 'held', now() + interval '1 hour', '{main ${teapot}}', '{1}')`);
  await other.query("update inventory.stock set reserved = 1 where sku = $1", [teapot]);
  await other.query("commit");
  other.release();
  expect(await asked).toMatchObject({ state: "held" });
});

test("an order that another process lets go of this moment, unknown to both, is told that it is over", async () => {
  await using db = await testDatabase("inventory");
  await shop(db, 1);
  const mine = wants(1, [teapot, 1]);
  const other = await db.connect();
  await other.query("begin");
  await other.query(`
    insert into inventory.holds (order_id, state, expires_at) values ('${mine.orderId}', 'released', now())`);
  const asked = reservationCommands(db).hold(mine.orderId, mine.lines, mine.minutes);
  asked.catch(() => {});
  const waiting = "select from pg_locks where not granted";
  await expect.poll(async () => (await db.query(waiting)).rowCount).toBeGreaterThan(0);
  await other.query("commit");
  other.release();
  await expect(asked).rejects.toMatchObject({ refusal: { refusal: "inventory.hold_over" } });
});

test("two processes with orders of their own sell exactly what there is", async () => {
  await using db = await testDatabase("inventory");
  await shop(db, 150);
  const processes = [reservationCommands(db), reservationCommands(db)] as const;
  const asked = Array.from({ length: 600 }, (_, nth) => {
    const { orderId, lines, minutes } = wants(nth, [teapot, 1]);
    return processes[nth % 2 ? 1 : 0].hold(orderId, lines, minutes);
  });
  const outcomes = (await Promise.allSettled(asked)).map(outcomeOf);
  expect(outcomes.filter((outcome) => outcome === "held")).toHaveLength(150);
  expect(outcomes.filter((outcome) => outcome === "inventory.sold_out")).toHaveLength(450);
  expect(await ledger(db)).toMatchObject({ quantity: 150, reserved: 150 });
});

test("the database itself refuses to oversell", async () => {
  await using db = await testDatabase("inventory");
  await shop(db, 1);
  const oversell = db.query("update inventory.stock set reserved = 2 where sku = $1", [teapot]);
  await expect(oversell).rejects.toThrow("stock_check");
});

test("one request that cannot be understood does not take its neighbours down", async () => {
  await using db = await testDatabase("inventory");
  const { hold } = await shop(db, 100);
  const asked = [1, 2, 3].map((nth) => hold(wants(nth, [teapot, 1])));
  const bad = hold({ ...wants(7, [teapot, 1]), orderId: "no uuid" as OrderId });
  await expect(bad).rejects.toThrow("invalid input syntax for type uuid");
  expect((await Promise.allSettled(asked)).map(outcomeOf)).toEqual(Array(3).fill("held"));
});

test("claims, releases and returns come twice and count once", async () => {
  await using db = await testDatabase("inventory");
  const { hold, tell } = await shop(db, 10);
  const [kept, dropped] = [wants(1, [teapot, 3]), wants(2, [teapot, 2])];
  await hold(kept);
  await hold(dropped);
  const refundId = newId(RefundId);
  const back = { orderId: kept.orderId, refundId, lines: [{ sku: teapot, quantity: 1 }] };
  await tell(claimOf(kept), claimOf(kept), ReleaseStock({ orderId: dropped.orderId }));
  await tell(ReleaseStock({ orderId: dropped.orderId }), ReturnStock(back), ReturnStock(back));
  expect(await ledger(db)).toMatchObject({ quantity: 8, reserved: 0 });
  expect(await saidOf(db, "inventory.stock_released")).toMatchObject([
    { data: { orderId: dropped.orderId, reason: "Released" } },
    { data: { orderId: kept.orderId, reason: "Returned" } },
  ]);
  await tell(ReleaseStock({ orderId: kept.orderId }));
  expect(await ledger(db)).toMatchObject({ quantity: 10, reserved: 0 });
});

test("a release that overtakes the hold is remembered", async () => {
  await using db = await testDatabase("inventory");
  const { hold, tell } = await shop(db, 10);
  await tell(ReleaseStock({ orderId: orderNumber(1) }));
  const late = await Promise.allSettled([hold(wants(1, [teapot, 1]))]);
  expect(late.map(outcomeOf)).toEqual(["inventory.hold_over"]);
  expect(await ledger(db)).toMatchObject({ reserved: 0 });
});

test("holds end by the database's clock, and what is claimed late takes what is left", async () => {
  await using db = await testDatabase("inventory");
  const { hold, tell } = await shop(db, 2);
  const [first, second, third] = [1, 2, 3].map((nth) => wants(nth, [teapot, 1]));
  if (!first || !second || !third) throw new Error("three shoppers");
  await hold({ ...first, minutes: 0 });
  await hold({ ...second, minutes: 0 });
  await hold({ ...wants(9, [cup, 1]) });
  expect(await Promise.all([expireHolds(db), expireHolds(db)])).toEqual(
    expect.arrayContaining([2, 0]),
  );
  expect(await ledger(db)).toMatchObject({ quantity: 2, reserved: 0 });

  await hold(third);
  await tell(claimOf(first), claimOf(second));
  expect(await saidOf(db, "inventory.stock_claimed")).toMatchObject([
    { data: { orderId: first.orderId } },
  ]);
  expect(await saidOf(db, "inventory.stock_claim_refused")).toMatchObject([
    { data: { orderId: second.orderId } },
  ]);
  expect(await ledger(db)).toMatchObject({ quantity: 1, reserved: 1 });
});

test("a batch tells each SKU's new stock once, revisions rise by one, an import sets once", async () => {
  await using db = await testDatabase("inventory");
  const { inventory, hold } = await shop(db, 50);
  await Promise.all(Array.from({ length: 40 }, (_, nth) => hold(wants(nth, [teapot, 1]))));
  const told = await saidOf(db, "inventory.inventory_updated");
  const teapots = told.filter(({ data }) => data.sku === teapot);
  expect(teapots.map(({ data }) => data.revision)).toEqual(teapots.map((_, nth) => nth + 1));
  expect(teapots.length).toBeLessThan(10);
  // From 50 to 10, where the point to order again is 10.
  expect(await saidOf(db, "inventory.reorder_point_reached")).toHaveLength(1);
  await inventory.importStock([{ sku: teapot, quantity: 999 }]);
  expect(await ledger(db)).toMatchObject({ quantity: 50 });
  expect(await inventory.availableOf([teapot, cup])).toEqual(
    new Map([
      [teapot, 10],
      [cup, 5],
    ]),
  );
});

test("the service's own loop ends what nobody claimed, and stops when it is told", async () => {
  await using db = await testDatabase("inventory");
  const { inventory, hold } = await shop(db, 2);
  await hold({ ...wants(1, [teapot, 1]), minutes: 0 });
  const loop = inventory.service.work?.();
  await expect.poll(() => inventory.availableOf([teapot])).toEqual(new Map([[teapot, 2]]));
  await loop?.close();
  await hold({ ...wants(2, [teapot, 1]), minutes: 0 });
  expect(await ledger(db)).toMatchObject({ reserved: 1 });
});

test("a new product's SKUs stand on the shelf with nothing, and an older row is left alone", async () => {
  await using db = await testDatabase("inventory");
  const { tell } = await shop(db, 7);
  const productId = idOf(ProductId, "teapot");
  const prices = { USD: 1, EUR: 1, GBP: 1, JPY: 1, CNY: 1 };
  const variant = (sku: Sku) => ({
    id: idOf(VariantId, sku),
    sku,
    attributes: { en: {} },
    prices,
    images: [],
  });
  const text = { en: "Teapot" };
  const product = {
    id: productId,
    revision: 1,
    status: "Draft",
    slug: text,
    name: text,
    description: text,
    brand: "Brown Betty",
    categoryId: idOf(CategoryId, "tea"),
    categoryPath: [idOf(CategoryId, "tea")],
    sku: parse(Sku, "TEAPOT"),
    prices,
    attributes: { en: {} },
    variants: [variant(teapot), variant(parse(Sku, "TEAPOT-RED"))],
    images: [],
    createdAt: "2026-01-01T00:00:00.000Z",
  } as const;
  const whole = {
    ...product,
    categoryPath: [...product.categoryPath],
    variants: [...product.variants],
    images: [],
  };
  await tell(
    ProductCreated({ productId, product: whole }),
    ProductCreated({ productId, product: whole }),
  );
  const { rows } = await db.query(
    "select sku, quantity, revision from inventory.stock order by sku",
  );
  expect(rows).toEqual([
    { sku: cup, quantity: 5, revision: 1 },
    { sku: teapot, quantity: 7, revision: 1 },
    { sku: "TEAPOT-RED", quantity: 0, revision: 0 },
  ]);
});
