import { OrderCancelled, OrderCreated, OrderPaid, type FlashSaleRequest } from "@wares/contracts";
import { Refused } from "@wares/platform";
import { publish, transact, type Database } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { settle } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { expireParts } from "./flash-sale-part.commands.ts";
import { letGoOf } from "./flash-sale-part.store.ts";
import type { FlashSaleNeeds } from "./flash-sale.needs.ts";
import { created, saleNumber, saleOf, saleServer, saleShop } from "./flash-sale.examples.ts";
import { buyer, order, teapot } from "./quote.examples.ts";

const sale = saleNumber(1);
type Change = Partial<FlashSaleRequest>;

/** A sale that runs, and what was asked of it. */
const running = async (db: Database, change: Change = {}, needs: Partial<FlashSaleNeeds> = {}) => {
  const made = await saleServer(db, needs);
  const { status } = await made.ask("POST", "/flash-sales", { body: saleOf(1, change) });
  expect(status).toBe(201);
  await db.query("update pricing.flash_sales set starts_at = now() - interval '1 second'");
  const tell = async (...events: Parameters<typeof publish>[1]) => {
    await transact(db, (tx) => publish(tx, events));
    await settle(db, [made.pricing.service]);
  };
  return { ...made, tell, join: joining(made.pricing) };
};
type Shop = ReturnType<typeof saleShop>["pricing"];
type Wish = Readonly<{ whose?: number; email?: string; quantity?: number }>;
const joining =
  (pricing: Pick<Shop, "joinSale">) =>
  async (nth: number, wish: Wish = {}) => {
    const { whose = nth, email = `shopper-${whose}@example.org`, quantity = 1 } = wish;
    const who = { orderId: order(nth), buyerId: buyer(whose), email, flashSaleId: sale };
    try {
      await pricing.joinSale({ ...who, lines: [{ sku: teapot, quantity }] });
      return "in";
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return error.refusal.refusal.replace("pricing.flash_sale_", "");
    }
  };
const counted = async (db: Database) => {
  const { rows } = await db.query(`
    select (select coalesce(sum(units), 0)::int from pricing.flash_sale_parts where is_counted) as units,
           (select coalesce(sum(taken), 0)::int from pricing.flash_sale_customers) as taken,
           (select coalesce(max(taken), 0) from pricing.flash_sale_customers) as most`);
  return rows[0];
};
const cancelled = (nth: number) =>
  OrderCancelled({ orderId: order(nth), reason: "CustomerRequest" });

test("however many orders a customer sends at once, to two processes, their portion is theirs", async () => {
  await using db = await testDatabase("pricing");
  const { join, aside } = await running(db);
  const elsewhere = saleShop(db);
  for (const [id, units] of aside) elsewhere.aside.set(id, units);
  const other = joining(elsewhere.pricing);
  const asked = Array.from({ length: 120 }, (_, nth) =>
    (nth % 2 ? join : other)(nth, { whose: nth % 10 }),
  );
  const by = Map.groupBy(await Promise.all(asked), String);
  expect([by.get("in")?.length, by.get("limit_reached")?.length]).toEqual([20, 100]);
  expect(await counted(db)).toEqual({ units: 20, taken: 40, most: 2 });
});

test("a new guest with the same address has no other portion, nor the same guest with a new one", async () => {
  await using db = await testDatabase("pricing");
  const { join } = await running(db);
  expect(await join(1, { email: "ada@example.com", quantity: 2 })).toBe("in");
  expect(await join(2, { email: "Ada+2@Example.com" })).toBe("limit_reached");
  expect(await join(3, { whose: 1, email: "bob@example.com" })).toBe("limit_reached");
  const { rows } = await db.query("select customer from pricing.flash_sale_customers");
  for (const { customer } of rows) expect(customer).not.toMatch(/ada|example/i);
});

test("the database itself gives nobody more than their portion", async () => {
  await using db = await testDatabase("pricing");
  const { join } = await running(db);
  await join(1, { quantity: 2 });
  const more = db.query("update pricing.flash_sale_customers set taken = taken + 1");
  await expect(more).rejects.toThrow("flash_sale_limit");
});

test("an order that is cancelled gives its units back once; one that asks again is in once", async () => {
  await using db = await testDatabase("pricing");
  const { join, tell, ask } = await running(db);
  expect([await join(1, { quantity: 2 }), await join(1, { quantity: 2 })]).toEqual(["in", "in"]);
  await tell(OrderCreated(created(1, sale, 2)), OrderPaid(paidOf(1)));
  expect((await ask("GET", `/flash-sales/${sale}/figures`)).body).toMatchObject({
    sold: 2,
    paid: 2,
    available: 100,
  });
  expect(await join(2, { whose: 1 })).toBe("limit_reached");
  await tell(cancelled(1), cancelled(1));
  expect(await counted(db)).toMatchObject({ units: 0, taken: 0 });
  // That order is over for good; another of the same customer is not.
  expect([await join(1, { quantity: 2 }), await join(2, { whose: 1 })]).toEqual([
    "not_running",
    "in",
  ]);
});
const paidOf = (nth: number) => {
  const { orderId, buyerId, items, total } = created(nth, sale, 2);
  return { orderId, buyerId, items, total };
};

