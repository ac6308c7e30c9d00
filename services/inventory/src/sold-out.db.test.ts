import { FlashSaleId, ReleaseStock, UserId } from "@wares/contracts";
import { idOf, newId, Refused, uuidv7 } from "@wares/platform";
import { publish, transact, type Database } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { settle, testTools } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { inventoryService } from "./inventory.service.ts";
import { orderNumber, teapot } from "./reservation.examples.ts";
import { soldOutMemory } from "./sold-out.cache.ts";
import { stockCommands } from "./stock.commands.ts";

const sale = idOf(FlashSaleId, "sale");
const shop = async (db: Database, flashSaleId?: FlashSaleId) => {
  const inventory = inventoryService(testTools(db));
  await inventory.importStock([{ sku: teapot, quantity: 1 }]);
  if (flashSaleId) await inventory.setAside(flashSaleId, [{ sku: teapot, quantity: 1 }]);
  const line = { sku: teapot, quantity: 1, ...(flashSaleId && { flashSaleId }) };
  const hold = async (nth: number) => {
    try {
      return (await inventory.hold(orderNumber(nth), [line], 15)).state;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return [error.refusal.refusal, error.refusal.detail];
    }
  };
  return { inventory, hold };
};
const soldOut = ["inventory.sold_out", { lines: [{ sku: teapot, available: 0 }] }];

test.for([
  ["of the shop", undefined],
  ["of a flash sale", sale],
] as const)("a loser %s is told at once, while somebody has the row locked", async ([, of]) => {
  await using db = await testDatabase("inventory");
  const { hold } = await shop(db, of);
  const other = await db.connect();
  await other.query("begin");
  expect([await hold(1), await hold(2)]).toEqual(["held", soldOut]);
  await other.query("select from inventory.stock for update");
  // All of these would wait for the row; whoever might hold it already does.
  const losers = Promise.all(Array.from({ length: 200 }, (_, nth) => hold(10 + nth)));
  const winner = hold(1);
  expect(await losers).toEqual(Array(200).fill(soldOut));
  let isAnswered = false;
  void winner.then(() => (isAnswered = true));
  expect(isAnswered).toBe(false);
  await other.query("commit");
  other.release();
  expect(await winner).toBe("held");
});

test("a unit that is let go of, or comes in, can be bought at once", async () => {
  await using db = await testDatabase("inventory");
  const { inventory, hold } = await shop(db);
  expect([await hold(1), await hold(2), await hold(3)]).toEqual(["held", soldOut, soldOut]);
  await transact(db, (tx) => publish(tx, [ReleaseStock({ orderId: orderNumber(1) })]));
  await settle(db, [inventory.service]);
  expect([await hold(4), await hold(5)]).toEqual(["held", soldOut]);
});

test("so can what staff put there, and what another process put there after half a second", async () => {
  await using db = await testDatabase("inventory");
  const { hold } = await shop(db);
  expect([await hold(1), await hold(2)]).toEqual(["held", soldOut]);
  // By somebody whom this process does not hear.
  const stock = stockCommands(db, soldOutMemory());
  const one = { adjustmentId: uuidv7(), change: 1, reason: "Purchase" as const };
  await stock.adjust(teapot, one, newId(UserId));
  const bought = () => hold(3);
  await expect.poll(bought, { timeout: 1_500, interval: 50 }).toBe("held");
});
