import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { runAlarms } from "./alarms.ts";
import { findUnread } from "./backlog.store.ts";
import { runBus, type Reader } from "./bus.ts";
import { catchUp } from "./catch-up.ts";
import type { Database } from "./database.ts";
import { housekeeping } from "./housekeeping.ts";
import { runJobs } from "./jobs.ts";
import { isSettled } from "./outbox.store.ts";
import type { Log } from "./log.ts";
import { sagaConsumer } from "./saga-runner.ts";
import type { Service } from "./service.ts";
import { consumerOf } from "./subscription.ts";

export { findOverdue, findUnread, type Overdue, type Unread } from "./backlog.store.ts";
export { findParked, type Parked } from "./cursor.store.ts";
export { migrateJobs } from "./jobs.ts";
export { runLive } from "./live.ts";
export { migrate, pendingMigrations, roleOf, type Migrated } from "./migrate.ts";

export type Placed = Readonly<{ service: Service; db: Database }>;

/** What reads the bus for these services: each service's subscriptions, and each saga. */
export const readersOf = (placed: readonly Placed[]): readonly Reader[] =>
  placed.flatMap(({ service, db }) => [
    ...(service.subscriptions?.length
      ? [{ db, consumer: consumerOf(service.name, service.subscriptions, service.restMs) }]
      : []),
    ...(service.sagas ?? []).map((saga) => ({ db, consumer: sagaConsumer(saga) })),
  ]);

/** Everything that runs beside the requests: the bus, alarms, jobs and the services' own loops. */
export const runBackground = async (
  placed: readonly Placed[],
  { url, jobsPool, log }: { url: string; jobsPool: pg.Pool; log: Log },
): Promise<{ close: () => Promise<void> }> => {
  const bus = runBus({ url, db: jobsPool, readers: readersOf(placed), log });
  const sagas = placed.flatMap(({ service, db }) =>
    (service.sagas ?? []).map((saga) => ({ saga, db })),
  );
  const alarms = runAlarms(sagas, log);
  const jobs = await runJobs(
    jobsPool,
    [housekeeping(jobsPool), ...placed.flatMap(({ service }) => service.jobs ?? [])],
    log,
  );
  const loops = placed.flatMap(({ service }) => (service.work ? [service.work()] : []));
  return {
    close: async () => {
      await Promise.all([bus, alarms, jobs, ...loops].map((one) => one.close()));
    },
  };
};

const roundsMax = 1_000;

/** For tests and imports: delivers in turns until everybody has read everything. */
export const catchUpAll = async (readers: readonly Reader[]): Promise<void> => {
  const [first] = readers;
  if (!first) return;
  for (let round = 0; round < roundsMax; round++) {
    let read = 0;
    for (const { db, consumer } of readers) read += await catchUp(db, consumer);
    if (read > 0) continue;
    if (await isSettled(first.db)) return;
    // Somebody else's transaction on this server still holds the watermark down.
    await sleep(5);
  }
  throw new Error(`Not settled after ${roundsMax} rounds: messages that answer each other?`);
};

const restMs = 20;
const restsMax = 15_000;

/**
 * For imports: delivers to all readers at once until nothing is unread, also beside a shop that is
 * open and delivers too.
 */
export const deliverAll = async (
  readers: readonly Reader[],
  told: Readonly<{ onStart: (unread: number) => void; onDelivered: (count: number) => void }>,
): Promise<void> => {
  const backlog = await Promise.all(readers.map(({ db, consumer }) => findUnread(db, consumer)));
  told.onStart(backlog.reduce((sum, { count }) => sum + count, 0));
  await Promise.all(
    readers.map(async ({ db, consumer }) => {
      for (let rests = 0; rests < restsMax;) {
        const read = await catchUp(db, consumer);
        told.onDelivered(read);
        if (read > 0) continue;
        const { count } = await findUnread(db, consumer);
        if (count === 0) return;
        rests += 1;
        await sleep(restMs);
      }
      throw new Error(`${consumer.name} waits for a transaction that does not end.`);
    }),
  );
};
