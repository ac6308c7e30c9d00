import { parse, UserId, WaitingTicket, type GuestId, type ProofOfWork } from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import { solve } from "@wares/platform/proof-of-work";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { thresholds } from "./robots.ts";
import { buyersOf, exampleSale, newBuyer, newOrder, roomProcess } from "./waiting-room.examples.ts";

test("a ticket is its buyer's alone: shown by another, or for another sale, it is refused", async () => {
  await using db = await testDatabase("gateway");
  const [sale, otherSale] = [exampleSale(), exampleSale()];
  const shop = await roomProcess(db, sale);
  const otherShop = await roomProcess(db, otherSale);
  const [mine, theirs] = [newBuyer(), newBuyer()];
  const { body } = await shop.join(mine);
  const ticket = parse(WaitingTicket, body);
  await otherShop.join(mine);

  const shown = { headers: { "wares-ticket": ticket.ticket } };
  expect(await shop.call("GET", mine, shown)).toMatchObject({ status: 200, body: ticket });
  for (const method of ["GET", "POST"] as const)
    expect((await shop.call(method, theirs, shown)).body).toMatchObject({
      type: "gateway.ticket_of_another",
      status: 403,
    });
  expect((await otherShop.call("GET", mine, shown)).status).toBe(403);
  expect((await shop.call("GET", theirs)).body).toMatchObject({ type: "gateway.no_ticket" });

  // Let in is the one who waited, whatever the other one holds.
  sale.open();
  await shop.tend();
  expect(await shop.isAdmitted(sale.id, mine)).toBe(true);
  expect(await shop.isAdmitted(sale.id, theirs)).toBe(false);
  const later = await shop.join(theirs);
  expect([later.body.state, later.body.ticket === ticket.ticket]).toEqual(["Waiting", false]);
});

test("a shop that was started again knows its tickets", async () => {
  await using db = await testDatabase("gateway");
  const sale = exampleSale();
  const buyerId = newBuyer();
  const first = await (await roomProcess(db, sale)).join(buyerId);
  const again = await roomProcess(db, sale);
  expect((await again.join(buyerId)).body).toEqual(first.body);
  expect(await again.ticket(buyerId)).toEqual(first.body);
});

test("who signs in while waiting keeps the place, once", async () => {
  await using db = await testDatabase("gateway");
  const sale = exampleSale();
  const shop = await roomProcess(db, sale, {
    slowsRobots: true,
    thresholds: { ...thresholds, ticketsPerNetwork: 3 },
  });
  sale.open();
  const [guest, behind] = buyersOf(2) as [GuestId, GuestId];
  const [user, friend] = [uuidv7(), uuidv7()].map((id) => parse(UserId, id)) as [UserId, UserId];
  await shop.join(guest);
  await shop.join(behind);
  const signedIn = (id: UserId) => ({ headers: { "x-user": id } });
  const place = async () => {
    const { rows } = await db.query(
      "select buyer_id, nth from gateway.waiting_tickets order by nth",
    );
    return rows;
  };
  expect((await shop.call("POST", guest, signedIn(user))).status).toBe(200);
  expect(await place()).toMatchObject([{ buyer_id: user, nth: 1 }, { buyer_id: behind }]);
  // The guest has nothing left to give: who else signs in with it stands at the end.
  await shop.call("POST", guest, signedIn(friend));
  expect(await place()).toMatchObject([
    { buyer_id: user },
    { buyer_id: behind },
    { buyer_id: friend },
  ]);
  // An account with a place of its own keeps that one.
  await shop.call("POST", behind, signedIn(user));
  expect(await place()).toMatchObject([
    { buyer_id: user },
    { buyer_id: behind },
    { buyer_id: friend },
  ]);

  // What was used is not left behind for another try.
  await shop.tend();
  await shop.useAdmission(sale.id, behind, newOrder());
  const fresh = parse(UserId, uuidv7());
  expect((await shop.call("POST", behind, signedIn(fresh))).body).toMatchObject({
    type: "proof-of-work-needed",
  });
});

test("under pressure a ticket costs a puzzle, and its solution works once and for its buyer", async () => {
  await using db = await testDatabase("gateway");
  const sale = exampleSale();
  const shop = await roomProcess(db, sale, {
    slowsRobots: true,
    thresholds: { ...thresholds, ticketsPerNetwork: 4 },
  });
  const home = buyersOf(4);
  for (const buyerId of home) expect((await shop.join(buyerId)).status).toBe(200);
  const [fifth, sixth] = buyersOf(2) as [GuestId, GuestId];
  const refused = await shop.join(fifth);
  expect(refused).toMatchObject({
    status: 403,
    body: { type: "proof-of-work-needed", field: "/proof" },
  });
  const { proof } = refused.body.detail as { proof: ProofOfWork };
  expect(proof.zeroBits).toBe(14);
  const solution = { proof: { challenge: proof.challenge, nonce: await solve(proof) } };
  expect((await shop.join(sixth, { body: solution })).status).toBe(403);
  const wrong = { proof: { ...solution.proof, nonce: "wrong" } };
  expect((await shop.join(fifth, { body: wrong })).status).toBe(403);
  expect((await shop.join(fifth, { body: solution })).status).toBe(200);
  expect((await shop.join(sixth, { body: solution })).status).toBe(403);
  // One's own ticket costs nothing, and neither does a first one of another address.
  for (const buyerId of [...home, fifth]) expect((await shop.join(buyerId)).status).toBe(200);
  expect((await shop.join(sixth, { address: "198.51.100.7" })).status).toBe(200);
});

test("a buyer who asks again and again is told when to come back", async () => {
  await using db = await testDatabase("gateway");
  const shop = await roomProcess(db, exampleSale(), { slowsRobots: true });
  const buyerId = newBuyer();
  const answers = await shop.joinAll(Array.from({ length: 40 }, () => buyerId));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(10);
  expect(refused[0]?.body).toMatchObject({ type: "gateway.too_many_tries" });
  expect(Number(refused[0]?.headers["retry-after"])).toBeGreaterThan(0);
});

test("a sale that is not there, or has no waiting room, is said to be so", async () => {
  await using db = await testDatabase("gateway");
  const open = await roomProcess(db, exampleSale({ hasWaitingRoom: false }));
  expect((await open.join(newBuyer())).body).toMatchObject({
    type: "gateway.no_waiting_room",
    status: 409,
  });
  // Nobody was let in, and everybody may order.
  const sale = exampleSale({ hasWaitingRoom: false });
  const doorless = await roomProcess(db, sale);
  await doorless.useAdmission(sale.id, newBuyer(), newOrder());
  const missing = exampleSale();
  const shop = await roomProcess(db, { ...missing, id: exampleSale().id });
  for (const method of ["GET", "POST"] as const)
    expect((await shop.call(method, newBuyer())).body).toMatchObject({
      type: "gateway.no_such_sale",
      status: 404,
    });
  const bad = await shop.join(newBuyer(), { body: { proof: { challenge: "c", nonce: "!" } } });
  expect(bad.body).toMatchObject({ type: "request.invalid", field: "/proof/nonce", status: 400 });
});
