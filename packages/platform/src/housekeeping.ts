import type { Database } from "./database.ts";
import { forgetOldKeys } from "./idempotency.store.ts";
import { forgetOldDeliveries } from "./inbox.store.ts";
import type { Job } from "./jobs.ts";

/** What nobody asks for any more goes, a bounded piece at a time. The outbox stays: it is the history. */
export const housekeeping = (db: Database): Job => ({
  name: "platform.tidy_up",
  schedule: "41 * * * *",
  run: async (_payload, signal) => {
    for (const forget of [forgetOldKeys, forgetOldDeliveries])
      while (!signal.aborted && (await forget(db)) > 0);
  },
});
