import type { Queries } from "./database.ts";
import { readOutbox, type Cursor, type Delivered, type Page } from "./outbox.store.ts";

// Many consumers read the same news. The newest part of the outbox is kept here as it was read, once
// for all of them: at 1,100 orders/s their own reads were 170 of the 780 µs that PostgreSQL worked
// for an order, and as much again went into parsing the same rows eight times.

/** Some 20 MB of orders; whoever is further behind reads the table. */
const keptMax = 5_000;
const eventsMax = 2_000;

/** Whose events are shared: nobody changes one. */
export type OutboxTail = Readonly<{
  /** Reads on. Answers how much news there was, of which types, and whether more is on its way. */
  advance: () => Promise<
    Readonly<{ count: number; types: ReadonlySet<string>; isSettled: boolean }>
  >;
  /** As `readOutbox` answers it; undefined where the place lies before what is kept. */
  after: (
    place: Cursor,
    wanted: Readonly<{ types: ReadonlySet<string>; eventsMax: number }>,
  ) => Page | undefined;
}>;

// Later than anything: a read from here finds nothing, and tells how far everything is settled.
const end: Cursor = { txId: "18446744073709551615", position: 0 };

export const outboxTail = (db: Queries, types: readonly string[]): OutboxTail => {
  let kept: readonly Delivered[] = [];
  let [from, upTo]: (Cursor | undefined)[] = [];

  return {
    advance: async () => {
      const page = await readOutbox(db, upTo ?? end, { types, eventsMax });
      upTo = page.cursor;
      from ??= upTo;
      const all = [...kept, ...page.events];
      const dropped = all.at(-keptMax - 1);
      if (dropped) from = placeOf(dropped);
      kept = all.slice(-keptMax);
      const isSettled = page.isSettled && page.events.length < eventsMax;
      const found = page.events.map(({ type }) => type);
      return { count: found.length, types: new Set(found), isSettled };
    },

    after: (place, wanted) => {
      if (!from || !upTo || isBefore(place, from)) return undefined;
      const events: Delivered[] = [];
      for (let nth = firstAfter(kept, place); nth < kept.length; nth++) {
        const event = kept[nth] as Delivered;
        if (wanted.types.has(event.type)) events.push(event);
        if (events.length === wanted.eventsMax)
          return { events, cursor: placeOf(event), isSettled: false };
      }
      // One that read the table itself may be ahead of us. Nobody goes back.
      return { events, cursor: isBefore(place, upTo) ? upTo : place, isSettled: true };
    },
  };
};

const placeOf = ({ txId, position }: Delivered): Cursor => ({ txId, position });

const isBefore = (one: Cursor, other: Cursor): boolean => {
  const [a, b] = [BigInt(one.txId), BigInt(other.txId)];
  return a < b || (a === b && one.position < other.position);
};

const firstAfter = (events: readonly Delivered[], place: Cursor): number => {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(place, placeOf(events[middle] as Delivered))) high = middle;
    else low = middle + 1;
  }
  return low;
};
