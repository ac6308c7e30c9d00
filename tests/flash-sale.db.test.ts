import { testDatabase } from "@wares/testkit/database";
import { expect, onTestFinished, test } from "vitest";
import { guest, lamp, lamps, order, sale, saleWorld, type SaleWorld } from "./flash-sale-world.ts";

const open = async (db: { url: string }, processes: number) => {
  const worlds: SaleWorld[] = [];
  for (let nth = 0; nth < processes; nth++) worlds.push(await saleWorld(db.url));
  const [first] = worlds;
  if (!first) throw new Error("at least one");
  await first.inventory.importStock([{ sku: lamp, quantity: 30 }]);
  onTestFinished(async () => {
    for (const world of worlds) await world.close();
  });
  return [first, worlds] as const;
};
const tally = (outcomes: readonly string[]) =>
  Object.fromEntries(
    [...Map.groupBy(outcomes, (outcome) => outcome)].map(([name, all]) => [name, all.length]),
  );

// Promised once each, and to no customer twice, in the books of all three services.
const books = async ({ db }: SaleWorld) => {
  const one = async (pool: typeof db.orders, text: string) =>
    (await pool.query<Record<string, number>>(text)).rows[0];
  return {
    ...(await one(
      db.inventory,
      `select coalesce(max(quantity) filter (where location <> 'main'), 0) as aside,
              coalesce(max(reserved) filter (where location <> 'main'), 0) as held,
              coalesce(max(reserved) filter (where location = 'main'), 0) as plain from inventory.stock`,
    )),
    ...(await one(
      db.pricing,
      `select coalesce(sum(units) filter (where is_counted), 0)::int as counted,
              (select max(taken) from pricing.flash_sale_customers) as most
         from pricing.flash_sale_parts`,
    )),
    ...(await one(
      db.orders,
      "select count(*)::int as sold from orders.order_items where flash_sale_id is not null",
    )),
  };
};

test("two hundred buyers, one each, twenty units, three processes: twenty orders, exactly", async () => {
  await using db = await testDatabase();
  const [shop, worlds] = await open(db, 3);
  expect((await shop.schedule()).status).toBe(201);
  await shop.begin();
  const { body: quoted } = await shop.quote();
  expect(quoted).toMatchObject({ items: [{ unitPrice: { amount: 1_000 }, flashSaleId: sale }] });
  const asked = Array.from({ length: 200 }, (_, nth) =>
    worlds[nth % 3]!.place(nth, quoted.version),
  );
  const { placed, ...refused } = tally(await Promise.all(asked));
  expect(placed).toBe(20);
  // Told by the sale's own memory, or by the shelf's.
  expect(Object.keys(refused)).toSatisfy((names: string[]) =>
    names.every((name) => /^(inventory.sold_out|pricing.flash_sale_sold_out)$/.test(name)),
  );
  await shop.settle();
  expect(await books(shop)).toEqual({
    aside: 20,
    held: 20,
    plain: 0,
    counted: 20,
    most: 1,
    sold: 20,
  });
  expect([await shop.left(), await shop.onShelf()]).toEqual([0, 10]);
  // The plain goods are for sale, but not to who asks for the sale's price: sold out is said.
  // Quotes read what is left a few times a second.
  await expect.poll(async () => (await shop.quote()).body.type).toBe("pricing.flash_sale_sold_out");
});

test("ten customers send eight orders each, as a new guest each time: one each", async () => {
  await using db = await testDatabase();
  const [shop, worlds] = await open(db, 2);
  await shop.schedule();
  await shop.begin();
  const { body: quoted } = await shop.quote();
  const asked = Array.from({ length: 80 }, (_, nth) => {
    const email = `same-${nth % 10}@example.org`;
    return worlds[nth % 2]!.place(nth, quoted.version, { guest: nth, email });
  });
  expect(tally(await Promise.all(asked))).toEqual({
    placed: 10,
    "pricing.flash_sale_limit_reached": 70,
  });
  await shop.settle();
  expect(await books(shop)).toMatchObject({ held: 10, counted: 10, most: 1, sold: 10 });
});

