import { batched, type Refusal } from "@wares/platform";
import { transact, type Database } from "@wares/platform/database";
import type { BuyerId, FlashSaleId, OrderId } from "@wares/contracts";
import { refusals } from "./refusals.ts";
import { ensureRooms, lockRooms } from "./room.store.ts";
import {
  findTickets,
  insertTickets,
  keyOf,
  markUnused,
  markUsed,
  moveTickets,
  type Asked,
  type Found,
  type Unused,
  type Use,
} from "./ticket.store.ts";

/** `formerId`: who they were before they signed in. Their place comes along. */
export type Joining = Asked & Readonly<{ formerId?: BuyerId }>;

/** With its indexes a row is about 450 bytes after the draw: 90 MB when a sale is that wanted. */
const ticketsMax = 200_000;
const limits = { batchMax: 500, waitingMax: 10_000 };

/** Asked twice, it is the same ticket, whichever process is asked. */
export const joinBatch = (
  db: Database,
  asked: readonly Joining[],
  max = ticketsMax,
): Promise<readonly (Found | Refusal)[]> =>
  transact(db, async (tx) => {
    const flashSaleIds = [...new Set(asked.map(({ flashSaleId }) => flashSaleId))];
    await ensureRooms(tx, flashSaleIds);
    const rooms = await lockRooms(tx, flashSaleIds);
    const moves = asked.flatMap(({ formerId, ...one }) => (formerId ? [{ ...one, formerId }] : []));
    if (moves.length > 0) await moveTickets(tx, moves);
    await insertTickets(tx, asked, max);
    const found = await findTickets(tx, asked);
    return asked.map(
      (one) =>
        found.get(keyOf(one)) ??
        (rooms.get(one.flashSaleId)?.isEnded ? refusals.saleOver : refusals.roomFull),
    );
  });

const useBatch = (db: Database, uses: readonly Use[]): Promise<readonly (true | Refusal)[]> =>
  transact(db, async (tx) => {
    await markUsed(tx, uses);
    const found = await findTickets(tx, uses);
    return uses.map((use) => {
      const usedBy = found.get(keyOf(use))?.ticket.usedBy;
      if (usedBy === use.orderId) return true;
      return usedBy ? refusals.admissionUsed : refusals.notAdmitted;
    });
  });

export const ticketCommands = (db: Database) => {
  const use = batched<Use, true>((uses) => useBatch(db, uses), limits);
  // One by one, eight hundred losers of one moment waited two seconds for each other's transactions.
  const giveBack = batched<Required<Unused>, true>(async (unused) => {
    await transact(db, (tx) => markUnused(tx, unused));
    return unused.map(() => true as const);
  }, limits);
  return {
    join: batched<Joining, Found>((asked) => joinBatch(db, asked), limits),

    /**
     * Uses up the buyer's admission for this order. The same order again is fine, also when the time to
     * order is over by then; another order of the same buyer is refused.
     */
    useAdmission: async (
      flashSaleId: FlashSaleId,
      buyerId: BuyerId,
      orderId: OrderId,
    ): Promise<void> => {
      await use({ flashSaleId, buyerId, orderId });
    },

    /** The order was refused after all: its buyer may try again until the admission ends. */
    giveBackAdmission: async (flashSaleId: FlashSaleId, orderId: OrderId): Promise<void> => {
      await giveBack({ flashSaleId, orderId });
    },
  };
};
export type TicketCommands = ReturnType<typeof ticketCommands>;
