import type { FlashSaleId } from "@wares/contracts";
import { transact, type Database } from "@wares/platform/database";
import { admitNext, countInside, drawLots } from "./admission.store.ts";
import { endRoom, findUnfinished, lockRooms, setSoldOut } from "./room.store.ts";
import { admitAtOnce, workOf, type OpenSale, type RoomSale } from "./room.ts";

/** What the waiting room needs of whoever has the sales. */
export type SaleNeeds = Readonly<{
  saleOf: (flashSaleId: FlashSaleId) => Promise<RoomSale | undefined>;
  /** Those that run or will: a few, and all of them. */
  openSales: () => Promise<readonly OpenSale[]>;
}>;

/** So long somebody who was let in may take over the order. */
export const admittedMinutes = 5;
const roomsMax = 200;

/**
 * One look at every room. Several processes may do it at once: each room's row is locked while it is drawn
 * or let in from, and how many are inside is counted under that lock. Answers the sales that run or will.
 */
export const tendRooms = async (
  db: Database,
  { saleOf, openSales }: SaleNeeds,
): Promise<readonly OpenSale[]> => {
  const open = await openSales();
  const known = new Map<FlashSaleId, RoomSale>(open.map((sale) => [sale.flashSaleId, sale]));
  const failures: unknown[] = [];
  for (const room of await findUnfinished(db, roomsMax)) {
    const { flashSaleId } = room;
    try {
      const sale = known.get(flashSaleId) ?? (await saleOf(flashSaleId));
      if (workOf(room, sale).hasWork) await tendRoom(db, flashSaleId, sale);
    } catch (error) {
      // Trouble with one room must not keep the others shut.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "Some rooms were not tended.");
  return open;
};

const tendRoom = (db: Database, flashSaleId: FlashSaleId, sale: RoomSale | undefined) =>
  transact(db, async (tx) => {
    const room = (await lockRooms(tx, [flashSaleId])).get(flashSaleId);
    if (!room || room.isEnded) return;
    if (!sale || workOf(room, sale).hasEnded) return endRoom(tx, flashSaleId);
    const isOpen = room.isDrawn || (await drawLots(tx, flashSaleId, sale.startsAt));
    if (!isOpen) return;
    const atOnceMax = admitAtOnce(sale.unitsLeft);
    const isSoldOut = atOnceMax === 0;
    if (isSoldOut !== room.isSoldOut) await setSoldOut(tx, flashSaleId, isSoldOut);
    const count = atOnceMax - (await countInside(tx, flashSaleId));
    if (count > 0)
      await admitNext(tx, { flashSaleId, through: room.through, count, minutes: admittedMinutes });
  });
