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
  return app;
};

/** Delivers every event to these services until nobody has anything to add. */
export const settle = (db: Database, services: readonly Service[]): Promise<void> =>
  catchUpAll(readersOf(services.map((service) => ({ service, db }))));
