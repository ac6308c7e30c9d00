import { OrderCancelled, type GuestId } from "@wares/contracts";
import { isRefusal, Refused } from "@wares/platform";
import { publish, transact } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { settle } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { tendRooms } from "./admission.commands.ts";
import { joinBatch } from "./ticket.commands.ts";
import { buyersOf, exampleSale, newBuyer, newOrder, roomProcess } from "./waiting-room.examples.ts";

// What an admission is good for, and when it ends.

type Asking = { query: (text: string) => Promise<unknown> };
/** The time to order is over for everybody who is inside. */
const runOut = (db: Asking) =>
  db.query(
    "update gateway.waiting_tickets set admitted_until = now() where admitted_until is not null",
  );
const refusalOf = async (act: Promise<unknown>): Promise<string> => {
  try {
    await act;
    return "no refusal";
  } catch (error) {
    if (error instanceof Refused && isRefusal(error.refusal)) return error.refusal.refusal;
    throw error;
  }
};
const statesOf = (tickets: readonly { state: string }[]) => tickets.map(({ state }) => state);

/** A sale that has begun, with so many in the queue; `first` are those inside, in no order. */
const opened = async (db: Parameters<typeof roomProcess>[0], count: number, unitsLeft: number) => {
  const sale = exampleSale({ unitsLeft });
  const shop = await roomProcess(db, sale);
  const buyers = buyersOf(count);
  sale.open();
  for (const buyerId of buyers) await shop.join(buyerId);
  await shop.tend();
  return { sale, shop, buyers };
};

test("who is not let in may not order, and who is may order once", async () => {
  await using db = await testDatabase("gateway");
  const { sale, shop, buyers } = await opened(db, 12, 5);
  const [first, second] = buyers as [GuestId, GuestId];
  const last = buyers.at(-1) as GuestId;
  const orderId = newOrder();
  expect([await shop.isAdmitted(sale.id, first), await shop.isAdmitted(sale.id, last)]).toEqual([
    true,
    false,
  ]);
  expect(await refusalOf(shop.useAdmission(sale.id, last, newOrder()))).toBe(
    "gateway.not_admitted",
  );
  expect(await refusalOf(shop.useAdmission(sale.id, newBuyer(), newOrder()))).toBe(
    "gateway.not_admitted",
  );

  // Of many orders at once one is the first; the same one again is fine, also after a restart and too late.
  await shop.useAdmission(sale.id, first, orderId);
  await shop.useAdmission(sale.id, first, orderId);
  const rush = Array.from({ length: 10 }, () =>
    refusalOf(shop.useAdmission(sale.id, first, newOrder())),
  );
  expect(new Set(await Promise.all(rush))).toEqual(new Set(["gateway.admission_used"]));
  const others = Array.from({ length: 10 }, () =>
    refusalOf(shop.useAdmission(sale.id, second, newOrder())),
  );
  expect((await Promise.all(others)).toSorted()).toEqual([
    ...Array.from({ length: 9 }, () => "gateway.admission_used"),
    "no refusal",
  ]);
  await runOut(db);
  const again = await roomProcess(db, sale);
  // Joining anew does not make it new, by no door.
  const joined = await joinBatch(db, [{ flashSaleId: sale.id, buyerId: first }]);
  expect(joined).toMatchObject([{ ticket: { usedBy: orderId } }]);
  await again.useAdmission(sale.id, first, orderId);
  expect(await again.isAdmitted(sale.id, first)).toBe(false);
  expect((await again.join(first)).body.state).toBe("Used");
});

test("an admission ends after minutes, and its place is somebody else's", async () => {
  await using db = await testDatabase("gateway");
  const { sale, shop, buyers } = await opened(db, 25, 5);
  const { admittedUntil = "" } = await shop.ticket(buyers[0] as GuestId);
  const minutes = (Date.parse(admittedUntil) - Date.now()) / 60_000;
  expect([minutes > 4.5, minutes <= 5]).toEqual([true, true]);
  await runOut(db);
  expect(await refusalOf(shop.useAdmission(sale.id, buyers[0] as GuestId, newOrder()))).toBe(
    "gateway.not_admitted",
  );
  await shop.tend();
  expect(statesOf(await shop.tickets(buyers))).toEqual([
    ...Array.from({ length: 10 }, () => "Lapsed"),
    ...Array.from({ length: 10 }, () => "Admitted"),
    ...Array.from({ length: 5 }, () => "Waiting"),
  ]);
  // Asked for again it is a place at the end, not the old one.
  expect((await shop.join(buyers[3] as GuestId)).body).toMatchObject({
    state: "Waiting",
    position: 5,
  });
  expect(await shop.roomOf(sale.id)).toEqual({ waiting: 6, admitted: 20 });
});

