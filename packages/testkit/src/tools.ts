import { setTimeout as sleep } from "node:timers/promises";
import { createLog, keysFrom, uuidv7, type Service, type Tools } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { httpServer, type Principal } from "@wares/platform/http";
import { catchUpAll, readersOf } from "@wares/platform/run";

/** What a service is handed, with a clock the test owns. */
export const testTools = (db: Database, now: () => Date = () => new Date()): Tools => ({
  db,
  now,
  newId: () => uuidv7(now().getTime()),
  keys: keysFrom("a secret for tests, and for nothing else"),
  live: { on: () => () => {} },
  log: createLog("silent"),
});

/** The routes of some services without a port, as seen by whoever `as` says is asking. */
export const testServer = async (services: readonly Service[], as: () => Principal) => {
  const app = await httpServer({ identify: async () => as() });
  for (const { plugin, prefix } of services.flatMap(({ routes = [] }) => routes))
    await app.register(plugin, { prefix: `/api/v1${prefix}` });
  for (const { plugin, prefix } of services.flatMap(({ pages = [] }) => pages))
    await app.register(plugin, { prefix });
  return app;
};

/** Delivers every event to these services until nobody has anything to add. */
export const settle = async (db: Database, services: readonly Service[]): Promise<void> => {
  const readers = readersOf(services.map((service) => ({ service, db })));
  for (let before = -1, last = await lastSaid(db); last > before; last = await lastSaid(db)) {
    before = last;
    await catchUpAll(readers);
  }
};

// Transaction ids belong to the whole server: a test beside this one, in a database of its own, can
// keep a reader here waiting for a moment.
const lastSaid = async (db: Database): Promise<number> => {
  for (let attempt = 0; attempt < 500; attempt++) {
    const { rows } = await db.query<{ last: number; unsettled: number }>(`
      select coalesce(max(position), 0) as last,
             count(*) filter (where tx_id >= pg_snapshot_xmin(pg_current_snapshot())) as unsettled
        from platform.outbox`);
    if (rows[0]?.unsettled === 0) return rows[0].last;
    await sleep(10);
  }
  throw new Error("Somebody on this server has not committed for five seconds.");
};
