import { availableOf, type Stock } from "./shelf.ts";
import type { Quantities, Slot } from "./slot.ts";

type Known = Readonly<{ revision: number; available: number; until: number }>;

// Others sell and let go too: what this process does not hear of, it takes for true no longer.
const freshMs = 500;
const slotsMax = 10_000;

/**
 * What was found with too little a moment ago, so that a loser is told so without waiting for the row
 * that everybody wants. Revisions keep a late word of "too little" from undoing a newer "there is more".
 */
export const soldOutMemory = (now: () => number = () => performance.now()) => {
  const known = new Map<Slot, Known>();
  const set = (slot: Slot, { revision, available }: Omit<Known, "until">) => {
    if (known.size >= slotsMax) known.clear();
    known.set(slot, { revision, available, until: now() + freshMs });
  };
  return {
    note: (slot: Slot, stock: Stock | undefined): void => {
      const revision = stock?.revision ?? 0;
      if ((known.get(slot)?.revision ?? 0) > revision) return;
      set(slot, { revision, available: availableOf(stock) });
    },
    /** There is more than before. */
    forget: (slot: Slot, { revision }: Pick<Stock, "revision">): void =>
      set(slot, { revision, available: Infinity }),
    shortOf: (wanted: Quantities): readonly Readonly<{ slot: Slot; available: number }>[] =>
      [...wanted].flatMap(([slot, quantity]) => {
        const found = known.get(slot);
        const isShort = found && found.until > now() && found.available < quantity;
        return isShort ? [{ slot, available: found.available }] : [];
      }),
  };
};
export type SoldOutMemory = ReturnType<typeof soldOutMemory>;