test("an order that was refused after all gives its admission back, and no other's", async () => {
  await using db = await testDatabase("gateway");
  const { sale, shop, buyers } = await opened(db, 2, 5);
  const [first, second] = buyers as [GuestId, GuestId];
  const [orderId, otherId] = [newOrder(), newOrder()];
  await shop.useAdmission(sale.id, first, orderId);
  await shop.useAdmission(sale.id, second, otherId);
  await shop.giveBackAdmission(sale.id, newOrder());
  await shop.giveBackAdmission(exampleSale().id, orderId);
  expect((await shop.ticket(first)).state).toBe("Used");
  await shop.giveBackAdmission(sale.id, orderId);
  await shop.giveBackAdmission(sale.id, orderId);
  expect(statesOf(await shop.tickets([first, second]))).toEqual(["Admitted", "Used"]);
  await shop.useAdmission(sale.id, first, newOrder());
});

test("five hundred orders refused at once give their admissions back in a few transactions", async () => {
  await using db = await testDatabase("gateway");
  const { sale, shop, buyers } = await opened(db, 500, 500);
  const uses = buyers.map((buyerId) => [buyerId, newOrder()] as const);
  await Promise.all(uses.map(([buyerId, orderId]) => shop.useAdmission(sale.id, buyerId, orderId)));
  let transactions = 0;
  db.on("acquire", () => void (transactions += 1));
  await Promise.all(uses.map(([, orderId]) => shop.giveBackAdmission(sale.id, orderId)));
  expect(transactions).toBeLessThanOrEqual(3);
  expect(new Set(statesOf(await shop.tickets(buyers)))).toEqual(new Set(["Admitted"]));
});

test("where there is no waiting room, nothing is used and nothing given back", async () => {
  await using db = await testDatabase("gateway");
  const sale = exampleSale({ hasWaitingRoom: false, status: "Running" });
  const shop = await roomProcess(db, sale);
  let transactions = 0;
  db.on("acquire", () => void (transactions += 1));
  await shop.useAdmission(sale.id, newBuyer(), newOrder());
  await shop.giveBackAdmission(sale.id, newOrder());
  expect(transactions).toBe(0);
});

test("orders that are cancelled give their admissions back, a batch at once, heard of twice as well", async () => {
  await using db = await testDatabase("gateway");
  const { sale, shop, buyers } = await opened(db, 4, 5);
  const [first, second, late, other] = buyers as [GuestId, GuestId, GuestId, GuestId];
  const orderIds = buyers.map(newOrder);
  const use = (buyerId: GuestId, orderId = newOrder()) =>
    shop.useAdmission(sale.id, buyerId, orderId);
  for (const [nth, buyerId] of buyers.entries()) await use(buyerId, orderIds[nth]);
  await db.query(
    `update gateway.waiting_tickets set admitted_until = now() where buyer_id = '${late}'`,
  );
  const cancelled = orderIds
    .slice(0, 3)
    .map((orderId) => OrderCancelled({ orderId, reason: "PaymentFailed" }));
  const hear = async () => {
    await transact(db, (tx) => publish(tx, cancelled));
    await settle(db, [shop.service]);
  };
  await hear();
  expect(statesOf(await shop.tickets(buyers))).toEqual(["Admitted", "Admitted", "Lapsed", "Used"]);
  // Whose time was over by then stands at the end, and whoever orders anew keeps what the old news would take.
  expect((await shop.join(late)).body).toMatchObject({ state: "Waiting", position: 0 });
  await use(first);
  await hear();
  expect(statesOf(await shop.tickets([first, second, other]))).toEqual([
    "Used",
    "Admitted",
    "Used",
  ]);
});

test("when all is sold everybody who waits is told, and who stands first comes in when something returns", async () => {
  await using db = await testDatabase("gateway");
  const { sale, shop, buyers } = await opened(db, 40, 5);
  sale.set({ unitsLeft: 0 });
  await shop.tend();
  const waiting = buyers.slice(10);
  expect(new Set(statesOf(await shop.tickets(waiting)))).toEqual(new Set(["Over"]));
  expect(statesOf(await shop.tickets(buyers.slice(0, 2)))).toEqual(["Admitted", "Admitted"]);

  // An order was not paid.
  await runOut(db);
  sale.set({ unitsLeft: 1 });
  await shop.tend();
  expect(statesOf(await shop.tickets(waiting)).slice(0, 11)).toEqual([
    ...Array.from({ length: 10 }, () => "Admitted"),
    "Waiting",
  ]);
});

test.for(["Over", "Cancelled"] as const)("a sale that is %s lets nobody in", async (status) => {
  await using db = await testDatabase("gateway");
  const { sale, shop, buyers } = await opened(db, 15, 5);
  const [first, second] = buyers as [GuestId, GuestId];
  await shop.useAdmission(sale.id, first, newOrder());
  sale.set({ status });
  await shop.tend();
  expect(statesOf(await shop.tickets(buyers))).toEqual([
    "Used",
    ...Array.from({ length: 14 }, () => "Over"),
  ]);
  expect(await shop.isAdmitted(sale.id, second)).toBe(false);
  expect(await refusalOf(shop.useAdmission(sale.id, second, newOrder()))).toBe(
    "gateway.not_admitted",
  );
  const again = await roomProcess(db, sale);
  expect((await again.join(newBuyer())).body).toMatchObject({
    type: "gateway.sale_over",
    status: 409,
  });
});

