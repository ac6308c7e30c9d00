import pg from "pg";
import { setTimeout as sleep } from "node:timers/promises";
import { onAnnouncement } from "./announcements.ts";
import { bell } from "./bell.ts";
import { catchUp, parkNext } from "./catch-up.ts";
import type { Database } from "./database.ts";
import type { Log } from "./log.ts";
import { asOutage } from "./outage.ts";
import { Outage } from "./outcome.ts";
import type { Consumer } from "./subscription.ts";
import { inSpan } from "./telemetry.ts";

// The default bus: consumers read the outbox where it lies. A commit in this process wakes them at
// once, NOTIFY wakes those of other processes, and a slow poll covers what both may lose.

const channel = "wares_outbox";
const pollMs = 1_000;
const eventsMax = 500;
const attemptsMax = 5;

export type Reader = Readonly<{ consumer: Consumer; db: Database }>;
export type BusOptions = Readonly<{ url: string; readers: readonly Reader[]; log: Log }>;

/** Runs until closed. Closing waits for the batches under way. */
export const runBus = ({ url, readers, log }: BusOptions) => {
  const stop = new AbortController();
  const bells = readers.map(({ consumer }) => bellFor(consumer.types));
  const relay = relayTo(url, (types) => bells.forEach((one) => one.ring(types)), stop.signal, log);
  const forget = onAnnouncement((types) => {
    bells.forEach((one) => one.ring(types));
    relay.tell();
  });
  const loops = readers.map((reader, nth) => follow(reader, bells[nth]!, stop.signal, log));
  return {
    close: async () => {
      stop.abort();
      forget();
      bells.forEach((one) => one.ring());
      await Promise.all([...loops, relay.closed]);
    },
  };
};

const follow = async (
  { consumer, db }: Reader,
  { wait }: Bell,
  signal: AbortSignal,
  log: Log,
): Promise<void> => {
  let size = eventsMax;
  let attempts = 0;
  while (!signal.aborted)
    try {
      const read = await inSpan("bus.read", { consumer: consumer.name }, () =>
        catchUp(db, consumer, size),
      );
      attempts = 0;
      if (read === size) size = Math.min(size * 2, eventsMax);
      else {
        size = eventsMax;
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
