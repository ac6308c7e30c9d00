import sql, { type Sql } from "sql-template-tag";
import { remember, type Said } from "./announcements.ts";
import { currentContext } from "./context.ts";
import type { Queries } from "./database.ts";
import { named } from "./named.ts";
import { uuidv7 } from "./ids.ts";
import { packedTexts } from "./packed.ts";

export type Publishable = Readonly<{
  type: string;
  version: number;
  subject: string;
  data: unknown;
}>;

/** Same transaction as the state change: either both are true, or neither. */
export const publish = async (tx: Queries, events: readonly Publishable[]): Promise<void> => {
  if (events.length === 0) return;
  const { correlationId, causationId, userId, traceparent } = currentContext();
  const texts = events.map(({ data }) => JSON.stringify(data));
  const said = events.map(({ type, subject, data }, nth): Said => ({
    eventId: uuidv7(),
    type,
    subject,
    data,
    size: texts[nth]?.length ?? 0,
    correlationId: correlationId ?? subject,
    ...(userId && { userId }),
    ...(traceparent && { traceparent }),
  }));
  const insert = sql`
    insert into platform.outbox
           (event_id, type, version, subject, data, correlation_id, causation_id, user_id, traceparent)
    select event_id, type, version, subject, data::json, coalesce(${correlationId}, subject),
           ${causationId}::uuid, ${userId}::uuid, ${traceparent}::text
      from unnest(${said.map(({ eventId }) => eventId)}::uuid[],
                  ${events.map(({ type }) => type)}::text[],
                  ${events.map(({ version }) => version)}::int[],
                  ${events.map(({ subject }) => subject)}::text[],
                  ${packedTexts(texts)})
        as event(event_id, type, version, subject, data)
  `;
  await tx.query(named("platform.publish", insert));
  remember(tx, said);
};

/** A published fact, with the id by which a consumer knows it again. */
export type Delivered<Data = unknown> = Readonly<{
  eventId: string;
  type: string;
  subject: string;
  data: Data;
  /** When it was committed, by the database's clock. */
  time: string;
  correlationId?: string;
  userId?: string;
  traceparent?: string;
  /** Of the transaction that said it: with the position, its place in the order of commits. */
  txId: string;
  position: number;
}>;
export type Cursor = Readonly<{ txId: string; position: number }>;
export type Page = Readonly<{
  events: readonly Delivered[];
  cursor: Cursor;
  /** False while something was committed that cannot be read yet. */
  isSettled: boolean;
}>;

type Row = {
  tx_id: string;
  position: number;
  event_id: string;
  type: string;
  subject: string;
  data: unknown;
  occurred_at: string;
  correlation_id: string | null;
  user_id: string | null;
  traceparent: string | null;
};

const delivered = (row: Row): Delivered => ({
  eventId: row.event_id,
  type: row.type,
  subject: row.subject,
  data: row.data,
  time: row.occurred_at,
  txId: row.tx_id,
  position: row.position,
  ...(row.correlation_id && { correlationId: row.correlation_id }),
  ...(row.user_id && { userId: row.user_id }),
  ...(row.traceparent && { traceparent: row.traceparent }),
});

const columns = sql`
  tx_id::text, position, event_id, type, subject, data, occurred_at, correlation_id, user_id, traceparent`;

const places = sql`tx_id::text, position, event_id, occurred_at`;

// By the index, whatever the planner thinks: it takes "is there any?" for a short walk through the
// table, and where there is none it has walked through all of it.
const newest = sql`select tx_id from platform.outbox order by tx_id desc, position desc limit 1`;

/**
 * What was committed after the cursor. Ids are handed out before they commit, so a reader
 * that trusts `position` alone skips whoever commits late. We stop at the oldest transaction
 * still running: below it everything is settled, and nothing can appear there any more.
 */
const settledAfter = (wanted: Sql, { txId, position }: Cursor, { types, eventsMax }: Wanted) => sql`
  with edge as materialized (
    select pg_snapshot_xmin(pg_current_snapshot()) as below, (${newest}) as newest
  ), settled as materialized (
    select below, coalesce(newest < below, true) as "isSettled" from edge
  )
  select settled.below::text as settled, "isSettled", event.*
    from settled
    left join lateral (
      select ${wanted}
        from platform.outbox
       where (tx_id, position) > (${txId}::xid8, ${position}::bigint)
         and tx_id < settled.below
         and type = any(${types}::text[])
       order by outbox.tx_id, position
       limit ${eventsMax}
    ) as event on true
   order by event.tx_id::xid8, event.position
`;

type Wanted = Readonly<{ types: readonly string[]; eventsMax: number }>;
type Settled = Readonly<{ settled: string; isSettled: boolean }>;

/** A short page means that everything settled was seen: go on from there, not from the last match. */
const cursorAfter = (
  rows: readonly (Pick<Row, "tx_id" | "position"> & Settled)[],
  found: readonly Pick<Row, "tx_id" | "position">[],
  { after, eventsMax }: Readonly<{ after: Cursor; eventsMax: number }>,
): Cursor => {
  const last = found.at(-1);
  return last && found.length === eventsMax
    ? { txId: last.tx_id, position: last.position }
    : { txId: rows[0]?.settled ?? after.txId, position: -1 };
};

export const readOutbox = async (tx: Queries, after: Cursor, wanted: Wanted): Promise<Page> => {
  const { rows } = await tx.query<Row & Settled>(
    named("platform.read_outbox", settledAfter(columns, after, wanted)),
  );
  const found = rows.filter(({ event_id }) => event_id !== null);
  const cursor = cursorAfter(rows, found, { after, eventsMax: wanted.eventsMax });
  return { events: found.map(delivered), cursor, isSettled: rows[0]?.isSettled ?? true };
};

export type Listed = Cursor & Readonly<{ eventId: string; time: string }>;

/** The same without what was said: for who was told that already. */
export const listOutbox = async (tx: Queries, after: Cursor, wanted: Wanted) => {
  const { rows } = await tx.query<
    Pick<Row, "tx_id" | "position" | "event_id" | "occurred_at"> & Settled
  >(named("platform.list_outbox", settledAfter(places, after, wanted)));
  const found = rows.filter(({ event_id }) => event_id !== null);
  const cursor = cursorAfter(rows, found, { after, eventsMax: wanted.eventsMax });
  const listed = found.map((row): Listed => ({
    txId: row.tx_id,
    position: row.position,
    eventId: row.event_id,
    time: row.occurred_at,
  }));
  return { listed, cursor, isSettled: rows[0]?.isSettled ?? true };
};

/** Events by their places, in the order in which they were said: what a replay needs. */
export const readEvents = async (
  tx: Queries,
  places: readonly Cursor[],
): Promise<readonly Delivered[]> => {
  const { rows } = await tx.query<Row>(sql`
    select ${columns}
      from platform.outbox
      join unnest(${places.map(({ txId }) => txId)}::xid8[],
                  ${places.map(({ position }) => position)}::bigint[])
        as place(at_tx, at_position)
        on (tx_id, position) = (at_tx, at_position)
     order by outbox.tx_id, position
  `);
  return rows.map(delivered);
};

/** Whether everything that was said can be read: nothing committed lies above the watermark. */
export const isSettled = async (tx: Queries): Promise<boolean> => {
  const { rows } = await tx.query<{ settled: boolean }>(sql`
    select coalesce((${newest}) < pg_snapshot_xmin(pg_current_snapshot()), true) as settled
  `);
  return rows[0]?.settled ?? true;
};
