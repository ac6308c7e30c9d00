import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "./database.ts";
import type { Log } from "./log.ts";
import { ringAlarms } from "./saga-runner.ts";
import type { Saga } from "./saga.ts";

const pauseMs = 1_000;

/** Wakes sagas on time, to the second, until closed. */
export const runAlarms = (
  sagas: readonly Readonly<{ saga: Saga; db: Database }>[],
  log: Log,
): { close: () => Promise<void> } => {
  const stop = new AbortController();
  const { signal } = stop;
  const watch = async ({ saga, db }: { saga: Saga; db: Database }) => {
    while (!signal.aborted) {
      const rung = await ringAlarms(db, saga).catch((error: unknown) => {
        log.error({ saga: saga.name, err: error }, "alarms could not be rung");
        return 0;
      });
      if (rung === 0) await sleep(pauseMs, undefined, { signal }).catch(() => {});
    }
  };
  const watches = sagas.map(watch);
  return {
    close: async () => {
      stop.abort();
      await Promise.all(watches);
    },
  };
};
