import {
  ClaimStock,
  FlashSaleEnded,
  FlashSaleId,
  FlashSaleScheduled,
  ProductId,
  ReleaseStock,
  type Sku,
} from "@wares/contracts";
import { idOf, Refused } from "@wares/platform";
import { publish, transact, type Database } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { settle, testTools } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { inventoryService } from "./inventory.service.ts";
import { expireHolds } from "./reservation.commands.ts";
import { cup, orderNumber, teapot } from "./reservation.examples.ts";
import { tidyAsides } from "./set-aside.commands.ts";
import { soldOutMemory } from "./sold-out.cache.ts";

const sale = idOf(FlashSaleId, "sale");
const prices = { USD: 1, EUR: 1, GBP: 1, JPY: 1, CNY: 1 };

const shop = async (db: Database, quantity = 10) => {
  const inventory = inventoryService(testTools(db));
  await inventory.importStock([
    { sku: teapot, quantity },
    { sku: cup, quantity: 5 },
  ]);
  const tell = async (...events: Parameters<typeof publish>[1]) => {
    await transact(db, (tx) => publish(tx, events));
    await settle(db, [inventory.service]);
  };
  const aside = (...items: [Sku, number][]) =>
    inventory.setAside(
      sale,
      items.map(([sku, units]) => ({ sku, quantity: units })),
    );
  const hold = async (nth: number, flashSaleId?: FlashSaleId, quantity = 1, minutes = 15) => {
    const line = { sku: teapot, quantity, ...(flashSaleId && { flashSaleId }) };
    try {
      await inventory.hold(orderNumber(nth), [line], minutes);
      return "held";
    } catch (error) {
      return error instanceof Refused ? error.refusal.refusal : error;
    }
  };
  const left = async () => ({
    main: (await inventory.availableOf([teapot])).get(teapot),
    sale: (await inventory.leftOf([sale])).get(sale)?.get(teapot) ?? 0,
  });
  const tidy = () => tidyAsides(db, soldOutMemory());
  return { inventory, tell, aside, hold, left, tidy };
};
const scheduled = (quantity: number, revision = 1, sku = teapot) =>
  FlashSaleScheduled({
    flashSaleId: sale,
    name: { en: "Friday" },
    startsAt: "2026-11-27T12:00:00.000Z",
    endsAt: "2026-11-27T13:00:00.000Z",
    limitPerCustomer: 1,
    hasWaitingRoom: false,
    items: [{ sku, productId: idOf(ProductId, "teapot"), salePrices: prices, quantity }],
    revision,
  });
const ended = (reason: "Over" | "Cancelled" = "Over") =>
  FlashSaleEnded({ flashSaleId: sale, reason, revision: 9 });
const claimOf = (nth: number) =>
  ClaimStock({ orderId: orderNumber(nth), lines: [{ sku: teapot, quantity: 1 }] });
const releaseOf = (nth: number) => ReleaseStock({ orderId: orderNumber(nth) });

// Counters, holds and the ledger tell one story, for every SKU at every location.
const ledger = async (db: Database) => {
  const { rows } = await db.query(`
    select sku, location, quantity, reserved,
           quantity - coalesce((select sum(quantity_change) from inventory.movements m
             where m.sku = s.sku and m.location = s.location), 0)::int as quantity_off,
           reserved - coalesce((select sum(reserved_change) from inventory.movements m
             where m.sku = s.sku and m.location = s.location), 0)::int as reserved_off,
           reserved - coalesce((select sum(l.quantity) from inventory.hold_lines l
             join inventory.holds h using (order_id)
            where h.state = 'held' and l.sku = s.sku and l.location = s.location), 0)::int as held_off
      from inventory.stock s order by sku desc, location`);
  for (const row of rows)
    expect(row).toMatchObject({ quantity_off: 0, reserved_off: 0, held_off: 0 });
  return rows
    .filter(({ sku }) => sku === teapot)
    .map(({ quantity, reserved }) => [quantity, reserved]);
};

