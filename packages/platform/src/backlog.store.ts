import sql from "sql-template-tag";
import type { Queries } from "./database.ts";
import type { Consumer } from "./subscription.ts";

export type Unread = Readonly<{ consumer: string; count: number; oldestAt?: string }>;

/** Counting further says nothing more, and would read a whole history. */
const countMax = 100_000;

/** What this consumer has not read of what it listens to. */
export const findUnread = async (
  tx: Queries,
  { name, types }: Pick<Consumer, "name" | "types">,
): Promise<Unread> => {
  const { rows } = await tx.query<{ count: number; oldestAt: string | null }>(sql`
    with place as (
      select coalesce(max(tx_id::text), '0')::xid8 as tx_id, coalesce(max(position), 0) as position
        from platform.cursors
       where consumer = ${name}
    )
    select count(*) as count, min(occurred_at) as "oldestAt"
      from (select event.occurred_at
              from platform.outbox as event, place
             where (event.tx_id, event.position) > (place.tx_id, place.position)
               and event.type = any(${types}::text[])
             limit ${countMax}) as unread
  `);
  const { count = 0, oldestAt } = rows[0] ?? {};
  return { consumer: name, count, ...(oldestAt && { oldestAt }) };
};

export type Overdue = Readonly<{ saga: string; count: number; oldestAt: string }>;

/** Sagas whose alarm rang some time ago and that nobody has woken: whoever should do it does not run. */
export const findOverdue = async (tx: Queries, lateMs: number): Promise<readonly Overdue[]> => {
  const { rows } = await tx.query<Overdue>(sql`
    select saga, count(*) as count, min(wake_at) as "oldestAt"
      from platform.sagas
     where wake_at < now() - ${lateMs} * interval '1 millisecond'
     group by saga
     order by saga
  `);
  return rows;
};
