import type { Job } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { forgetOldRooms } from "./old-rooms.store.ts";

/** So long it can be looked up who was let in when; then nobody asks any more, and it is about people. */
const keptDays = 30;

export const forgettingOldRooms = (db: Database): Job => ({
  name: "gateway.forget_old_rooms",
  schedule: "23 4 * * *",
  run: async (_payload, signal) => {
    while (!signal.aborted && (await forgetOldRooms(db, keptDays)) > 0);
  },
});
