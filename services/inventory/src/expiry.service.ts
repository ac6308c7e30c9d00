import { workLoop, type Log } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { expireHolds } from "./reservation.commands.ts";

const restMs = 3_000;

/** Sweeps holds whose time is over, until closed. Closing waits for the sweep under way. */
export const runExpiry = (db: Database, log: Log): { close: () => Promise<void> } =>
  workLoop(async () => (await expireHolds(db)) > 0, {
    restMs,
    failed: (error) => log.error({ err: error }, "holds could not be ended"),
  });
