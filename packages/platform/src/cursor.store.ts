import sql from "sql-template-tag";
import type { Queries } from "./database.ts";
import { named } from "./named.ts";
import type { Cursor, Delivered } from "./outbox.store.ts";

export type Place = Cursor & Readonly<{ hasParked: boolean }>;

/**
 * The lock makes copies of one consumer take turns, which is what keeps the order. Undefined when
 * another copy is at it right now.
 */
export const lockCursor = async (tx: Queries, consumer: string): Promise<Place | undefined> => {
  const take = sql`
    select tx_id::text as "txId", position,
           exists (select from platform.parked where parked.consumer = cursors.consumer) as "hasParked"
      from platform.cursors
     where consumer = ${consumer}
       for update skip locked
  `;
  const { rows } = await tx.query<Place>(named("platform.lock_cursor", take));
  if (rows[0]) return rows[0];
  await tx.query(sql`
    insert into platform.cursors (consumer) values (${consumer}) on conflict do nothing
  `);
  const second = await tx.query<Place>(take);
  return second.rows[0];
};

export const moveCursor = (tx: Queries, consumer: string, { txId, position }: Cursor) =>
  tx.query(
    named(
      "platform.move_cursor",
      sql`
      update platform.cursors
         set tx_id = ${txId}::xid8, position = ${position}
       where consumer = ${consumer}
    `,
    ),
  );

/** Of these subjects, those that already have a parked message: what follows must wait behind it. */
export const subjectsParked = async (
  tx: Queries,
  consumer: string,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await tx.query<{ subject: string }>(
    named(
      "platform.subjects_parked",
      sql`
      select distinct subject
        from platform.parked
       where consumer = ${consumer} and subject = any(${subjects}::text[])
    `,
    ),
  );
  return new Set(rows.map(({ subject }) => subject));
};

export const park = async (
  tx: Queries,
  consumer: string,
  events: readonly Delivered[],
  error: string,
): Promise<void> => {
  if (events.length === 0) return;
  const rows = events.map(({ txId, position, eventId, type, subject }) => ({
    tx_id: txId,
    position,
    event_id: eventId,
    type,
    subject,
  }));
  await tx.query(sql`
    insert into platform.parked (consumer, tx_id, position, event_id, type, subject, error)
    select ${consumer}, tx_id, position, event_id, type, subject, ${error.slice(0, 2_000)}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as event(tx_id xid8, position bigint, event_id uuid, type text, subject text)
        on conflict do nothing
  `);
};

export type Parked = Readonly<{
  consumer: string;
  eventId: string;
  type: string;
  subject: string;
  error: string;
  parkedAt: string;
}>;

export const findParked = async (tx: Queries, parkedMax = 100): Promise<readonly Parked[]> => {
  const { rows } = await tx.query<Parked>(sql`
    select consumer, event_id as "eventId", type, subject, error, parked_at as "parkedAt"
      from platform.parked
     order by parked_at desc
     limit ${parkedMax}
  `);
  return rows;
};

/** Takes what waits for one subject out of the parking; answers where in the outbox it stands. */
export const unpark = async (
  tx: Queries,
  consumer: string,
  subject: string,
): Promise<readonly Cursor[]> => {
  const { rows } = await tx.query<Cursor>(sql`
    delete from platform.parked
     where consumer = ${consumer} and subject = ${subject}
    returning tx_id::text as "txId", position
  `);
  return rows;
};
