import { workLoop, type Log } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { expireHolds } from "./reservation.commands.ts";
import { tidyAsides } from "./set-aside.commands.ts";
import type { SoldOutMemory } from "./sold-out.cache.ts";

const restMs = 3_000;

/** Sweeps holds whose time is over, and what flash sales left, until closed. Closing waits for the sweep under way. */
export const runExpiry = (
  db: Database,
  log: Log,
  soldOut: SoldOutMemory,
): { close: () => Promise<void> } =>
  workLoop(
    async () => {
      const expired = await expireHolds(db, soldOut);
      const hasMore = await tidyAsides(db, soldOut);
      return expired > 0 || hasMore;
    },
    { restMs, failed: (error) => log.error({ err: error }, "holds could not be ended") },
  );
