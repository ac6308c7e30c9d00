import { OrderId, type NotificationId } from "@wares/contracts";
import { idOf } from "@wares/platform";
import { testDatabase } from "@wares/testkit/database";
import { excess, readsOf } from "@wares/testkit/reads";
import { expect, test } from "vitest";
import { claimMails, listMails } from "./mail.store.ts";

const mails = 20_000;
/** An address that a quarter of the mails went to is looked for among the newest. */
const pageMax = 210;

test("mails are listed, and taken to be sent, without reading all there ever were", async () => {
  await using db = await testDatabase();
  await db.query(`
    insert into notifications.mails (notification_id, template, order_id, to_index, language, status, next_attempt_at)
    select lpad(to_hex(n), 32, '0')::uuid, 'order-confirmation', md5('order' || n / 2)::uuid,
           'person ' || case when n % 4 = 0 then 0 else n end, 'en', case when n > ${mails} - 20 then 'Queued' else 'Sent' end,
           now() - interval '1 minute'
      from generate_series(1, ${mails}) as n`);
  await db.query("vacuum analyze notifications.mails");
  const orderId = idOf(OrderId, "nobody's");
  const middle = `00000000-0000-0000-0000-${(mails / 2).toString(16).padStart(12, "0")}`;
  for (const before of [undefined, middle as NotificationId])
    for (const whose of [
      {},
      { toIndex: "person 0" },
      { toIndex: "person 77" },
      { toIndex: "nobody" },
      { orderId },
      { orderId, toIndex: "person 0" },
    ]) {
      const { queries, reads } = readsOf(db);
      await listMails(queries, { ...whose, before, limit: 51 });
      expect(excess(reads, () => pageMax)).toEqual([]);
    }
  expect(await listMails(db, { toIndex: "person 0", limit: 51 })).toHaveLength(51);
  const { queries, reads } = readsOf(db);
  await claimMails(queries, 5);
  // Sought, and then each once more to be written.
  expect(excess(reads, () => pageMax)).toEqual([]);
});