test("the last unit: one buyer gets it; cancelled, it and the portion can be had again", async () => {
  await using db = await testDatabase();
  const [shop] = await open(db, 1);
  await shop.schedule({ items: lamps(1) });
  await shop.begin();
  const { version } = (await shop.quote()).body;
  const first = await Promise.all([1, 2, 3, 4, 5].map((nth) => shop.place(nth, version)));
  const winner = first.indexOf("placed") + 1;
  expect(tally(first)["placed"]).toBe(1);
  expect(await books(shop)).toMatchObject({ held: 1, counted: 1, sold: 1 });
  // Who lost keeps nothing back: neither a unit nor their portion.
  const retried = await shop.place(winner, version);
  expect(retried).toBe("placed");
  await shop.settle();
  const path = `/orders/${order(winner)}/cancellation`;
  expect((await shop.ask("PUT", path, { body: {}, as: guest(winner) })).status).toBe(200);
  await shop.settle();
  expect(await shop.left()).toBe(1);
  expect(await books(shop)).toMatchObject({ held: 0, counted: 0, most: 0 });
  const again = async () => shop.place(50, version, { guest: winner });
  await expect.poll(again, { timeout: 2_000 }).toBe("placed");
});

/** What each of these pools is asked, by what it was for; `hot` touches what all buyers of a sale want. */
const watchStatements = ({ db }: SaleWorld) => {
  const seen: string[] = [];
  for (const pool of Object.values(db))
    pool.on("acquire", (client) => {
      const { query } = client;
      if (Object.hasOwn(client, "isWatched")) return;
      Object.assign(client, {
        isWatched: true,
        query: (...given: unknown[]) => {
          const [asked] = given as [string | { text: string; name?: string }];
          seen.push(typeof asked === "string" ? asked : asked.text);
          return (query as (...all: unknown[]) => unknown).apply(client, given);
        },
      });
    });
  return {
    count: () => seen.length,
    hot: () => seen.filter((text) => /\bbegin\b|for update|insert into|^\s*update/i.test(text)),
    forget: () => void seen.splice(0),
  };
};

test("sold out is known: four hundred losers cost a few looks and touch no row that others want", async () => {
  await using db = await testDatabase();
  const [shop] = await open(db, 1);
  const statements = watchStatements(shop);
  await shop.schedule({ items: lamps(1) });
  await shop.begin();
  const { version } = (await shop.quote()).body;
  expect(await shop.place(1, version)).toBe("placed");
  await shop.settle();
  await expect.poll(async () => (await shop.quote()).body.type).toBe("pricing.flash_sale_sold_out");
  statements.forget();
  const rush = Array.from({ length: 400 }, (_, nth) => shop.place(100 + nth, version));
  // Who has it is told so, in the middle of them: also by an order that is sent again.
  const again = shop.place(1, version);
  expect(tally(await Promise.all(rush))).toEqual({ "pricing.flash_sale_sold_out": 400 });
  expect(await again).toBe("placed");
  expect(statements.hot()).toEqual([]);
  // Two looks for up to 250 of them, by the order's id, and now and then a reading of what is left.
  expect(statements.count()).toBeLessThan(60);
  // Staff see how many came for nothing.
  const loop = shop.pricing.service.work?.();
  await loop?.close();
  expect((await shop.ask("GET", `/flash-sales/${sale}/figures`)).body).toMatchObject({
    refused: 400,
  });
});

test("a unit that comes back can be bought within a second, while losers go on asking", async () => {
  await using db = await testDatabase();
  const [shop, [, other]] = await open(db, 2);
  await shop.schedule({ items: lamps(1) });
  await shop.begin();
  const { version } = (await shop.quote()).body;
  expect(await shop.place(1, version)).toBe("placed");
  await shop.settle();
  const until = async (nth: number, outcome: string, world = shop) => {
    for (let at = nth; ; at++) if ((await world.place(at, version)) === outcome) return at;
  };
  for (const world of [shop, other!]) await until(1_000, "pricing.flash_sale_sold_out", world);
  // It comes back in the other process: this one hears nothing of it by itself.
  await other!.ask("PUT", `/orders/${order(1)}/cancellation`, { body: {}, as: guest(1) });
  await shop.settle();
  expect(await shop.left()).toBe(1);
  const began = performance.now();
  await until(5_000, "placed");
  expect(performance.now() - began).toBeLessThan(1_500);
});

