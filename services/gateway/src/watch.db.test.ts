import { setTimeout as sleep } from "node:timers/promises";
import { parse, WaitingTicket, type GuestId } from "@wares/contracts";
import { createLog, Refused } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import type { TicketView } from "./room.ts";
import { findTickets } from "./ticket.store.ts";
import { buyersOf, exampleSale, newOrder, roomProcess } from "./waiting-room.examples.ts";
import { ticketWatch } from "./watch.queries.ts";

const log = createLog("silent");
const soon = { timeout: 5_000, interval: 20 };

/** The same database, and how often it was asked. */
const counting = (db: Database) => {
  let count = 0;
  const query = (...given: unknown[]) => {
    count += 1;
    return (db.query as (...all: unknown[]) => unknown)(...given);
  };
  return { db: Object.assign(Object.create(db) as Database, { query }), count: () => count };
};

test("an open page hears its place, its turn, and what became of it", async () => {
  await using db = await testDatabase("gateway");
  const sale = exampleSale({ unitsLeft: 5 });
  const shop = await roomProcess(db, sale);
  const buyers = buyersOf(12);
  await shop.joinAll(buyers);
  const base = await shop.app.listen({ port: 0, host: "127.0.0.1" });
  const stop = new AbortController();
  const listen = async (buyerId: GuestId) => {
    const { body, status } = await fetch(`${base}/api/v1/flash-sales/${sale.id}/ticket/live`, {
      signal: stop.signal,
      headers: { "x-guest": buyerId },
    });
    const heard: WaitingTicket[] = [];
    const listening = (async () => {
      for await (const chunk of body ?? [])
        for (const line of Buffer.from(chunk).toString().split("\n"))
          if (line.startsWith("data: "))
            heard.push(parse(WaitingTicket, JSON.parse(line.slice("data: ".length))));
    })().catch(() => {});
    return { status, heard, listening, states: () => heard.map(({ state }) => state) };
  };
  const pages = await Promise.all(buyers.map(listen));
  await expect.poll(() => pages.every(({ heard }) => heard.length === 1), soon).toBe(true);
  expect(pages[0]?.states()).toEqual(["Early"]);

  sale.open();
  await shop.tend();
  const lastOf = (state: string) =>
    pages.filter((page) => page.states().at(-1) === state).map(({ heard }) => heard.at(-1));
  await expect
    .poll(() => [lastOf("Admitted").length, lastOf("Waiting").length], soon)
    .toEqual([10, 2]);
  expect(lastOf("Waiting").map((one) => one?.position)).toEqual(expect.arrayContaining([0, 1]));

  const inside = buyers.filter((_, nth) => pages[nth]?.states().at(-1) === "Admitted");
  await shop.useAdmission(sale.id, inside[0] as GuestId, newOrder());
  await expect.poll(() => lastOf("Used").length, soon).toBe(1);
  await shop.tend();
  await expect.poll(() => lastOf("Admitted").length, soon).toBe(10);
  expect(lastOf("Waiting").map((one) => one?.position)).toEqual([0]);

  sale.set({ unitsLeft: 0 });
  await shop.tend();
  await expect.poll(() => lastOf("Over").length, soon).toBe(1);
  sale.set({ status: "Over" });
  await shop.tend();
  await expect.poll(() => lastOf("Over").length, soon).toBe(11);

  // Nobody was told the same thing twice, and each sees their own ticket.
  for (const { heard } of pages) {
    const said = heard.map(({ state, position }) => `${state} ${position}`);
    expect(new Set(said).size).toBe(said.length);
    expect(new Set(heard.map(({ ticket }) => ticket)).size).toBe(1);
  }
  expect(new Set(pages.map(({ heard }) => heard[0]?.ticket)).size).toBe(12);
  stop.abort();
  await Promise.all(pages.map(({ listening }) => listening));
  await shop.app.close();
});

