import type { Service } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { settle } from "@wares/testkit/tools";

/** As after a restored backup: the inbox has forgotten, and the cursor stands at the beginning. */
export const deliverAgain = async (db: Database, service: Service): Promise<void> => {
  await db.query("delete from platform.inbox where consumer = $1", [service.name]);
  await db.query("update platform.cursors set tx_id = '0', position = 0 where consumer = $1", [
    service.name,
  ]);
  await settle(db, [service]);
};
