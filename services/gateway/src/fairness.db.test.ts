import { createHash } from "node:crypto";
import type { BuyerId, GuestId } from "@wares/contracts";
import { connect } from "@wares/platform/database";
import { roleOf } from "@wares/platform/run";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { buyersOf, exampleSale, newBuyer, newOrder, roomProcess } from "./waiting-room.examples.ts";

// Who is let in, and in which order.

type Waiting = Readonly<{ query: (text: string) => Promise<{ rows: object[] }> }>;
const inOrder = async (db: Waiting) => {
  const { rows } = await db.query(
    "select buyer_id from gateway.waiting_tickets order by flash_sale_id, place",
  );
  return (rows as { buyer_id: GuestId }[]).map(({ buyer_id }) => buyer_id);
};
const everybody = async (db: Waiting) => {
  const { rows } = await db.query(
    `select buyer_id, nth, lot, place, admitted_at, admitted_until, used_at
       from gateway.waiting_tickets order by buyer_id`,
  );
  return rows;
};

/** Two processes of one shop: each with connections of its own, as few as a shop gives. */
const twoProcesses = async (url: string, sale: ReturnType<typeof exampleSale>) => {
  const pools = [0, 1].map(() => connect({ url, connectionsMax: 4, role: roleOf("gateway") }));
  const processes = await Promise.all(pools.map((pool) => roomProcess(pool, sale)));
  return {
    processes,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
};

test("500 come before the opening and 500 after: the early ones by lot, then the late ones as they came", async () => {
  await using db = await testDatabase("gateway");
  const sale = exampleSale();
  await using shop = await twoProcesses(db.url, sale);
  const [one, other] = shop.processes;
  if (!one || !other) throw new Error("two processes");
  const early = buyersOf(500);
  const late = buyersOf(500);

  await Promise.all([one.joinAll(early.slice(0, 250)), other.joinAll(early.slice(250))]);
  for (const { state, position } of await one.tickets(early.slice(0, 20)))
    expect([state, position]).toEqual(["Early", undefined]);
  const arrival = await inOrder(db);
  expect(await one.tend()).toHaveLength(1);
  expect(await inOrder(db)).toEqual(arrival);

  sale.open();
  // Late, and faster than the loop that draws.
  await one.joinAll(late.slice(0, 100));
  await Promise.all([one.tend(), other.tend()]);
  for (const buyerId of late.slice(100, 110)) await other.join(buyerId);
  await one.joinAll(late.slice(110));

  const order = await inOrder(db);
  expect(order).toHaveLength(1_000);
  expect(new Set(order.slice(0, 500))).toEqual(new Set(early));
  expect(order.slice(0, 500)).not.toEqual(arrival);
  expect(order.slice(600, 610)).toEqual(late.slice(100, 110));
  const { rows } = await db.query(
    `select count(*) as wrong from (
       select joined_at < lag(joined_at) over (order by place) as is_wrong
         from gateway.waiting_tickets where lot is null) as late where is_wrong`,
  );
  expect(rows).toEqual([{ wrong: 0 }]);

  // The lot is what the seed says: it can be checked by anybody, and was not there before the opening.
  const { rows: rooms } = await db.query("select seed from gateway.waiting_rooms");
  const [{ seed }] = rooms as [{ seed: string }];
  const hash = (id: BuyerId) => createHash("sha256").update(`${seed}${id}`).digest("hex");
  expect(order.slice(0, 500)).toEqual(early.toSorted((a, b) => (hash(a) < hash(b) ? -1 : 1)));

  // The shop ends and begins anew, in the middle of letting people in.
  const before = await everybody(db);
  await using again = await twoProcesses(db.url, sale);
  await again.processes[0]?.tend();
  expect(await everybody(db)).toEqual(before);
  const ahead = order.findIndex((id) => id === late[499]) - 200;
  expect(await again.processes[1]?.ticket(late[499] as GuestId)).toMatchObject({
    state: "Waiting",
    position: ahead,
  });
});

test("two draws of the same people differ", async () => {
  await using db = await testDatabase("gateway");
  const early = buyersOf(50);
  const orders: string[] = [];
  for (const sale of [exampleSale(), exampleSale()]) {
    const shop = await roomProcess(db, sale);
    await shop.joinAll(early);
    sale.open();
    await shop.tend();
    const { rows } = await db.query(
      `select string_agg(buyer_id::text, ' ' order by place) as order
         from gateway.waiting_tickets where flash_sale_id = '${sale.id}'`,
    );
    orders.push((rows as { order: string }[])[0]?.order ?? "");
  }
  expect(orders[0]).toHaveLength(50 * 37 - 1);
  expect(orders[0]).not.toBe(orders[1]);
});

test("a sale that has begun for its owner but not for the database's clock opens for nobody", async () => {
  await using db = await testDatabase("gateway");
  const sale = exampleSale({ status: "Running" });
  const shop = await roomProcess(db, sale);
  await shop.joinAll(buyersOf(5));
  await shop.tend();
  const { rows } = await db.query("select drawn_at, seed, through from gateway.waiting_rooms");
  expect(rows).toEqual([{ drawn_at: null, seed: null, through: 0 }]);
});

test("many loops at once let in no more than allowed, and nobody twice", async () => {
  await using db = await testDatabase("gateway");
  const sale = exampleSale({ unitsLeft: 30 });
  await using shop = await twoProcesses(db.url, sale);
  const [one, other] = shop.processes;
  if (!one || !other) throw new Error("two processes");
  const buyers = buyersOf(300);
  await one.joinAll(buyers);
  sale.open();
  const rush = () =>
    Promise.all(Array.from({ length: 12 }, (_, nth) => (nth % 2 ? one : other).tend()));
  const inside = async () => {
    const { rows } = await db.query<{ count: number; through: number }>(
      `select count(*) filter (where ticket.admitted_at is not null) as count,
              max(room.through) as through
         from gateway.waiting_tickets as ticket join gateway.waiting_rooms as room using (flash_sale_id)`,
    );
    return rows[0];
  };
  await rush();
  expect(await inside()).toEqual({ count: 60, through: 60 });
  const first = await everybody(db);
  await rush();
  expect(await everybody(db)).toEqual(first);

  // Twenty order, so twenty come in: the next twenty, each once.
  const order = await inOrder(db);
  await Promise.all(
    order.slice(0, 20).map((buyerId) => one.useAdmission(sale.id, buyerId, newOrder())),
  );
  await rush();
  expect(await inside()).toEqual({ count: 80, through: 80 });
  const { rows } = await db.query<{ buyer_id: GuestId }>(
    "select buyer_id from gateway.waiting_tickets where admitted_at is not null",
  );
  expect(new Set(rows.map(({ buyer_id }) => buyer_id))).toEqual(new Set(order.slice(0, 80)));
  expect(await one.roomOf(sale.id)).toEqual({ waiting: 220, admitted: 80 });
});

test("a ticket is one, however often and wherever it is asked for", async () => {
  await using db = await testDatabase("gateway");
  const sale = exampleSale();
  await using shop = await twoProcesses(db.url, sale);
  const buyerId = newBuyer();
  const often = Array.from({ length: 30 }, () => buyerId);
  const asked = await Promise.all(shop.processes.map((one) => one.joinAll(often)));
  const tickets = new Set(asked.flat().map(({ body }) => body.ticket as string));
  expect(tickets.size).toBe(1);
  const { rows } = await db.query(
    "select (select count(*) from gateway.waiting_tickets) as rows, tickets from gateway.waiting_rooms",
  );
  expect(rows).toEqual([{ rows: 1, tickets: 1 }]);
});
