import type { Language, Mail, NotificationId, OrderId, UserId } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";

export type NewMail = Readonly<{
  id: NotificationId;
  eventId: string;
  template: string;
  language: Language;
  toIndex: string;
  userId?: UserId | undefined;
  orderId?: OrderId | undefined;
  status: Mail["status"];
  contentSealed?: string | undefined;
}>;

export type StoredMail = Omit<Mail, "to" | "subject"> &
  Readonly<{ userId?: UserId; attempts: number; position: number; contentSealed?: string }>;

type Row = {
  notification_id: NotificationId;
  position: number;
  template: string;
  user_id: UserId | null;
  order_id: OrderId | null;
  language: string;
  content_sealed: string | null;
  status: Mail["status"];
  attempts: number;
  created_at: string;
};

/** Longer than a whole batch may take when every line of it times out. */
const leaseSeconds = 600;
const columns = sql`
  notification_id, position, template, user_id, order_id, language, content_sealed, status, attempts,
  created_at`;

export type MailSearch = Readonly<{
  toIndex?: string | undefined;
  orderId?: OrderId | undefined;
  before?: number | undefined;
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
  attempts: row.attempts,
  position: row.position,
  createdAt: row.created_at,
});

/** Answers which are new: an event makes each mail once, however often it is told. */
export const addMails = async (
  tx: Queries,
  mails: readonly NewMail[],
): Promise<ReadonlySet<string>> => {
  const insert = sql`
    insert into notifications.mails
           (notification_id, event_id, template, user_id, order_id, to_index, language,
            content_sealed, status, sent_at)
    select *, case status when 'Sent' then now() end
      from unnest(${mails.map(({ id }) => id)}::uuid[],
                  ${mails.map(({ eventId }) => eventId)}::uuid[],
                  ${mails.map(({ template }) => template)}::text[],
                  ${mails.map(({ userId }) => userId)}::uuid[],
                  ${mails.map(({ orderId }) => orderId)}::uuid[],
                  ${mails.map(({ toIndex }) => toIndex)}::text[],
                  ${mails.map(({ language }) => language)}::text[],
                  ${mails.map(({ contentSealed }) => contentSealed)}::text[],
                  ${mails.map(({ status }) => status)}::text[])
        as mail(id, event_id, template, user_id, order_id, to_index, language, content, status)
        on conflict (event_id, template) do nothing
    returning notification_id
  `;
  const { rows } = await tx.query<{ notification_id: string }>(
    named("notifications.add_mails", insert),
  );
  return new Set(rows.map(({ notification_id }) => notification_id));
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
  const isBefore = before === undefined ? sql`true` : sql`position < ${before}::bigint`;
  const { rows } = await tx.query<Row>(sql`
    select ${columns}
      from notifications.mails
     where ${isTo} and ${isOf} and ${isBefore}
     order by position desc
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
