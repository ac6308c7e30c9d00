import { onAnnouncement, type Said } from "./announcements.ts";
import type { Delivered, Listed } from "./outbox.store.ts";

/** Said here and not yet settled; what is forgotten is read from the table. */
const saidMax = 20_000;
const saidCharactersMax = 16_000_000;

/** An event, and how many characters of JSON it is: some three bytes each while it is kept. */
export type Weighed = Readonly<{ event: Delivered; size: number }>;

/** What was said in this process, until it is read. */
export const saidHere = (types: ReadonlySet<string>) => {
  const said = new Map<string, Said>();
  // Read before the commit's own process heard that it had happened.
  const readAlready = new Set<string>();
  let characters = 0;
  const take = (eventId: string): Said | undefined => {
    const known = said.get(eventId);
    if (known && said.delete(eventId)) characters -= known.size;
    return known;
  };
  const close = onAnnouncement((news) => {
    for (const one of news)
      if (types.has(one.type) && !readAlready.delete(one.eventId)) {
        said.set(one.eventId, one);
        characters += one.size;
      }
    for (const oldest of said.keys()) {
      if (said.size <= saidMax && characters <= saidCharactersMax) break;
      take(oldest);
    }
  });
  const recall = async (
    listed: readonly Listed[],
    read: (unknown: readonly Listed[]) => Promise<readonly Delivered[]>,
  ): Promise<readonly Weighed[]> => {
    const unknown = listed.filter(({ eventId }) => !said.has(eventId));
    const found = unknown.length > 0 ? await read(unknown) : [];
    const others = new Map(found.map((event) => [event.eventId, event]));
    for (const { eventId } of unknown) readAlready.add(eventId);
    for (const oldest of readAlready) {
      if (readAlready.size <= saidMax) break;
      readAlready.delete(oldest);
    }
    return listed.flatMap(({ eventId, time, txId, position }): Weighed | readonly Weighed[] => {
      const known = take(eventId);
      if (known) {
        const { size, ...event } = known;
        return { event: { ...event, time, txId, position }, size };
      }
      const event = others.get(eventId);
      return event ? { event, size: JSON.stringify(event.data).length } : [];
    });
  };
  return { close, recall };
};