test("whose stock was not to be had leaves at once, and may try again with the same order", async () => {
  await using db = await testDatabase("pricing");
  const { join, pricing } = await running(db, { limitPerCustomer: 1 });
  await join(1);
  await Promise.all([1, 2].map(() => pricing.leaveSale(order(1), sale)));
  expect(await counted(db)).toMatchObject({ units: 0, taken: 0 });
  expect(await join(2, { whose: 1 })).toBe("in");
  expect(await join(1)).toBe("limit_reached");
  await pricing.leaveSale(order(2), sale);
  expect(await join(1)).toBe("in");
  expect(await counted(db)).toMatchObject({ units: 1, most: 1 });
});

test("a part whose order never came is let go of; one that is heard of late keeps its price", async () => {
  await using db = await testDatabase("pricing");
  const { join, tell } = await running(db, { limitPerCustomer: 1 });
  for (const nth of [1, 2, 3]) await join(nth);
  await tell(OrderCreated(created(3, sale)));
  await db.query("update pricing.flash_sale_parts set expires_at = now()");
  await Promise.all([expireParts(db), expireParts(db)]);
  expect(await counted(db)).toMatchObject({ units: 1, taken: 2 });
  expect(await join(4, { whose: 1 })).toBe("in");
  // Of the first the portion is taken by now; of the second there is room.
  await tell(OrderCreated(created(1, sale)), OrderCreated(created(2, sale)));
  expect(await counted(db)).toMatchObject({ units: 3, taken: 6, most: 1 });
  expect(await join(5, { whose: 2 })).toBe("limit_reached");
  await tell(cancelled(1), cancelled(2), cancelled(4));
  expect(await counted(db)).toMatchObject({ units: 1, taken: 2 });
});

test("nobody joins a sale that is not yet, over or cancelled; whoever is in stays in", async () => {
  await using db = await testDatabase("pricing");
  const { join, tell } = await running(db);
  await join(1);
  const set = (change: string) => db.query(`update pricing.flash_sales set ${change}`);
  await set("starts_at = now() + interval '1 minute'");
  expect(await join(2)).toBe("not_running");
  await set("starts_at = now() - interval '2 minutes', ends_at = now() - interval '1 minute'");
  expect([await join(3), await join(1)]).toEqual(["not_running", "in"]);
  await set("ends_at = now() + interval '1 hour', cancelled_at = now()");
  expect([await join(4), await join(1)]).toEqual(["not_running", "in"]);
  await tell(OrderCreated(created(1, sale)));
  expect(await counted(db)).toMatchObject({ units: 1 });
});

test("a sale that was seen sold out refuses without a lock, but not whoever is in", async () => {
  await using db = await testDatabase("pricing");
  const { join, aside, ask } = await running(db);
  await join(1);
  aside.set(sale, new Map([[teapot, 0]]));
  let nth = 100;
  await expect.poll(() => join((nth += 1)), { interval: 100 }).toBe("sold_out");
  const other = await db.connect();
  await other.query("begin");
  await other.query(
    "lock table pricing.flash_sale_customers, pricing.flash_sales in exclusive mode",
  );
  // Within the quarter of a second in which nothing is read anew; the lock is for writers alone.
  expect(await Promise.all([3, 4, 5].map((other) => join(other)))).toEqual(
    Array(3).fill("sold_out"),
  );
  await other.query("commit");
  other.release();
  expect(await join(1)).toBe("in");
  const quoted = await ask("POST", "/quotes", { body: quoteOf(1) });
  expect(quoted.body).toMatchObject({
    type: "pricing.flash_sale_sold_out",
    field: "/lines/0/quantity",
    detail: { lines: [{ sku: teapot, available: 0 }] },
  });
});
const quoteOf = (quantity: number) => ({
  lines: [{ sku: teapot, quantity }],
  currency: "USD",
  language: "en",
  destination: { country: "DE", state: "", postalCode: "10115" },
});

test("the waiting room is asked where there is one, and lets in again whoever is in", async () => {
  await using db = await testDatabase("pricing");
  const room = new Set([buyer(1)]);
  const { join } = await running(
    db,
    { hasWaitingRoom: true },
    { isAdmitted: async (_, buyerId) => room.has(buyerId as never) },
  );
  expect([await join(1), await join(2)]).toEqual(["in", "waiting-room"]);
  room.clear();
  expect([await join(1), await join(3, { whose: 1 })]).toEqual(["in", "waiting-room"]);
});