test("a plain order never touches what is set aside, and a sale's order never the shelf", async () => {
  await using db = await testDatabase("inventory");
  const { aside, hold, left } = await shop(db, 5);
  expect(await aside([teapot, 2])).toEqual([]);
  expect(await left()).toEqual({ main: 3, sale: 2 });
  const plain = await Promise.all([1, 2, 3, 4].map((nth) => hold(nth)));
  const ofSale = await Promise.all([5, 6, 7].map((nth) => hold(nth, sale)));
  expect(plain).toEqual(["held", "held", "held", "inventory.sold_out"]);
  expect(ofSale).toEqual(["held", "held", "inventory.sold_out"]);
  expect(await ledger(db)).toEqual([
    [3, 3],
    [2, 2],
  ]);
  const oversell = db.query("update inventory.stock set reserved = 3 where location <> 'main'");
  await expect(oversell).rejects.toThrow("stock_check");
});

test("all items or none; asked twice it is once, and asked otherwise it is the difference", async () => {
  await using db = await testDatabase("inventory");
  const { aside, left } = await shop(db);
  expect(await aside([teapot, 4], [cup, 6])).toEqual([{ sku: cup, available: 5 }]);
  expect(await aside([teapot, 4], ["NEVER" as Sku, 1])).toEqual([{ sku: "NEVER", available: 0 }]);
  expect(await left()).toEqual({ main: 10, sale: 0 });
  const twice = await Promise.all([1, 2, 3, 4].map(() => aside([teapot, 4], [cup, 1])));
  expect(twice).toEqual([[], [], [], []]);
  expect(await left()).toEqual({ main: 6, sale: 4 });
  expect(await aside([teapot, 9])).toEqual([]);
  expect(await left()).toEqual({ main: 1, sale: 9 });
  // What it has already counts as there.
  expect(await aside([teapot, 11])).toEqual([{ sku: teapot, available: 10 }]);
  expect(await aside([teapot, 2])).toEqual([]);
  expect(await ledger(db)).toEqual([
    [8, 0],
    [2, 0],
  ]);
});

test("what no sale is heard of for goes back, to nothing or to what the sale said", async () => {
  await using db = await testDatabase("inventory");
  const { aside, left, tell, tidy } = await shop(db);
  const aMinuteLater = () => db.query("update inventory.set_asides set check_at = now()");
  await aside([teapot, 4]);
  await tidy();
  expect(await left()).toEqual({ main: 6, sale: 4 });
  await aMinuteLater();
  await tidy();
  expect(await left()).toEqual({ main: 10, sale: 0 });

  await aside([teapot, 4]);
  await tell(scheduled(4));
  await aMinuteLater();
  await tidy();
  expect(await left()).toEqual({ main: 6, sale: 4 });
  // A change whose sale was never written.
  await aside([teapot, 7], [cup, 1]);
  await aMinuteLater();
  await tidy();
  expect(await left()).toEqual({ main: 6, sale: 4 });
  await ledger(db);
});

test("units sold before the sale is heard of are not filled up, and an older word changes nothing", async () => {
  await using db = await testDatabase("inventory");
  const { aside, hold, left, tell } = await shop(db);
  await aside([teapot, 4]);
  await hold(1, sale);
  await tell(claimOf(1), scheduled(4));
  expect(await left()).toEqual({ main: 6, sale: 3 });
  await tell(scheduled(6, 3), scheduled(6, 3), scheduled(1, 2));
  expect(await left()).toEqual({ main: 4, sale: 5 });
  await ledger(db);
});

test("of two changes at once the one that was written counts, as far as the shelf allows", async () => {
  await using db = await testDatabase("inventory");
  const { aside, hold, left, tell } = await shop(db);
  await aside([teapot, 8]);
  await aside([teapot, 2]);
  for (const nth of [1, 2, 3, 4, 5]) await hold(nth);
  await tell(scheduled(8));
  expect(await left()).toEqual({ main: 0, sale: 5 });
  expect(await ledger(db)).toEqual([
    [5, 5],
    [5, 0],
  ]);
});

