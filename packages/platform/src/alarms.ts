import type { Database } from "./database.ts";
import type { Log } from "./log.ts";
import { ringAlarms } from "./saga-runner.ts";
import type { Saga } from "./saga.ts";
import { workLoop } from "./work-loop.ts";

const restMs = 1_000;

/** Wakes sagas on time, to the second, until closed. */
export const runAlarms = (
  sagas: readonly Readonly<{ saga: Saga; db: Database }>[],
  log: Log,
): { close: () => Promise<void> } => {
  const watches = sagas.map(({ saga, db }) =>
    workLoop(async () => (await ringAlarms(db, saga)) > 0, {
      restMs,
      failed: (error) => log.error({ saga: saga.name, err: error }, "alarms could not be rung"),
    }),
  );
  return {
    close: async () => {
      await Promise.all(watches.map((watch) => watch.close()));
    },
  };
};
