import { onAnnouncement } from "./announcements.ts";
import type { Database } from "./database.ts";
import type { Log } from "./log.ts";
import { readOutbox, type Cursor, type Delivered } from "./outbox.store.ts";

type Listener = (event: Delivered) => void;

/** What is happening now, for pages that are open. Nothing is remembered: whoever missed it asks again. */
export type Live = Readonly<{
  /** `subjects` such as an order id or SKUs. Answers how to stop listening. */
  on: (type: string, subjects: ReadonlySet<string>, listener: Listener) => () => void;
}>;

const pollMs = 1_000;
const eventsMax = 1_000;

/** Reads the outbox only while somebody listens. */
export const runLive = (db: Database, log: Log): Live & { close: () => Promise<void> } => {
  const listeners = new Set<{ type: string; subjects: ReadonlySet<string>; listener: Listener }>();
  let cursor: Cursor | undefined;
  let reading: Promise<void> | undefined;

  const read = async () => {
    if (listeners.size === 0) return void (cursor = undefined);
    const types = [...new Set([...listeners].map(({ type }) => type))];
    const isFirst = cursor === undefined;
    const start = cursor ?? { txId: "18446744073709551615", position: 0 };
    const page = await readOutbox(db, start, { types, eventsMax });
    cursor = page.cursor;
    if (isFirst) return;
    for (const event of page.events)
      for (const { type, subjects, listener } of listeners)
        if (type === event.type && subjects.has(event.subject)) listener(event);
  };
  const readOnce = () => {
    reading ??= read()
      .catch((error: unknown) => log.warn({ err: error }, "live news could not be read"))
      .finally(() => (reading = undefined));
    return reading;
  };
  const forget = onAnnouncement(() => listeners.size > 0 && void readOnce());
  const timer = setInterval(() => listeners.size > 0 && void readOnce(), pollMs);
  timer.unref();

  return {
    on: (type, subjects, listener) => {
      const entry = { type, subjects, listener };
      listeners.add(entry);
      void readOnce();
      return () => void listeners.delete(entry);
    },
    close: async () => {
      forget();
      clearInterval(timer);
      await reading;
    },
  };
};