test("a thousand who watch cost one reading, twice a second at most, and nobody none", async () => {
  await using db = await testDatabase("gateway");
  const sale = exampleSale({ unitsLeft: 5 });
  const shop = await roomProcess(db, sale);
  const buyers = buyersOf(1_000);
  await shop.joinAll(buyers);
  const counted = counting(db);
  const { watch } = ticketWatch(counted.db, log, {
    watchersMax: 2_000,
    perBuyerMax: 5,
    readMs: 100,
  });
  const last = new Map<GuestId, TicketView>();
  const found = await findTickets(
    db,
    buyers.map((buyerId) => ({ flashSaleId: sale.id, buyerId })),
  );
  const stops = buyers.map((buyerId) => {
    const one = found.get(`${sale.id} ${buyerId}`);
    if (!one) throw new Error("everybody has a ticket");
    return watch({ flashSaleId: sale.id, buyerId }, one, (view) => void last.set(buyerId, view));
  });
  const count = (state: string) => [...last.values()].filter((one) => one.state === state).length;
  expect([count("Early"), counted.count()]).toEqual([1_000, 0]);

  const from = performance.now();
  sale.open();
  await shop.tend();
  await expect.poll(() => [count("Admitted"), count("Waiting")], soon).toEqual([10, 990]);
  const positions = [...last.values()].flatMap(({ position }) => position ?? []);
  expect(positions.toSorted((one, other) => one - other)).toEqual([...Array(990).keys()]);
  await sleep(500);
  // Each reading asks for the counters, and once for the tickets whose turn it is.
  const readings = Math.ceil((performance.now() - from) / 100) + 1;
  expect(counted.count()).toBeGreaterThan(2);
  expect(counted.count()).toBeLessThanOrEqual(2 * readings);

  for (const stop of stops) stop();
  await sleep(200);
  const after = counted.count();
  await sleep(300);
  expect(counted.count()).toBe(after);
});

test("so many may watch at a time, and one buyer from so many pages", async () => {
  await using db = await testDatabase("gateway");
  const sale = exampleSale();
  const shop = await roomProcess(db, sale);
  const buyers = buyersOf(3);
  await shop.joinAll(buyers);
  const { watch, checkRoom } = ticketWatch(db, log, {
    watchersMax: 3,
    perBuyerMax: 2,
    readMs: 60_000,
  });
  const asked = buyers.map((buyerId) => ({ flashSaleId: sale.id, buyerId }));
  const found = await findTickets(db, asked);
  const enter = (nth: number) => {
    const one = asked[nth];
    const ticket = one && found.get(`${one.flashSaleId} ${one.buyerId}`);
    if (!one || !ticket) throw new Error("no such buyer");
    try {
      checkRoom(one);
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      throw error;
    }
    return watch(one, ticket, () => {});
  };
  const leave = enter(0);
  enter(0);
  expect(enter(0)).toMatchObject({ refusal: "gateway.watched_elsewhere", status: 429 });
  enter(1);
  expect(enter(2)).toMatchObject({ refusal: "gateway.too_many_watchers", status: 503 });
  if (typeof leave !== "function") throw new Error("the first was let in");
  leave();
  leave();
  expect(enter(2)).toBeTypeOf("function");
  expect(enter(2)).toMatchObject({ refusal: "gateway.too_many_watchers" });
});

test("a stream that cannot be had is a problem, not an empty stream", async () => {
  await using db = await testDatabase("gateway");
  const sale = exampleSale();
  const watchLimits = { watchersMax: 0, perBuyerMax: 5, readMs: 500 };
  const shop = await roomProcess(db, sale, { watchLimits });
  const [buyerId, stranger] = buyersOf(2) as [GuestId, GuestId];
  await shop.join(buyerId);
  const ask = (who: GuestId) =>
    shop.app.inject({
      url: `/api/v1/flash-sales/${sale.id}/ticket/live`,
      headers: { "x-guest": who },
    });
  const full = await ask(buyerId);
  expect([full.statusCode, full.headers["retry-after"]]).toEqual([503, "5"]);
  expect(full.json()).toMatchObject({ type: "gateway.too_many_watchers" });
  expect((await ask(stranger)).json()).toMatchObject({ type: "gateway.no_ticket", status: 404 });
});
