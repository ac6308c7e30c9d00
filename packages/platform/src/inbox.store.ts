import sql from "sql-template-tag";
import type { Queries } from "./database.ts";
import { named } from "./named.ts";
import type { Delivered } from "./outbox.store.ts";

/**
 * Those of a batch that this consumer has not applied yet; from now on it has. For buses that deliver at
 * least once: the default bus knows by its cursor.
 */
export const keepNew = async (
  tx: Queries,
  consumer: string,
  events: readonly Delivered[],
): Promise<readonly Delivered[]> => {
  if (events.length === 0) return [];
  const { rows } = await tx.query<{ event_id: string }>(
    named(
      "platform.keep_new",
      sql`
      insert into platform.inbox (consumer, event_id)
      select ${consumer}, unnest(${events.map(({ eventId }) => eventId)}::uuid[])
          on conflict do nothing
      returning event_id
    `,
    ),
  );
  const unseen = new Set(rows.map(({ event_id }) => event_id));
  // `delete` says yes once, so an event that is twice in one batch is kept once.
  return events.filter(({ eventId }) => unseen.delete(eventId));
};

const forgottenAtOnce = 10_000;

/**
 * Deliveries are remembered for thirty days, far longer than any bus repeats itself. Answers how
 * many went.
 */
export const forgetOldDeliveries = async (tx: Queries): Promise<number> => {
  const { rowCount } = await tx.query(sql`
    delete from platform.inbox
     where (consumer, event_id) in (
             select consumer, event_id from platform.inbox
              where received_at < now() - interval '30 days'
              limit ${forgottenAtOnce})
  `);
  return rowCount ?? 0;
};
