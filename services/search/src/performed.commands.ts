import { batched, Refused, type Tools } from "@wares/platform";
import { publish, transact } from "@wares/platform/database";
import { isSearch, searchPerformed, type Performed } from "./performed.ts";

/**
 * Says what was searched for, many at once, and nobody waits for it. More than fit are dropped: it is
 * a statistic, and the answer to the next shopper is worth more.
 */
export const performedCommands = ({ db, log }: Tools) => {
  const say = batched<Performed, boolean>(
    (searches) =>
      transact(db, async (tx) => {
        await publish(tx, searches.map(searchPerformed));
        return searches.map(() => true);
      }),
    { batchMax: 250, waitingMax: 2_000 },
  );
  const unsaid = new Set<Promise<unknown>>();
  return {
    note: (performed: Performed): void => {
      if (!isSearch(performed)) return;
      const saying = say(performed)
        .catch((error: unknown) => {
          if (!(error instanceof Refused)) log.warn({ err: error }, "a search was not noted");
        })
        .finally(() => unsaid.delete(saying));
      unsaid.add(saying);
    },
    /** Waits for what is under way. */
    flush: async (): Promise<void> => void (await Promise.all(unsaid)),
  };
};
