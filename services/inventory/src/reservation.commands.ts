import type { ClaimStock, OrderId, ReleaseStock, ReturnStock } from "@wares/contracts";
import { batched, isRefusal } from "@wares/platform";
import { publish, transact, type Database, type Queries } from "@wares/platform/database";
import { newsOf } from "./notices.ts";
import { claim, expire, giveBack, hold, release, type HoldRequest } from "./reservation.ts";
import { findExpired, keepNewReturns } from "./reservation.store.ts";
import { openShelf, type Hold, type OpenShelf } from "./shelf.ts";
import { lockShelf, writeShelf, type Wanted } from "./shelf.store.ts";
import { ensureStock } from "./stock.store.ts";

/** The life of every change of stock: lock, decide, write, tell. */
export const onShelf = async <Answer>(
  tx: Queries,
  wanted: Wanted,
  decide: (shelf: OpenShelf) => Answer,
): Promise<Answer> => {
  const shelf = openShelf(await lockShelf(tx, wanted));
  const answer = decide(shelf);
  const change = shelf.change();
  await writeShelf(tx, change);
  await publish(tx, [...shelf.events, ...newsOf(change.stock)]);
  return answer;
};

const skusOf = (requests: readonly Pick<HoldRequest, "lines">[]) => [
  ...new Set(requests.flatMap(({ lines }) => lines.map(({ sku }) => sku))),
];
const orderIdsOf = (requests: readonly Readonly<{ orderId: OrderId }>[]) => [
  ...new Set(requests.map(({ orderId }) => orderId)),
];

/** One transaction for up to 250 orders, each decided as if it had come alone after those before it. */
export const holdBatch = (db: Database, requests: readonly HoldRequest[]) =>
  transact(db, (tx) =>
    onShelf(tx, { orderIds: orderIdsOf(requests), skus: skusOf(requests) }, (shelf) =>
      requests.map((request) => {
        const answer = hold(shelf, request);
        return isRefusal(answer) ? answer : { orderId: answer.orderId, state: answer.state };
      }),
    ),
  );

export type Held = Pick<Hold, "orderId" | "state">;

export const reservationCommands = (db: Database) => {
  const holdSoon = batched<HoldRequest, Held>((requests) => holdBatch(db, requests), {
    batchMax: 250,
    waitingMax: 5_000,
  });
  return {
    /** Holds every line of an order for so long, or refuses. Asked again, answers the same. */
    hold: (orderId: OrderId, lines: HoldRequest["lines"], minutes: number): Promise<Held> =>
      holdSoon({ orderId, lines, minutes }),
  };
};
export type ReservationCommands = ReturnType<typeof reservationCommands>;

export const claimStock = (tx: Queries, commands: readonly ClaimStock["data"][]) =>
  onShelf(tx, { orderIds: orderIdsOf(commands), skus: skusOf(commands) }, (shelf) =>
    commands.forEach((command) => claim(shelf, command)),
  );

export const releaseStock = (tx: Queries, commands: readonly ReleaseStock["data"][]) =>
  onShelf(tx, { orderIds: orderIdsOf(commands) }, (shelf) =>
    commands.forEach(({ orderId }) => release(shelf, orderId)),
  );

export const returnStock = async (tx: Queries, commands: readonly ReturnStock["data"][]) => {
  const fresh = await keepNewReturns(tx, commands);
  await ensureStock(tx, skusOf(fresh));
  await onShelf(tx, { orderIds: orderIdsOf(fresh), skus: skusOf(fresh) }, (shelf) =>
    fresh.forEach((command) => giveBack(shelf, command)),
  );
};

const expiringMax = 500;

/** Ends holds whose time is over, by the database's clock. Answers how many; again while many. */
export const expireHolds = (db: Database): Promise<number> =>
  transact(db, async (tx) => {
    const orderIds = await findExpired(tx, expiringMax);
    if (orderIds.length > 0)
      await onShelf(tx, { orderIds }, (shelf) => orderIds.forEach((id) => expire(shelf, id)));
    return orderIds.length;
  });
