import type { Queries } from "./database.ts";
import { listOutbox, readEvents, type Cursor, type Delivered, type Page } from "./outbox.store.ts";
import { saidHere, type Weighed } from "./said-here.ts";

// Many consumers read the same news. The newest part of the outbox is kept here as it was read, once
// for all of them: at 1,100 orders/s their own reads were 170 of the 780 µs that PostgreSQL worked
// for an order, and as much again went into parsing the same rows eight times. What this process said
// itself it knows: of that only the places are asked, which are the order of commits.

/** Whoever is further behind reads the table. Some 24 MB at most: of events larger than usual fewer are kept. */
const usualLimits = { keptMax: 20_000, charactersMax: 8_000_000 };
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
  /** Listens no longer to what is said here. */
  close: () => void;
}>;

// Later than anything: a read from here finds nothing, and tells how far everything is settled.
const end: Cursor = { txId: "18446744073709551615", position: 0 };

export const outboxTail = (
  db: Queries,
  types: readonly string[],
  { keptMax, charactersMax }: Readonly<typeof usualLimits> = usualLimits,
): OutboxTail => {
  const kept: Weighed[] = [];
  let characters = 0;
  let [from, upTo]: (Cursor | undefined)[] = [];
  const said = saidHere(new Set(types));

  const keep = (news: readonly Weighed[]): void => {
    kept.push(...news);
    for (const { size } of news) characters += size;
    let dropped = 0;
    for (const { event, size } of kept) {
      if (kept.length - dropped <= keptMax && characters <= charactersMax) break;
      dropped += 1;
      characters -= size;
      from = placeOf(event);
    }
    kept.splice(0, dropped);
  };

  return {
    close: said.close,
    advance: async () => {
      const page = await listOutbox(db, upTo ?? end, { types, eventsMax });
      const news = await said.recall(page.listed, (unknown) => readEvents(db, unknown));
      upTo = page.cursor;
      from ??= upTo;
      keep(news);
      const isSettled = page.isSettled && news.length < eventsMax;
      return { count: news.length, types: new Set(news.map(({ event }) => event.type)), isSettled };
    },

    after: (place, wanted) => {
      if (!from || !upTo || isBefore(place, from)) return undefined;
      const events: Delivered[] = [];
      for (let nth = firstAfter(kept, place); nth < kept.length; nth++) {
        const { event } = kept[nth] as Weighed;
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

const firstAfter = (kept: readonly Weighed[], place: Cursor): number => {
  let [low, high] = [0, kept.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(place, placeOf((kept[middle] as Weighed).event))) high = middle;
    else low = middle + 1;
  }
  return low;
};