test("the sale ends while orders hold its units: they keep them, and what they let go of goes back", async () => {
  await using db = await testDatabase();
  const [shop] = await open(db, 1);
  await shop.schedule();
  await shop.begin();
  const { version } = (await shop.quote()).body;
  for (const nth of [1, 2, 3]) expect(await shop.place(nth, version)).toBe("placed");
  const offer = (await shop.pricing.offersNow()).get(lamp);
  expect(offer).toMatchObject({ salePrices: { USD: 1_000 }, flashSaleId: sale });
  await shop.db.pricing.query("update pricing.flash_sales set ends_at = now()");
  const loops = [shop.pricing.service.work?.(), shop.inventory.service.work?.()];
  onTestFinished(async () => {
    for (const loop of loops) await loop?.close();
  });
  // Too late, also with the quote of before.
  await expect
    .poll(() => shop.place(4, version), { timeout: 2_000 })
    .toMatch(/quote_changed|not_running/);
  await expect
    .poll(async () => (await shop.settle(), await shop.onShelf()), { timeout: 5_000 })
    .toBe(27);
  expect(await books(shop)).toMatchObject({ aside: 3, held: 3, sold: 3 });
  await shop.ask("PUT", `/orders/${order(2)}/cancellation`, { body: {}, as: guest(2) });
  await expect
    .poll(async () => (await shop.settle(), await shop.onShelf()), { timeout: 8_000 })
    .toBe(28);
  const { body } = await shop.quote();
  expect(body.items[0]).toMatchObject({ unitPrice: { amount: 5_000 } });
  expect((await shop.pricing.offersNow()).has(lamp)).toBe(false);
});

test("a sale is cancelled while it runs: nobody else begins, and the shelf has the rest", async () => {
  await using db = await testDatabase();
  const [shop] = await open(db, 1);
  const { body } = await shop.schedule();
  await shop.begin();
  const { version } = (await shop.quote()).body;
  await shop.place(1, version);
  const path = `/flash-sales/${sale}/cancellation`;
  expect((await shop.ask("PUT", path, { revision: body.revision })).status).toBe(200);
  await shop.settle();
  expect([await shop.onShelf(), await shop.left()]).toEqual([29, 0]);
  await expect
    .poll(() => shop.place(2, version), { timeout: 2_000 })
    .toMatch(/quote_changed|not_running/);
  expect(await shop.place(1, version)).toBe("placed");
  await shop.settle();
  expect(await books(shop)).toMatchObject({ held: 1, counted: 1, sold: 1 });
});

test("five hundred quotes and looks cost a handful of statements", async () => {
  await using db = await testDatabase();
  const [shop] = await open(db, 1);
  await shop.schedule();
  await shop.begin();
  let statements = 0;
  for (const pool of [shop.db.pricing, shop.db.inventory])
    pool.on("acquire", () => void (statements += 1));
  const began = performance.now();
  const look = () => shop.ask("GET", "/flash-sales/open", { as: guest(1) });
  const asked = Array.from({ length: 500 }, (_, nth) => (nth % 2 ? shop.quote() : look()));
  expect(new Set((await Promise.all(asked)).map(({ status }) => status))).toEqual(new Set([200]));
  // Two statements for each quarter of a second that it took, and for the first.
  const turns = Math.ceil((performance.now() - began) / 250);
  expect(statements).toBeLessThanOrEqual(2 * (turns + 1));
});

test("an open page is told of the last unit within a second, and a hundred pages cost one reading", async () => {
  await using db = await testDatabase();
  const [shop] = await open(db, 1);
  await shop.schedule({ items: lamps(1) });
  await shop.begin();
  const base = await shop.app.listen({ port: 0, host: "127.0.0.1" });
  const stop = new AbortController();
  const heard: string[] = [];
  const pages = await Promise.all(
    Array.from({ length: 100 }, () =>
      fetch(`${base}/api/v1/flash-sales/${sale}/stock/live`, { signal: stop.signal }),
    ),
  );
  const listening = pages.map(async ({ body }, nth) => {
    heard[nth] = "";
    for await (const chunk of body ?? []) heard[nth] += Buffer.from(chunk).toString();
  });
  const isTold = (available: number) =>
    heard.filter((text) => text.includes(`{"sku":"${lamp}","available":${available}}`)).length;
  await expect.poll(() => isTold(1)).toBe(100);
  let statements = 0;
  const count = () => void (statements += 1);
  shop.db.pricing.on("acquire", count);
  const { version } = (await shop.quote()).body;
  await shop.place(1, version);
  const sold = performance.now();
  await expect.poll(() => isTold(0), { timeout: 5_000, interval: 10 }).toBe(100);
  expect(performance.now() - sold).toBeLessThan(1_000);
  // Four readings a second at most, whoever looks; the order itself took a few.
  expect(statements).toBeLessThan(20);
  stop.abort();
  await Promise.allSettled(listening);
  shop.app.server.closeAllConnections();
});