test("a quote follows the sale: its price while it runs, the shop's own before and after", async () => {
  await using db = await testDatabase("pricing");
  const { ask } = await running(db);
  const quoted = async () => {
    const { body } = await ask("POST", "/quotes", { body: quoteOf(2) });
    return [body.items[0].unitPrice.amount, body.items[0].flashSaleId, body.version];
  };
  const during = await quoted();
  expect(during).toEqual([600, sale, expect.any(String)]);
  expect(await ask("POST", "/quotes", { body: quoteOf(3) })).toMatchObject({
    status: 422,
    body: { type: "pricing.flash_sale_limit", field: "/lines/0/quantity" },
  });
  await db.query("update pricing.flash_sales set ends_at = now()");
  await expect.poll(async () => (await quoted())[0], { interval: 20 }).toBe(1_000);
  const after = await quoted();
  expect(after[1]).toBeUndefined();
  expect(after[2]).not.toBe(during[2]);
});

test("what was asked and refused is counted by every process, and added up", async () => {
  await using db = await testDatabase("pricing");
  const first = await running(db, { limitPerCustomer: 1 });
  const second = saleShop(db);
  for (const [id, units] of first.aside) second.aside.set(id, units);
  const other = joining(second.pricing);
  const loops = [first.pricing.service.work?.(), second.pricing.service.work?.()];
  await Promise.all([1, 2, 3].map((nth) => first.join(nth, { whose: 1 })));
  await Promise.all([4, 5].map((nth) => other(nth, { whose: 1 })));
  await first.pricing.leaveSale(order(9), sale);
  const figures = async () => (await first.ask("GET", `/flash-sales/${sale}/figures`)).body;
  await expect.poll(figures, { timeout: 5_000 }).toMatchObject({ requests: 5, refused: 5 });
  await Promise.all(loops.map(async (loop) => loop?.close()));
});

test("joins, retreats, cancellations and sweeps at once, by two processes: the books balance", async () => {
  await using db = await testDatabase("pricing");
  const first = await running(db, { limitPerCustomer: 3 });
  const second = saleShop(db);
  for (const [id, units] of first.aside) second.aside.set(id, units);
  const [one, other] = [first.join, joining(second.pricing)];
  const failures: unknown[] = [];
  const keep = (error: unknown) => void failures.push(error);
  const life = async (nth: number) => {
    const wish = { whose: nth % 12, email: `shared-${nth % 7}@example.org` };
    await (nth % 2 ? one : other)(nth, wish);
    if (nth % 3 === 0) await first.pricing.leaveSale(order(nth), sale);
    if (nth % 3 === 1) await letGo(db, nth);
    if (nth % 5 === 0) await (nth % 2 ? other : one)(nth, wish);
  };
  const sweeps = Array.from({ length: 10 }, async () => {
    await db.query(
      "update pricing.flash_sale_parts set expires_at = now() where units = 1 and random() < 0.2",
    );
    await expireParts(db);
  });
  const lives = Array.from({ length: 300 }, (_, nth) => life(nth));
  await Promise.all([...lives, ...sweeps].map((done) => done.catch(keep)));
  expect(failures).toEqual([]);
  const { units, taken, most } = await counted(db);
  expect([taken, most <= 3]).toEqual([2 * units, true]);
  expect(units).toBeGreaterThan(0);
  const { rows } = await db.query(
    `select customer, taken - coalesce((select sum(units) from pricing.flash_sale_parts
              where is_counted and customers @> array[customer]), 0)::int as off
       from pricing.flash_sale_customers`,
  );
  expect(rows.filter(({ off }) => off !== 0)).toEqual([]);
});
const letGo = (db: Database, nth: number) =>
  transact(db, (tx) =>
    letGoOf(tx, [order(nth), order(nth + 1), order(nth - 1)], {
      to: "returned",
      from: ["reserved", "confirmed"],
    }),
  );

test("staff who watch the figures hear what changed, and when it was so", async () => {
  await using db = await testDatabase("pricing");
  const { app, join, pricing } = await running(db);
  const loop = pricing.service.work?.();
  const base = await app.listen({ port: 0, host: "127.0.0.1" });
  const stop = new AbortController();
  const url = `${base}/api/v1/flash-sales/${sale}/figures/live`;
  const { body } = await fetch(url, { signal: stop.signal });
  let heard = "";
  const listening = (async () => {
    for await (const chunk of body ?? []) heard += Buffer.from(chunk).toString();
  })().catch(() => {});
  await expect.poll(() => heard).toMatch(/"requests":0.*"at":"2/);
  await join(1);
  await expect.poll(() => heard, { timeout: 5_000 }).toMatch(/"requests":1,.*"at":"2/);
  stop.abort();
  await listening;
  await loop?.close();
  app.server.closeAllConnections();
  await app.close();
});
