import { workLoop, type Log } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { tendRooms, type SaleNeeds } from "./admission.commands.ts";
import type { OpenSale } from "./room.ts";

const restMs = 250;
// While nothing is sold there is nothing to hurry for, and a new sale is seen in time.
const quietMs = 3_000;

const failedMs = 1_000;

const isOn = ({ status, startsAt }: OpenSale, now: Date): boolean =>
  status === "Running" || Date.parse(startsAt) - now.getTime() <= 2 * quietMs;

/** Opens, lets in and closes, four times a second while a sale is on. */
export const runAdmission = (db: Database, needs: SaleNeeds, log: Log, now: () => Date) => {
  let quietUntil = 0;
  return workLoop(
    async () => {
      if (performance.now() < quietUntil) return false;
      const open = await tendRooms(db, needs);
      const isBusy = open.some((sale) => sale.hasWaitingRoom && isOn(sale, now()));
      quietUntil = isBusy ? 0 : performance.now() + quietMs;
      return false;
    },
    {
      restMs,
      failed: (error) => {
        quietUntil = performance.now() + failedMs;
        log.error({ err: error }, "a waiting room was not tended");
      },
    },
  );
};