test("a sale that nobody knows any more, and one cancelled before it began, are over too", async () => {
  await using db = await testDatabase("gateway");
  const sales = [exampleSale(), exampleSale()] as const;
  const [cancelled, unknown] = await Promise.all(sales.map((sale) => roomProcess(db, sale)));
  const buyerId = newBuyer();
  await cancelled?.join(buyerId);
  await unknown?.join(buyerId);
  sales[0].set({ status: "Cancelled" });
  await cancelled?.tend();
  expect((await cancelled?.ticket(buyerId))?.state).toBe("Over");
  expect((await unknown?.ticket(buyerId))?.state).toBe("Over");
});

test("trouble with one sale does not keep the others shut", async () => {
  await using db = await testDatabase("gateway");
  const sales = Array.from({ length: 3 }, () => exampleSale());
  const shops = await Promise.all(sales.map((sale) => roomProcess(db, sale)));
  const buyerId = newBuyer();
  for (const shop of shops) await shop.join(buyerId);
  sales.forEach((sale) => sale.open());
  const [first, troubled, last] = sales.map(({ id }) => id).toSorted();
  const open = (await Promise.all(sales.map(({ needs }) => needs.openSales()))).flat();
  const needs = {
    openSales: async () => open.filter(({ flashSaleId }) => flashSaleId !== troubled),
    saleOf: () => Promise.reject(new Error("no answer")),
  };
  await expect(tendRooms(db, needs)).rejects.toThrow("Some rooms");
  const { rows } = await db.query(
    "select flash_sale_id as id from gateway.waiting_rooms where drawn_at is not null order by 1",
  );
  expect(rows).toEqual([{ id: first }, { id: last }]);
});

test("a room takes so many and no more, and an ended one nobody", async () => {
  await using db = await testDatabase("gateway");
  const sale = exampleSale();
  const asked = buyersOf(12).map((buyerId) => ({ flashSaleId: sale.id, buyerId }));
  const outcomes = async (some: typeof asked) =>
    (await joinBatch(db, some, 10)).map((one) => (isRefusal(one) ? one.refusal : "in"));
  const full = "gateway.waiting_room_full";
  expect(await outcomes(asked.slice(0, 8))).toEqual(Array.from({ length: 8 }, () => "in"));
  expect((await outcomes(asked.slice(4))).toSorted()).toEqual([
    full,
    full,
    ...Array.from({ length: 6 }, () => "in"),
  ]);
  await db.query("update gateway.waiting_rooms set ended_at = now()");
  expect(await outcomes([{ flashSaleId: sale.id, buyerId: newBuyer() }])).toEqual([
    "gateway.sale_over",
  ]);
});

test("thirty days after its end a sale's tickets are forgotten, and no other's", async () => {
  await using db = await testDatabase("gateway");
  const [old, recent, running] = [exampleSale(), exampleSale(), exampleSale()] as const;
  const shops = [];
  for (const sale of [old, recent, running]) {
    const shop = await roomProcess(db, sale);
    await shop.joinAll(buyersOf(3));
    shops.push(shop);
  }
  const ended = (sale: typeof old, days: number) =>
    db.query(`update gateway.waiting_rooms set ended_at = now() - interval '${days} days'
               where flash_sale_id = '${sale.id}'`);
  await ended(old, 31);
  await ended(recent, 29);
  const [job] = shops[0]?.service.jobs ?? [];
  await job?.run({}, new AbortController().signal);
  const { rows } = await db.query(
    `select room.flash_sale_id as id, count(*) as tickets from gateway.waiting_rooms as room
       join gateway.waiting_tickets using (flash_sale_id) group by 1`,
  );
  expect(new Set(rows)).toEqual(new Set([recent, running].map(({ id }) => ({ id, tickets: 3 }))));
  expect((await db.query("select from gateway.waiting_rooms")).rowCount).toBe(2);
});

test("the loop of a shop that is open opens by itself", async () => {
  await using db = await testDatabase("gateway");
  const sale = exampleSale({ unitsLeft: 5 });
  const shop = await roomProcess(db, sale);
  const buyers = buyersOf(12);
  await shop.joinAll(buyers);
  sale.set({ startsAt: new Date(Date.now() + 700).toISOString() });
  const loop = shop.service.work?.();
  // Whoever has the sales tells it as soon as it runs.
  setTimeout(() => sale.set({ status: "Running" }), 750);
  const inside = async () =>
    statesOf(await shop.tickets(buyers)).filter((state) => state === "Admitted").length;
  await expect.poll(inside, { timeout: 5_000 }).toBe(10);
  await loop?.close();
});
