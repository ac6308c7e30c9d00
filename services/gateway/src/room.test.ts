import { FlashSaleId, OrderId, parse, type OpenFlashSale } from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import { expect, test } from "vitest";
import {
  admitAtOnce,
  estimate,
  isNews,
  mustReadAgain,
  roomSaleOf,
  viewOf,
  workOf,
  type Room,
  type RoomSale,
  type Ticket,
} from "./room.ts";

const flashSaleId = parse(FlashSaleId, uuidv7());
const usedBy = parse(OrderId, uuidv7());
const room = (change: Partial<Room> = {}): Room => ({
  flashSaleId,
  tickets: 1_000,
  isDrawn: true,
  openSeconds: 120,
  through: 200,
  isSoldOut: false,
  isEnded: false,
  ...change,
});
const ticket = (change: Partial<Ticket> = {}): Ticket => ({
  place: 301,
  isAdmissionLive: false,
  ...change,
});
const admittedUntil = "2026-11-27T10:05:00.000Z";
const inside = { place: 10, admittedUntil, isAdmissionLive: true };

test("a sale has as many units left as there are of all its SKUs, and a closed one none", () => {
  const items = ["TEAPOT-BLUE", "CUP"].map((sku) => ({ sku, quantity: 50, available: 3 }));
  const sale = {
    id: flashSaleId,
    status: "Running" as const,
    startsAt: admittedUntil,
    endsAt: admittedUntil,
    hasWaitingRoom: true,
    items,
  };
  const told = (of: object) => roomSaleOf(of as OpenFlashSale);
  const common = { flashSaleId, startsAt: admittedUntil, endsAt: admittedUntil };
  const skus = ["TEAPOT-BLUE", "CUP"];
  expect(told(sale)).toEqual({
    ...common,
    status: "Running",
    hasWaitingRoom: true,
    unitsLeft: 6,
    skus,
  });
  const over = items.map(({ sku, quantity }) => ({ sku, quantity }));
  expect(told({ ...sale, status: "Over", items: over }).unitsLeft).toBe(0);
});

test("before the draw nobody has a number, and after it each knows how many stand before", () => {
  expect(viewOf(room({ isDrawn: false, through: 0 }), ticket())).toEqual({ state: "Early" });
  const position = 100;
  expect(viewOf(room(), ticket())).toEqual({ state: "Waiting", position, estimatedSeconds: 61 });
  expect(viewOf(room(), ticket({ place: 201 }))).toMatchObject({ position: 0 });
});

test("an admission is live, lapsed or used", () => {
  expect(viewOf(room(), ticket(inside))).toEqual({ state: "Admitted", admittedUntil });
  const lapsed = { ...inside, isAdmissionLive: false };
  expect(viewOf(room(), ticket(lapsed))).toEqual({ state: "Lapsed" });
  expect(viewOf(room(), ticket({ ...inside, usedBy }))).toEqual({ state: "Used" });
});

test("sold out is over for who waits, ended for everybody who has not ordered", () => {
  const soldOut = room({ isSoldOut: true });
  expect(viewOf(soldOut, ticket()).state).toBe("Over");
  expect(viewOf(soldOut, ticket(inside)).state).toBe("Admitted");
  // No use in standing at the end of a queue for nothing.
  expect(viewOf(soldOut, ticket({ ...inside, isAdmissionLive: false })).state).toBe("Over");
  const ended = room({ isEnded: true });
  expect(viewOf(ended, ticket()).state).toBe("Over");
  expect(viewOf(ended, ticket(inside)).state).toBe("Over");
  expect(viewOf(ended, ticket({ ...inside, usedBy })).state).toBe("Used");
});

test("the estimate follows how fast people were let in, and says nothing before anybody was", () => {
  expect(estimate(room({ through: 0 }), 5)).toBeUndefined();
  expect(estimate(room({ through: 200, openSeconds: 100 }), 99)).toBe(50);
  // Two hundred at once in the first second are no 200 a second: nobody follows until they have bought.
  expect(estimate(room({ through: 200, openSeconds: 1 }), 99)).toBe(30);
  expect(estimate(room({ through: 1, openSeconds: 90_000 }), 400_000)).toBe(86_400);
});

test("inside are twice as many as there is something for, within bounds, and nobody when all is sold", () => {
  const asked = [-1, 0, 1, 5, 6, 100, 250, 251, 1_000_000];
  expect(asked.map(admitAtOnce)).toEqual([0, 0, 10, 10, 12, 200, 500, 500, 500]);
});

test("a ticket is read again when it got another place and when its turn came, else never", () => {
  const early = { ticket: ticket(), wasDrawn: false };
  expect(mustReadAgain(room({ isDrawn: false, through: 0 }), early)).toBe(false);
  expect(mustReadAgain(room(), early)).toBe(true);
  expect(mustReadAgain(room(), { ...early, wasDrawn: true })).toBe(false);
  expect(mustReadAgain(room({ through: 301 }), { ...early, wasDrawn: true })).toBe(true);
  const used = { ticket: ticket({ ...inside, usedBy }), wasDrawn: true };
  expect(mustReadAgain(room(), used)).toBe(false);
});

test("who is near hears every step, who is far every two seconds, and nobody the same thing twice", () => {
  const at = (position: number) => ({ state: "Waiting" as const, position });
  expect(isNews(at(5), at(5), 60_000)).toBe(false);
  expect(isNews(at(5), at(4), 1)).toBe(true);
  expect(isNews(at(5_000), at(4_000), 500)).toBe(false);
  expect(isNews(at(5_000), at(4_000), 2_000)).toBe(true);
  expect(isNews(at(5_000), { state: "Over" }, 1)).toBe(true);
});

test("the loop takes a room's lock only when there is something to do", () => {
  const sale: RoomSale = {
    flashSaleId,
    startsAt: "2026-11-27T10:00:00Z",
    endsAt: "2026-11-27T11:00:00Z",
    status: "Running",
    hasWaitingRoom: true,
    unitsLeft: 5,
  };
  const hasWork = (change: Partial<Room>, more: Partial<RoomSale> = {}) =>
    workOf(room(change), { ...sale, ...more }).hasWork;
  expect(hasWork({ isDrawn: false, through: 0 }, { status: "Scheduled" })).toBe(false);
  expect(hasWork({ isDrawn: false, through: 0 })).toBe(true);
  expect(hasWork({})).toBe(true);
  expect(hasWork({ through: 1_000 })).toBe(false);
  expect(hasWork({}, { unitsLeft: 0 })).toBe(true);
  expect(hasWork({ isSoldOut: true }, { unitsLeft: 0 })).toBe(false);
  expect(hasWork({ through: 1_000, isSoldOut: true })).toBe(true);
  for (const status of ["Over", "Cancelled"] as const)
    expect(workOf(room(), { ...sale, status })).toEqual({ hasEnded: true, hasWork: true });
  expect(workOf(room(), undefined)).toEqual({ hasEnded: true, hasWork: true });
});
