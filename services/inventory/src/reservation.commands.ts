import type { ClaimStock, OrderId, ReleaseStock, ReturnStock } from "@wares/contracts";
import { batched, isRefusal, Refused } from "@wares/platform";
import {
  alongCommit,
  publish,
  transact,
  type Database,
  type Queries,
} from "@wares/platform/database";
import { newsOf } from "./notices.ts";
import {
  claim,
  expire,
  giveBack,
  hold,
  release,
  soldOutOf,
  type HoldRequest,
} from "./reservation.ts";
import { findExpired, findHeld, keepNewReturns } from "./reservation.store.ts";
import { noteFreed } from "./set-aside.store.ts";
import { availableOf, openShelf, type Hold, type OpenShelf } from "./shelf.ts";
import { lockShelf, writeShelf, type Wanted } from "./shelf.store.ts";
import { addUp, saleAt, slotOf } from "./slot.ts";
import { soldOutMemory, type SoldOutMemory } from "./sold-out.cache.ts";
import { ensureStock } from "./stock.store.ts";

/** The life of every change of stock: lock, decide, write, tell. */
export const onShelf = async <Answer>(
  tx: Queries,
  wanted: Wanted,
  decide: (shelf: OpenShelf) => Answer,
  soldOut?: SoldOutMemory,
): Promise<Answer> => {
  const shelf = openShelf(await lockShelf(tx, wanted));
  const answer = decide(shelf);
  const change = shelf.change();
  const written = [writeShelf(tx, change), publish(tx, [...shelf.events, ...newsOf(change.stock)])];
  const freed = change.stock.filter(
    ({ before, after }) => availableOf(after) > availableOf(before),
  );
  // Before the commit is early enough: whoever wants it now waits for our lock.
  for (const { after } of freed) soldOut?.forget(slotOf(after.sku, after.location), after);
  const sales = new Set(freed.flatMap(({ after }) => saleAt(after.location) ?? []));
  if (sales.size > 0) written.push(noteFreed(tx, [...sales]));
  // What they are about is locked: nothing that they could answer would change anything.
  await alongCommit(tx, written);
  return answer;
};

const slotsOf = (requests: readonly Pick<HoldRequest, "lines">[]) => [
  ...new Set(requests.flatMap(({ lines }) => [...addUp(lines).keys()])),
];
const orderIdsOf = (requests: readonly Readonly<{ orderId: OrderId }>[]) => [
  ...new Set(requests.map(({ orderId }) => orderId)),
];

/** One transaction for up to 250 orders, each decided as if it had come alone after those before it. */
export const holdBatch = async (
  db: Database,
  requests: readonly HoldRequest[],
  soldOut?: SoldOutMemory,
) => {
  const { answers, scarce } = await transact(db, (tx) =>
    onShelf(tx, { orderIds: orderIdsOf(requests), slots: slotsOf(requests) }, (shelf) => {
      const decided = requests.map((request) => hold(shelf, request));
      const losers = requests.filter((_, nth) => isRefusal(decided[nth]));
      return {
        answers: decided.map((answer) =>
          isRefusal(answer) ? answer : { orderId: answer.orderId, state: answer.state },
        ),
        scarce: slotsOf(losers).map((slot) => [slot, shelf.stockOf(slot)] as const),
      };
    }),
  );
  for (const [slot, stock] of scarce) soldOut?.note(slot, stock);
  return answers;
};

export type Held = Pick<Hold, "orderId" | "state">;

const limits = { batchMax: 250, waitingMax: 5_000 };

export const reservationCommands = (db: Database, soldOut = soldOutMemory()) => {
  const holdSoon = batched<HoldRequest, Held>(
    (requests) => holdBatch(db, requests, soldOut),
    limits,
  );
  const isHeld = batched<OrderId, boolean>(async (orderIds) => {
    const found = await findHeld(db, orderIds);
    return orderIds.map((orderId) => found.has(orderId));
  }, limits);
  const underWay = new Set<OrderId>();
  return {
    /**
     * Holds every line of an order for so long, or refuses. Asked again, answers the same. What is known
     * to be sold out is refused without its row, unless the order may hold it already.
     */
    hold: async (orderId: OrderId, lines: HoldRequest["lines"], minutes: number): Promise<Held> => {
      const short = soldOut.shortOf(addUp(lines));
      if (short.length > 0 && !underWay.has(orderId) && !(await isHeld(orderId)))
        throw new Refused(soldOutOf(short));
      underWay.add(orderId);
      try {
        return await holdSoon({ orderId, lines, minutes });
      } finally {
        underWay.delete(orderId);
      }
    },
  };
};
export type ReservationCommands = ReturnType<typeof reservationCommands>;

export const claimStock = (tx: Queries, commands: readonly ClaimStock["data"][]) =>
  onShelf(tx, { orderIds: orderIdsOf(commands), slots: slotsOf(commands) }, (shelf) =>
    commands.forEach((command) => claim(shelf, command)),
  );

export const releaseStock = (
  tx: Queries,
  commands: readonly ReleaseStock["data"][],
  soldOut: SoldOutMemory,
) =>
  onShelf(
    tx,
    { orderIds: orderIdsOf(commands) },
    (shelf) => commands.forEach(({ orderId }) => release(shelf, orderId)),
    soldOut,
  );

export const returnStock = async (
  tx: Queries,
  commands: readonly ReturnStock["data"][],
  soldOut: SoldOutMemory,
) => {
  const fresh = await keepNewReturns(tx, commands);
  await ensureStock(tx, [...new Set(fresh.flatMap(({ lines }) => lines.map(({ sku }) => sku)))]);
  await onShelf(
    tx,
    { orderIds: orderIdsOf(fresh), slots: slotsOf(fresh) },
    (shelf) => fresh.forEach((command) => giveBack(shelf, command)),
    soldOut,
  );
};

const expiringMax = 500;

/** Ends holds whose time is over, by the database's clock. Answers how many; again while many. */
export const expireHolds = (db: Database, soldOut?: SoldOutMemory): Promise<number> =>
  transact(db, async (tx) => {
    const orderIds = await findExpired(tx, expiringMax);
    if (orderIds.length > 0)
      await onShelf(
        tx,
        { orderIds },
        (shelf) => orderIds.forEach((id) => expire(shelf, id)),
        soldOut,
      );
    return orderIds.length;
  });
