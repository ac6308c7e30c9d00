import { setTimeout as sleep } from "node:timers/promises";
import type { GuestId, OrderId } from "@wares/contracts";
import { connect } from "@wares/platform/database";
import { roleOf } from "@wares/platform/run";
import { seeded } from "@wares/testkit";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { admitAtOnce } from "./room.ts";
import { buyersOf, exampleSale, newOrder, roomProcess } from "./waiting-room.examples.ts";

// Whatever happens in whatever order: what must be true of a room is true after every step.

type Row = Readonly<{
  buyer: GuestId;
  nth: number;
  lot: number | null;
  place: number;
  wasLetIn: boolean;
  letInAt: string | null;
  isInside: boolean;
  usedBy: OrderId | null;
}>;
type Look = Readonly<{ query: (text: string) => Promise<{ rows: object[] }> }>;
const look = async (db: Look) => {
  const tickets = await db.query(
    `select buyer_id as buyer, nth, lot, place, admitted_at is not null as "wasLetIn",
            admitted_at as "letInAt",
            used_at is null and coalesce(admitted_until > now(), false) as "isInside", used_by as "usedBy"
       from gateway.waiting_tickets order by place`,
  );
  const rooms = await db.query("select tickets, through, seed from gateway.waiting_rooms");
  const [room] = rooms.rows as { tickets: number; through: number; seed: string | null }[];
  return { tickets: tickets.rows as Row[], room: room ?? { tickets: 0, through: 0, seed: null } };
};

type Looked = Awaited<ReturnType<typeof look>>;
type World = Readonly<{ unitsLeft: number; orders: ReadonlyMap<GuestId, OrderId> }>;

/** What is wrong with a room after a step; nothing, if all is well. */
const brokenRules = (before: Looked, { tickets, room }: Looked, world: World): string[] => {
  const { unitsLeft, orders } = world;
  const insideOf = (rows: readonly Row[]) => rows.filter(({ isInside }) => isInside).length;
  const nowAt = new Map(tickets.map(({ buyer, place }) => [buyer, place]));
  const hasMoved = ({ buyer, place }: Row) => nowAt.get(buyer) !== place;
  const letInAt = new Map(tickets.map((one) => [one.buyer, one.letInAt]));
  const isLetInAnew = (one: Row) => one.wasLetIn && one.letInAt !== letInAt.get(one.buyer);
  const isAhead = ({ place }: Row) => place <= room.through;
  const allowed = Math.max(insideOf(before.tickets), admitAtOnce(unitsLeft));
  const isKept = {
    "two on one place": new Set(nowAt.values()).size === tickets.length,
    "a number that was not given out": tickets.every(({ nth }) => nth <= room.tickets),
    "let in out of turn": tickets.every((one) => one.wasLetIn === isAhead(one)),
    "a gap among those who wait":
      tickets.length - tickets.filter(isAhead).length === room.tickets - room.through,
    "the queue went back": room.through >= before.room.through,
    // But for those who were inside when it was more.
    "more inside than allowed": insideOf(tickets) <= allowed,
    "let in twice": !before.tickets.some((one) => isLetInAnew(one) && !hasMoved(one)),
    "drawn twice": before.room.seed === null || before.room.seed === room.seed,
    "a place lost while waiting":
      before.room.seed === null || !before.tickets.some((one) => !one.wasLetIn && hasMoved(one)),
    "an order without an admission, or two with one": tickets.every(
      ({ buyer, usedBy }) => usedBy === (orders.get(buyer) ?? null),
    ),
  };
  return Object.entries(isKept).flatMap(([rule, holds]) => (holds ? [] : [rule]));
};

const someLapse = (third: number) =>
  `update gateway.waiting_tickets set admitted_until = now()
    where admitted_at is not null and used_at is null and nth % 3 = ${third}`;

/** What can happen, by the dice. */
const liveOn = async (db: Awaited<ReturnType<typeof testDatabase>>, dice: Dice) => {
  const sale = exampleSale({ unitsLeft: 8 });
  const buyers = buyersOf(60);
  const orders = new Map<GuestId, OrderId>();
  let shop = await roomProcess(db, sale);
  let unitsLeft = 8;
  const some = () =>
    Array.from({ length: 1 + dice.below(12) }, () => buyers[dice.below(60)] as GuestId);
  const order = async (buyer: GuestId) => {
    const orderId = newOrder();
    await shop.useAdmission(sale.id, buyer, orderId).then(
      () => orders.set(buyer, orderId),
      () => undefined,
    );
  };
  const steps = [
    () => shop.joinAll(some()),
    () => shop.joinAll(some()),
    () => Promise.all([shop.tend(), shop.tend()]),
    () => Promise.all([shop.tend(), shop.tend()]),
    () => Promise.all(some().map(order)),
    async () => {
      const inside = (await look(db)).tickets.filter(({ isInside }) => isInside);
      return Promise.all(inside.filter(() => dice.chance(0.5)).map(({ buyer }) => order(buyer)));
    },
    () => db.query(someLapse(dice.below(3))),
    async () => sale.set({ unitsLeft: (unitsLeft = dice.below(9)) }),
    async () => (shop = await roomProcess(db, sale)),
  ];
  return {
    open: sale.open,
    step: async () => void (await steps[dice.below(steps.length)]?.()),
    world: (): World => ({ unitsLeft, orders }),
  };
};
type Dice = ReturnType<typeof seeded>;

test.for([1, 2, 3, 4, 5, 6])("a life of a room, seed %i", { timeout: 60_000 }, async (seed) => {
  await using db = await testDatabase("gateway");
  const life = await liveOn(db, seeded(seed));
  let before = await look(db);
  for (let nth = 0; nth < 100; nth++) {
    if (nth === 20) life.open();
    await life.step();
    const now = await look(db);
    expect([nth, brokenRules(before, now, life.world())]).toEqual([nth, []]);
    before = now;
  }
  expect(before.room.through).toBeGreaterThan(10);
  expect(life.world().orders.size).toBeGreaterThan(3);
});

test("connections that die in the middle of a rush lose nobody's place and give none twice", async () => {
  await using db = await testDatabase();
  const pool = connect({ url: db.url, connectionsMax: 4, role: roleOf("gateway") });
  const sale = exampleSale();
  const shop = await roomProcess(pool, sale);
  const buyers = buyersOf(600);
  let failed = 0;
  // As a page does: asks again until it has its ticket.
  const insist = async (buyerId: GuestId) => {
    for (let attempt = 0; attempt < 100; attempt++) {
      const { status, body } = await shop.join(buyerId);
      if (status === 200) return body.ticket as string;
      expect([status, body.type]).toEqual([503, expect.any(String)]);
      failed += 1;
      await sleep(20);
    }
    throw new Error("never let in");
  };
  const kill = () =>
    db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`,
    );
  const arriving = (async () => {
    const tickets: Promise<string>[] = [];
    for (const buyerId of buyers) {
      tickets.push(insist(buyerId));
      if (tickets.length % 40 === 0) await sleep(5);
    }
    return Promise.all(tickets);
  })();
  for (let nth = 0; nth < 12; nth++) {
    await sleep(8);
    await kill();
  }
  expect(new Set(await arriving).size).toBe(600);
  expect(failed).toBeGreaterThan(0);
  const { tickets, room } = await look(db);
  expect(tickets.map(({ nth }) => nth)).toEqual(buyers.map((_, nth) => nth + 1));
  expect(room.tickets).toBe(600);
  sale.open();
  await shop.tend();
  expect(new Set((await look(db)).tickets.map(({ lot }) => lot)).size).toBe(600);
  await pool.end();
});
