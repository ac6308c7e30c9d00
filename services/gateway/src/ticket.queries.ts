import type { BuyerId, FlashSaleId } from "@wares/contracts";
import { batched } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { findRooms } from "./room.store.ts";
import { viewOf } from "./room.ts";
import { findTickets, keyOf, type Asked, type Found } from "./ticket.store.ts";

const limits = { batchMax: 500, waitingMax: 10_000 };

export const ticketQueries = (db: Database) => {
  const find = batched<Asked, Found | undefined>(async (asked) => {
    const found = await findTickets(db, asked);
    return asked.map((one) => found.get(keyOf(one)));
  }, limits);
  return {
    find,
    /** Whether this buyer may place an order of the sale now. Of a sale without a waiting room: nobody. */
    isAdmitted: async (flashSaleId: FlashSaleId, buyerId: BuyerId): Promise<boolean> => {
      const found = await find({ flashSaleId, buyerId });
      return found !== undefined && viewOf(found.room, found.ticket).state === "Admitted";
    },
    /** Two counters of one row, however many wait. */
    roomOf: async (flashSaleId: FlashSaleId) => {
      const room = (await findRooms(db, [flashSaleId])).get(flashSaleId);
      const { tickets, through } = room ?? { tickets: 0, through: 0 };
      return { waiting: tickets - through, admitted: through };
    },
  };
};
export type TicketQueries = ReturnType<typeof ticketQueries>;
