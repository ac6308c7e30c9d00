import { onAnnouncement, type Said } from "./announcements.ts";
import type { Queries } from "./database.ts";
import {
  listOutbox,
  readEvents,
  type Cursor,
  type Delivered,
  type Listed,
  type Page,
} from "./outbox.store.ts";

// Many consumers read the same news. The newest part of the outbox is kept here as it was read, once
// for all of them: at 1,100 orders/s their own reads were 170 of the 780 µs that PostgreSQL worked
// for an order, and as much again went into parsing the same rows eight times. What this process said
// itself it knows: of that only the places are asked, which are the order of commits.

/** Some 20 MB of orders; whoever is further behind reads the table. */
const keptMax = 5_000;
const eventsMax = 2_000;
/** Said here and not yet settled; what is forgotten is read from the table. */
const saidMax = 20_000;

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
  /** Listens no longer to what is said here. */
  close: () => void;
}>;

// Later than anything: a read from here finds nothing, and tells how far everything is settled.
const end: Cursor = { txId: "18446744073709551615", position: 0 };

export const outboxTail = (db: Queries, types: readonly string[]): OutboxTail => {
  let kept: readonly Delivered[] = [];
  let [from, upTo]: (Cursor | undefined)[] = [];
  const memory = memoryOf(new Set(types));

  return {
    close: memory.close,
    advance: async () => {
      const page = await listOutbox(db, upTo ?? end, { types, eventsMax });
      const events = await memory.recall(page.listed, (unknown) => readEvents(db, unknown));
      upTo = page.cursor;
      from ??= upTo;
      const all = [...kept, ...events];
      const dropped = all.at(-keptMax - 1);
      if (dropped) from = placeOf(dropped);
      kept = all.slice(-keptMax);
      const isSettled = page.isSettled && events.length < eventsMax;
      const found = events.map(({ type }) => type);
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

/** What was said in this process, until it is read. */
const memoryOf = (types: ReadonlySet<string>) => {
  const said = new Map<string, Said>();
  // Read before the commit's own process heard that it had happened.
  const readAlready = new Set<string>();
  const close = onAnnouncement((news) => {
    for (const one of news)
      if (types.has(one.type) && !readAlready.delete(one.eventId)) said.set(one.eventId, one);
    trim(said);
  });
  const recall = async (
    listed: readonly Listed[],
    read: (unknown: readonly Listed[]) => Promise<readonly Delivered[]>,
  ): Promise<readonly Delivered[]> => {
    const unknown = listed.filter(({ eventId }) => !said.has(eventId));
    const found = unknown.length > 0 ? await read(unknown) : [];
    const others = new Map(found.map((event) => [event.eventId, event]));
    for (const { eventId } of unknown) readAlready.add(eventId);
    trim(readAlready);
    return listed.flatMap(({ eventId, time, txId, position }) => {
      const known = said.get(eventId);
      said.delete(eventId);
      return known ? { ...known, time, txId, position } : (others.get(eventId) ?? []);
    });
  };
  return { close, recall };
};

/** Without the oldest, as far as there are too many. */
const trim = (all: Map<string, unknown> | Set<string>): void => {
  for (const oldest of all.keys()) {
    if (all.size <= saidMax) return;
    all.delete(oldest);
  }
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