test.for(["Over", "Cancelled"] as const)(
  "%s: what is left goes back, and what orders held follows when it is let go of",
  async (reason) => {
    await using db = await testDatabase("inventory");
    const { aside, hold, left, tell, tidy } = await shop(db);
    await aside([teapot, 6]);
    await tell(scheduled(6));
    for (const nth of [1, 2, 3]) await hold(nth, sale);
    await hold(4, sale, 1, 0);
    await tell(ended(reason), ended(reason));
    expect(await left()).toEqual({ main: 6, sale: 0 });
    expect(await ledger(db)).toEqual([
      [6, 0],
      [4, 4],
    ]);
    // One pays, one is cancelled, one pays and is cancelled later, one was never paid.
    await tell(claimOf(1), releaseOf(2), claimOf(3));
    await expireHolds(db);
    await tell(releaseOf(3), releaseOf(3));
    await Promise.all([tidy(), tidy(), tidy()]);
    expect(await left()).toEqual({ main: 9, sale: 0 });
    expect(await ledger(db)).toEqual([
      [9, 0],
      [0, 0],
    ]);
    // Nobody sets anything aside for a sale that is over.
    expect(await aside([teapot, 1])).toEqual([{ sku: teapot, available: 0 }]);
  },
);

test("a unit that is let go of while the sale runs is the sale's again", async () => {
  await using db = await testDatabase("inventory");
  const { aside, hold, left, tell, tidy } = await shop(db);
  await aside([teapot, 1]);
  await tell(scheduled(1));
  expect([await hold(1, sale), await hold(2, sale)]).toEqual(["held", "inventory.sold_out"]);
  await tell(releaseOf(1));
  await tidy();
  expect(await left()).toEqual({ main: 9, sale: 1 });
  expect(await hold(3, sale)).toBe("held");
});

test("the shop hears of the sale's shelf by its own name, and is not asked to order more", async () => {
  await using db = await testDatabase("inventory");
  const { aside, hold } = await shop(db, 100);
  await aside([teapot, 3]);
  for (const nth of [1, 2, 3]) await hold(nth, sale);
  const { rows } = await db.query<{
    type: string;
    data: { location: string; newAvailable: number };
  }>("select type, data from platform.outbox where subject = $1 order by position", [teapot]);
  const ofSale = rows.filter(({ data }) => data.location === `sale:${sale}`);
  expect(ofSale.map(({ data }) => data.newAvailable)).toEqual([3, 2, 1, 0]);
  expect(new Set(ofSale.map(({ type }) => type))).toEqual(new Set(["inventory.inventory_updated"]));
});

test("everything at once, by three processes: nobody waits for ever, and the books balance", async () => {
  await using db = await testDatabase("inventory");
  const shops = [await shop(db, 400), await shop(db), await shop(db)] as const;
  await shops[0].aside([teapot, 100]);
  const asked = Array.from({ length: 600 }, (_, nth) => {
    const { hold } = shops[nth % 3]!;
    return hold(nth, nth % 2 ? sale : undefined);
  });
  const meanwhile = Array.from({ length: 12 }, async (_, nth) => {
    const { inventory, tidy } = shops[nth % 3]!;
    await inventory.setAside(sale, [{ sku: teapot, quantity: 100 - (nth % 2) }]);
    await expireHolds(db);
    await tidy();
  });
  const outcomes = await Promise.all(asked);
  await Promise.all(meanwhile);
  const by = Map.groupBy(outcomes, String);
  expect([...by.keys()].toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
    "held",
    "inventory.sold_out",
  ]);
  const [main, ofSale] = await ledger(db);
  expect(main?.[1]).toBe(300);
  expect(ofSale?.[1]).toBeGreaterThanOrEqual(99);
  expect(ofSale?.[1]).toBeLessThanOrEqual(100);
});
