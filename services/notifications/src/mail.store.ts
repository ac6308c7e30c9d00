import type { Language, Mail, NotificationId, OrderId, UserId } from "@wares/contracts";
import { named, sql, unlessTaken, type Queries } from "@wares/platform/database";
import { mailIdOf } from "./mail-id.ts";

export type NewMail = Readonly<{
  id: NotificationId;
  template: string;
  language: Language;
  toIndex: string;
  userId?: UserId | undefined;
  orderId?: OrderId | undefined;
  status: Mail["status"];
  contentSealed?: string | undefined;
}>;

export type StoredMail = Omit<Mail, "to" | "subject"> &
  Readonly<{ userId?: UserId; toIndex: string; attempts: number; contentSealed?: string }>;

type Row = {
  notification_id: NotificationId;
  template: string;
  user_id: UserId | null;
  order_id: OrderId | null;
  to_index: string;
  language: string;
  content_sealed: string | null;
  status: Mail["status"];
  attempts: number;
  created_at: string;
};

/** Longer than a whole batch may take when every line of it times out. */
const leaseSeconds = 600;
const columns = sql`
  notification_id, template, user_id, order_id, to_index, language, content_sealed, status, attempts,
  created_at`;

export type MailSearch = Readonly<{
  toIndex?: string | undefined;
  orderId?: OrderId | undefined;
  before?: NotificationId | undefined;
  limit: number;
}>;

const fromRow = (row: Row): StoredMail => ({
  id: row.notification_id,
  template: row.template,
  language: row.language,
  status: row.status,
  ...(row.order_id && { orderId: row.order_id }),
  ...(row.user_id && { userId: row.user_id }),
  ...(row.content_sealed && { contentSealed: row.content_sealed }),
  toIndex: row.to_index,
  attempts: row.attempts,
  createdAt: row.created_at,
});

export type Cause = Readonly<{ id: NotificationId; eventId: string; template: string }>;

/** Those that are made already: an event makes each mail once, however often it is told. */
export const findMade = async (
  tx: Queries,
  causes: readonly Cause[],
): Promise<ReadonlySet<string>> => {
  const find = sql`
    select notification_id as id, null as event_id, null as template
      from notifications.mails
     where notification_id = any(${causes.map(({ id }) => id)}::uuid[])
     union all
    select null, event_id, template
      from notifications.mails
     where event_id is not null and event_id = any(${causes.map(({ eventId }) => eventId)}::uuid[])
  `;
  type Made = Readonly<{ id: string | null; event_id: string; template: string }>;
  const { rows } = await tx.query<Made>(named("notifications.find_made", find));
  return new Set(rows.map(({ id, event_id, template }) => id ?? mailIdOf(event_id, template)));
};

/**
 * Mails that were not made yet. No `on conflict`, which would be a second look and a record more for each:
 * a consumer's rounds take turns, and who loses against another all the same is told, and tries again.
 */
export const addMails = async (tx: Queries, mails: readonly NewMail[]): Promise<void> => {
  const insert = sql`
    insert into notifications.mails
           (notification_id, template, user_id, order_id, to_index, language, content_sealed, status,
            sent_at)
    select *, case status when 'Sent' then now() end
      from unnest(${mails.map(({ id }) => id)}::uuid[],
                  ${mails.map(({ template }) => template)}::text[],
                  ${mails.map(({ userId }) => userId)}::uuid[],
                  ${mails.map(({ orderId }) => orderId)}::uuid[],
                  ${mails.map(({ toIndex }) => toIndex)}::text[],
                  ${mails.map(({ language }) => language)}::text[],
                  ${mails.map(({ contentSealed }) => contentSealed)}::text[],
                  ${mails.map(({ status }) => status)}::text[])
        as mail(id, template, user_id, order_id, to_index, language, content, status)
  `;
  await unlessTaken(
    tx.query(named("notifications.add_mails", insert)),
    "a mail was made meanwhile",
  );
};

/** Takes mails to send, for a while: whoever dies with them in hand, another takes them later. */
export const claimMails = async (tx: Queries, mailsMax: number): Promise<readonly StoredMail[]> => {
  const { rows } = await tx.query<Row>(sql`
    update notifications.mails
       set attempts = attempts + 1,
           next_attempt_at = now() + make_interval(secs => ${leaseSeconds})
     where notification_id in (
       select notification_id from notifications.mails
        where status = 'Queued' and next_attempt_at <= now()
        order by next_attempt_at
        limit ${mailsMax}
          for update skip locked)
    returning ${columns}
  `);
  return rows.map(fromRow);
};

export const findMails = async (
  tx: Queries,
  id: NotificationId,
): Promise<readonly StoredMail[]> => {
  const { rows } = await tx.query<Row>(sql`
    select ${columns} from notifications.mails where notification_id = ${id}
  `);
  return rows.map(fromRow);
};

/** The newest first. */
export const listMails = async (
  tx: Queries,
  { toIndex, orderId, before, limit }: MailSearch,
): Promise<readonly StoredMail[]> => {
  const isTo = toIndex === undefined ? sql`true` : sql`to_index = ${toIndex}`;
  const isOf = orderId === undefined ? sql`true` : sql`order_id = ${orderId}`;
  const isBefore = before === undefined ? sql`true` : sql`notification_id < ${before}::uuid`;
  const { rows } = await tx.query<Row>(sql`
    select ${columns}
      from notifications.mails
     where ${isTo} and ${isOf} and ${isBefore}
     order by notification_id desc
     limit ${limit}
  `);
  return rows.map(fromRow);
};

/** Only what is still queued: a mail that two workers sent is told once. */
export const markSent = async (tx: Queries, id: NotificationId): Promise<boolean> => {
  const { rowCount } = await tx.query(sql`
    update notifications.mails
       set status = 'Sent', sent_at = now(), problem = null
     where notification_id = ${id} and status = 'Queued'
  `);
  return rowCount === 1;
};

export type Setback = Readonly<{ problem: string; waitMs: number | undefined }>;

/** Without a time to wait there is no further try. `problem` is a code: servers quote addresses. */
export const setBack = async (
  tx: Queries,
  id: NotificationId,
  { problem, waitMs }: Setback,
): Promise<void> => {
  await tx.query(sql`
    update notifications.mails
       set status = ${waitMs === undefined ? "Failed" : "Queued"},
           problem = ${problem},
           next_attempt_at = now() + ${waitMs ?? 0}::int * interval '1 millisecond'
     where notification_id = ${id} and status = 'Queued'
  `);
};

/** What could not be written out for a reason of ours: that was no try, and they wait for the next one. */
export const putBack = async (
  tx: Queries,
  ids: readonly NotificationId[],
  waitMs: number,
): Promise<void> => {
  await tx.query(sql`
    update notifications.mails
       set attempts = attempts - 1,
           next_attempt_at = now() + ${waitMs}::int * interval '1 millisecond'
     where notification_id = any(${ids}::uuid[]) and status = 'Queued'
  `);
};
