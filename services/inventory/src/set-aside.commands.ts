import type { FlashSaleEnded, FlashSaleId, FlashSaleScheduled, Sku } from "@wares/contracts";
import { transact, type Database, type Queries } from "@wares/platform/database";
import { onShelf } from "./reservation.commands.ts";
import {
  bringBack,
  moveTowards,
  setAside,
  slotsFor,
  unitsOf,
  type SetAside,
  type Short,
  type Units,
} from "./set-aside.ts";
import {
  ensurePlaces,
  findForgotten,
  findLeft,
  lockSetAside,
  saveSetAside,
  takeFreed,
} from "./set-aside.store.ts";
import type { SoldOutMemory } from "./sold-out.cache.ts";

type Items = readonly Readonly<{ sku: Sku; quantity: number }>[];

export const setAsideCommands = (db: Database, soldOut: SoldOutMemory) => ({
  /**
   * From now on exactly these stand apart for this sale, or nothing changes and what there is too
   * little of comes back. Asked twice, it is done once; unless the sale is heard of, it is undone.
   */
  setAside: (id: FlashSaleId, items: Items): Promise<readonly Short[]> =>
    transact(db, async (tx) => {
      const known = await lockSetAside(tx, id);
      if (known.state === "over") return items.map(({ sku }) => ({ sku, available: 0 }));
      const wanted = unitsOf(items);
      await ensurePlaces(tx, id, wanted);
      const slots = slotsFor(known, wanted);
      const short = await onShelf(
        tx,
        { slots },
        (shelf) => setAside(shelf, known, wanted),
        soldOut,
      );
      if (short.length > 0) return short;
      await saveSetAside(tx, { ...known, aside: withZeros(known, wanted), state: "asked" });
      return [];
    }),

  leftOf: (ids: readonly FlashSaleId[]) => findLeft(db, ids),
});

// A SKU that is no longer wanted may still have a unit come back to it.
const withZeros = ({ aside }: SetAside, wanted: Units): Units => ({
  ...Object.fromEntries(Object.keys(aside).map((sku) => [sku, 0])),
  ...wanted,
});

/** The sale is there: what it says is aside, or as much of it as there is, if somebody asked otherwise meanwhile. */
export const agree = async (
  tx: Queries,
  sales: readonly FlashSaleScheduled["data"][],
  soldOut: SoldOutMemory,
): Promise<void> => {
  for (const { flashSaleId, items, revision } of inOrder(sales)) {
    const known = await lockSetAside(tx, flashSaleId);
    if (known.state === "over" || known.revision >= revision) continue;
    await settle(tx, { ...known, agreed: unitsOf(items), revision }, soldOut);
  }
};

const settle = async (tx: Queries, known: SetAside, soldOut: SoldOutMemory): Promise<void> => {
  const { flashSaleId, agreed } = known;
  await ensurePlaces(tx, flashSaleId, agreed);
  const slots = slotsFor(known, agreed);
  const aside = await onShelf(tx, { slots }, (shelf) => moveTowards(shelf, known, agreed), soldOut);
  await saveSetAside(tx, { ...known, aside, state: "agreed" });
};

/** What no order holds goes back on the shelf; what is held follows when it is let go of. */
export const end = async (
  tx: Queries,
  sales: readonly FlashSaleEnded["data"][],
  soldOut: SoldOutMemory,
): Promise<void> => {
  for (const { flashSaleId, revision } of inOrder(sales)) {
    const known = await lockSetAside(tx, flashSaleId);
    if (known.state === "over") continue;
    await saveSetAside(tx, { ...known, state: "over", revision });
    await onShelf(tx, { slots: slotsFor(known) }, (shelf) => bringBack(shelf, known), soldOut);
  }
};

const asidesMax = 20;
const notesMax = 500;

/** Undoes what no sale was heard of for, and brings back what became free after a sale. */
export const tidyAsides = (db: Database, soldOut: SoldOutMemory): Promise<boolean> =>
  transact(db, async (tx) => {
    const forgotten = await findForgotten(tx, asidesMax);
    for (const known of forgotten) await settle(tx, known, soldOut);
    const freed = await takeFreed(tx, notesMax);
    for (const known of freed)
      await onShelf(tx, { slots: slotsFor(known) }, (shelf) => bringBack(shelf, known), soldOut);
    return forgotten.length === asidesMax;
  });

// By id, so that two who have several of them at hand queue instead of deadlocking.
const inOrder = <Said extends Readonly<{ flashSaleId: FlashSaleId }>>(sales: readonly Said[]) =>
  sales.toSorted((one, other) => (one.flashSaleId < other.flashSaleId ? -1 : 1));
