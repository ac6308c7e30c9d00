import type { FlashSaleRequest, Sku } from "@wares/contracts";
import type { Database } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { saleNumber, saleOf, saleServer } from "./flash-sale.examples.ts";
import { buyer, order, teapot } from "./quote.examples.ts";

const flashSaleId = saleNumber(1);
const lines = [{ sku: teapot, quantity: 1 }];

const running = async (db: Database, change: Partial<FlashSaleRequest> = {}) => {
  const gone = new Set<Sku>();
  const shop = await saleServer(db, {
    isAdmitted: async () => true,
    shortNow: (_id, asked) =>
      asked.filter(({ sku }) => gone.has(sku)).map(({ sku }) => ({ sku, available: 0 })),
  });
  const { status } = await shop.ask("POST", "/flash-sales", { body: saleOf(1, change) });
  expect(status).toBe(201);
  await db.query("update pricing.flash_sales set starts_at = now() - interval '1 second'");
  const { pricing, aside } = shop;
  return {
    ...shop,
    gone,
    join: (nth: number) => {
      const who = { buyerId: buyer(nth), email: `shopper-${nth}@example.org` };
      return pricing.joinSale({ orderId: order(nth), ...who, flashSaleId, lines });
    },
    sellOut: async () => {
      aside.set(flashSaleId, new Map());
      await expect.poll(async () => (await pricing.openSales())[0]?.items[0]?.available).toBe(0);
    },
  };
};

test("sold out is said from memory, to all but those who have their part", async () => {
  await using db = await testDatabase("pricing");
  const { join, pricing, sellOut, ask } = await running(db);
  // Nobody has looked yet: nothing is known.
  expect(pricing.soldOut(lines)).toBeUndefined();
  await join(1);
  expect(pricing.soldOut(lines)).toBeUndefined();
  await sellOut();
  const refuse = pricing.soldOut(lines) ?? (() => Promise.reject(new Error("It is not known.")));
  expect(await refuse(order(1))).toBeUndefined();
  const losers = await Promise.all([2, 3, 4].map((nth) => refuse(order(nth))));
  expect(losers.map((one) => one?.refusal)).toEqual(Array(3).fill("pricing.flash_sale_sold_out"));
  expect(pricing.soldOut([{ sku: "PLAIN" as Sku, quantity: 1 }])).toBeUndefined();
  await pricing.service.work?.().close();
  expect((await ask("GET", `/flash-sales/${flashSaleId}/figures`)).body).toMatchObject({
    requests: 4,
    refused: 3,
  });
});

test("the first who finds too little tells all others, also those on their way, before any reading does", async () => {
  await using db = await testDatabase("pricing");
  const { join, pricing, gone } = await running(db);
  expect((await pricing.openSales())[0]?.items[0]?.available).toBeGreaterThan(0);
  await join(1);
  gone.add(teapot);
  const refuse = pricing.soldOut(lines);
  expect((await refuse?.(order(2)))?.refusal).toBe("pricing.flash_sale_sold_out");
  await expect(join(3)).rejects.toMatchObject({
    refusal: { refusal: "pricing.flash_sale_sold_out" },
  });
  await join(1); // Who has their part keeps it.
  gone.clear();
  expect(pricing.soldOut(lines)).toBeUndefined();
  await join(3);
});

test("what was read long ago is not known any more", async () => {
  await using db = await testDatabase("pricing");
  const { pricing, sellOut } = await running(db);
  await sellOut();
  expect(pricing.soldOut(lines)).toBeDefined();
  // Asking reads on: only when nobody asked for a second is there nothing to go by.
  await new Promise((passed) => setTimeout(passed, 1_300));
  expect(pricing.soldOut(lines)).toBeUndefined();
});

test("where there is a waiting room, it is the room that says who may ask", async () => {
  await using db = await testDatabase("pricing");
  const { pricing, sellOut } = await running(db, { hasWaitingRoom: true });
  await sellOut();
  expect(pricing.soldOut(lines)).toBeUndefined();
});
