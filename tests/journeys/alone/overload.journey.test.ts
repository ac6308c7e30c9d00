import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stdout } from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { shopClient } from "../../../bench/src/shop-client.ts";
import { clerk } from "../clerk.ts";
import { book, crowd } from "../crowd.ts";
import { onlookersApart } from "../onlookers-apart.ts";
import { openApiClient } from "../openapi-client.ts";
import { shopDatabase } from "../shop-database.ts";
import { openShopProcess } from "../shop-process.ts";
import { shopper } from "../shopper.ts";

// Ten times as many as can be served want to order at once, and come again when told. The shop sheds them
// early, shows its shelves meanwhile, keeps every promise, and is itself again when they are gone.

const shop = await openShopProcess();
afterAll(shop.close);
const { call } = await openApiClient(shop.url);
const { guest, quoted, orderOf } = shopper(call);

const memoryMiB = (): number => {
  const { pid } = JSON.parse(readFileSync(join(shop.folder, "running.json"), "utf8"));
  const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(peak) / 1_024);
};

const ordersAmong = async (promised: readonly string[], refused: readonly string[]) => {
  await using database = shopDatabase(shop.databaseUrl);
  const [counts] = await database.rows<{ promised: number; refused: number }>(
    `select count(*) filter (where order_id = any($1::uuid[]))::int as promised,
            count(*) filter (where order_id = any($2::uuid[]))::int as refused
       from orders.orders`,
    [promised, refused],
  );
  return [counts?.promised, counts?.refused];
};

test("a tenfold spike is shed early, and leaves nothing behind", { timeout: 120_000 }, async () => {
  const staff = await clerk(call, shop.hint);
  const { sku, id, name } = await staff.goods(90_000);
  const lines = [{ sku, quantity: 1 }];
  const tokens = await Promise.all(Array.from({ length: 50 }, guest));
  const { orderId: _unused, ...order } = orderOf(lines, (await quoted(lines)).body);
  const client = shopClient(shop.url, 1_000);
  const buyers = crowd({ client, tokens, bodyAfterId: JSON.stringify(order).slice(1) });
  const shelves = [
    `/api/v1/products/${id}?language=en&currency=EUR`,
    `/api/v1/search?query=${encodeURIComponent(name.slice(0, 7))}&language=en&currency=EUR`,
    "/",
  ];

  const looking = { url: shop.url, paths: shelves, everyMs: 50 };
  const inPeace = await onlookersApart(looking);
  await pause(2_000);
  const calm = await inPeace();
  const before = await buyers.steady(64, 4);
  const usual = before.accepted.length / 4;
  const meanwhile = await onlookersApart(looking);
  const deskDuring = pause(3_000).then(() => staff.ordersOf({}));
  const { kept, spikeSeconds, acceptedMeanwhile, allAnswered } = await buyers.spike(usual * 10, 5, {
    again: 1,
    waitingMax: 20_000,
  });
  const spiked = await meanwhile();
  // The crowd has stopped coming; those who were told to come again still do. One more finds room.
  const after = book();
  const begin = performance.now();
  await buyers.order(after, 0, 10);
  const firstMs = performance.now() - begin;
  await allAnswered;
  const calmAgain = performance.now();
  await buyers.order(after, 1, 0);
  const normalMs = Math.round(performance.now() - calmAgain);
  const figures = {
    usualPerSecond: Math.round(usual),
    spikeAcceptedPerSecond: Math.round(acceptedMeanwhile / spikeSeconds),
    accepted: kept.accepted.length,
    turnedAway: kept.turnedAway.length,
    calm,
    spiked,
    firstMs,
    normalMs,
    allAnsweredMs: Math.round(calmAgain - begin),
    memoryMiB: memoryMiB(),
  };
  stdout.write(`${JSON.stringify(figures)}\n`);

  expect([...before.strange, ...kept.strange, ...after.strange]).toEqual([]);
  expect(kept.refusals).toBeGreaterThan(0);
  expect(kept.accepted.length).toBeGreaterThan(usual);
  expect(after.accepted).toHaveLength(2);
  expect(calm.statuses).toEqual({ 200: expect.any(Number) });
  const { 200: shown = 0, "503, come again": busy = 0, ...others } = spiked.statuses;
  expect(others).toEqual({});
  expect(shown).toBeGreaterThan(busy);
  expect((await deskDuring).orders.length).toBeGreaterThan(0);
  expect(calmAgain - begin).toBeLessThan(60_000);
  expect(memoryMiB()).toBeLessThan(1_500);

  const promised = [...before.accepted, ...kept.accepted, ...after.accepted];
  expect(new Set(promised).size).toBe(promised.length);
  expect(await ordersAmong(promised, kept.turnedAway)).toEqual([promised.length, 0]);
  // Who was turned away tries once more, with the same order, and has it.
  const late = book();
  await buyers.order(late, 0, 5, kept.turnedAway[0]);
  expect(late).toMatchObject({ accepted: kept.turnedAway.slice(0, 1), strange: [] });
  await client.close();
});
