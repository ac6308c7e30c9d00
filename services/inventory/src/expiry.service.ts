import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { expireHolds } from "./reservation.commands.ts";

const pauseMs = 3_000;

/** Sweeps holds whose time is over, until closed. Closing waits for the sweep under way. */
export const runExpiry = (db: Database, log: Log): { close: () => Promise<void> } => {
  const stop = new AbortController();
  const { signal } = stop;
  const sweep = async () => {
    while (!signal.aborted) {
      const ended = await expireHolds(db).catch((error: unknown) => {
        log.error({ err: error }, "holds could not be ended");
        return 0;
      });
      if (ended === 0) await sleep(pauseMs, undefined, { signal }).catch(() => {});
    }
  };
  const running = sweep();
  return {
    close: async () => {
      stop.abort();
      await running;
    },
  };
};
