import { workLoop, type Log } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import type { PartCommands } from "./flash-sale-part.commands.ts";
import { expireParts } from "./flash-sale-part.commands.ts";
import { endSales } from "./flash-sale.commands.ts";

const restMs = 1_000;

/** Ends sales on time, lets go of parts whose order never came, and adds up what was counted. */
export const runFlashSales = (
  db: Database,
  log: Log,
  { saveTallies }: Pick<PartCommands, "saveTallies">,
): { close: () => Promise<void> } => {
  const failed = (error: unknown) => log.error({ err: error }, "flash sales could not be kept up");
  const round = async () => {
    const more = [await endSales(db), await expireParts(db)];
    await saveTallies();
    return more.includes(true);
  };
  const loop = workLoop(round, { restMs, failed });
  return {
    close: async () => {
      await loop.close();
      await saveTallies().catch(failed);
    },
  };
};
