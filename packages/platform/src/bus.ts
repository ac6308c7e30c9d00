import pg from "pg";
import { setTimeout as sleep } from "node:timers/promises";
import { onAnnouncement } from "./announcements.ts";
import { bell } from "./bell.ts";
import { catchUp, parkNext } from "./catch-up.ts";
import type { Database } from "./database.ts";
import type { Log } from "./log.ts";
import { asOutage } from "./outage.ts";
import { Outage } from "./outcome.ts";
import { outboxTail, type OutboxTail } from "./outbox-tail.ts";
import type { Consumer } from "./subscription.ts";
import { inSpan } from "./telemetry.ts";

// The default bus: consumers read the outbox where it lies, its newest part once for all of them. A
// commit in this process wakes the reading at once, NOTIFY that of other processes, and a slow poll
// covers what both may lose.

const channel = "wares_outbox";
const pollMs = 1_000;
// While there is news, reading rests between rounds, the longer the more there is: a round that finds ten
// events costs consumers nearly what one that finds a hundred does. An idle shop hears at once.
const restMs = { few: 5, many: 30 };
const manyEvents = 50;
// A counter is written once for all that happened to it in a round.
const eventsMax = 2_000;
const attemptsMax = 5;

export type Reader = Readonly<{ consumer: Consumer; db: Database }>;
export type BusOptions = Readonly<{
  url: string;
  /** Reads for all readers. */
  db: Database;
  readers: readonly Reader[];
  log: Log;
}>;

/** Runs until closed. Closing waits for the batches under way. */
export const runBus = ({ url, db, readers, log }: BusOptions) => {
  const stop = new AbortController();
  const types = [...new Set(readers.flatMap(({ consumer }) => consumer.types))];
  const tail = outboxTail(db, types);
  const bells = readers.map(({ consumer }) => bellFor(consumer.types));
  const news = bellFor(types);
  const relay = relayTo(url, news.ring, stop.signal, log);
  const forget = onAnnouncement((said) => {
    news.ring(new Set(said.map(({ type }) => type)));
    relay.tell();
  });
  const world = { tail, signal: stop.signal, log };
  const watching = watch(world, news, bells);
  const loops = readers.map((reader, nth) => follow(world, reader, bells[nth]!));
  return {
    close: async () => {
      stop.abort();
      forget();
      tail.close();
      for (const one of [news, ...bells]) one.ring();
      await Promise.all([...loops, watching, relay.closed]);
    },
  };
};

type World = Readonly<{ tail: OutboxTail; signal: AbortSignal; log: Log }>;

/** Reads for all, and tells those for whom there is something. */
const watch = async (
  { tail, signal, log }: World,
  news: Bell,
  bells: readonly Bell[],
): Promise<void> => {
  while (!signal.aborted)
    try {
      const { types, count, isSettled } = await tail.advance();
      if (count > 0) for (const one of bells) one.ring(types);
      const rest = count < manyEvents ? restMs.few : restMs.many;
      if (count > 0 || !isSettled) await sleep(rest, undefined, { signal });
      if (isSettled) await news.wait();
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ err: error }, "the bus cannot read; waiting");
      await sleep(pollMs, undefined, { signal }).catch(() => {});
    }
};

const follow = async (
  { tail, signal, log }: World,
  { consumer, db }: Reader,
  { wait }: Bell,
): Promise<void> => {
  let size = eventsMax;
  let attempts = 0;
  while (!signal.aborted)
    try {
      const read = await inSpan("bus.read", { consumer: consumer.name }, () =>
        catchUp(db, consumer, { eventsMax: size, tail }),
      );
      attempts = 0;
      if (read === size) size = Math.min(size * 2, eventsMax);
      else {
        size = eventsMax;
        if (consumer.restMs) await sleep(consumer.restMs, undefined, { signal });
        await wait();
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Outage) {
        log.warn({ consumer: consumer.name, err: error }, "the database is away; waiting");
        await sleep(pollMs, undefined, { signal }).catch(() => {});
        continue;
      }
      // One bad message must not hold up its neighbours: alone, then again, then parked.
      const isAlone = size === 1;
      size = 1;
      if (!isAlone) continue;
      attempts += 1;
      log.error({ consumer: consumer.name, attempts, err: error }, "a message failed");
      if (attempts < attemptsMax)
        await sleep(50 * 2 ** attempts, undefined, { signal }).catch(() => {});
      else {
        await parkNext(db, consumer, String(error)).catch(() => {});
        attempts = 0;
      }
    }
};

type Bell = ReturnType<typeof bellFor>;

/** Rung by what was said, if it is of interest. */
const bellFor = (types: readonly string[]) => {
  const mine = new Set(types);
  const { ring, wait } = bell();
  return {
    ring: (said?: ReadonlySet<string>) => {
      if (!said?.isDisjointFrom(mine)) ring();
    },
    wait: () => wait(pollMs),
  };
};

/** Tells other processes that there is news, at most every few milliseconds, and hears from them. */
const relayTo = (
  url: string,
  heard: (types?: ReadonlySet<string>) => void,
  signal: AbortSignal,
  log: Log,
) => {
  let client: pg.Client | undefined;
  let isTelling = false;
  const tell = () => {
    if (isTelling || !client) return;
    isTelling = true;
    setTimeout(() => {
      isTelling = false;
      client?.query(`notify ${channel}`).catch(() => {});
    }, 5);
  };
  const keepListening = async () => {
    while (!signal.aborted) {
      const fresh = new pg.Client({ connectionString: url, application_name: "wares bus" });
      const broken = new Promise<void>((resolve) => {
        fresh.on("error", () => resolve());
        fresh.on("end", () => resolve());
        signal.addEventListener("abort", () => resolve(), { once: true });
      });
      try {
        await fresh.connect();
        await fresh.query(`listen ${channel}`);
        const { rows } = await fresh.query<{ pid: number }>("select pg_backend_pid() as pid");
        fresh.on("notification", ({ processId }) => processId !== rows[0]?.pid && heard());
        client = fresh;
        await broken;
      } catch (error) {
        log.warn({ err: asOutage(error) }, "the bus cannot listen; polling meanwhile");
      }
      client = undefined;
      await fresh.end().catch(() => {});
      await sleep(pollMs, undefined, { signal }).catch(() => {});
    }
  };
  return { tell, closed: keepListening() };
};
