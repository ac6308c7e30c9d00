import { NotificationId, OrderId, parse, UserId, type Language, type Mail } from "@wares/contracts";
import type { Keys } from "@wares/platform";
import { sql, type Queries } from "@wares/platform/database";
import type { Written } from "./letter.ts";
import { addressIndex } from "./recipient.store.ts";

export type NewMail = Readonly<{
  id: NotificationId;
  eventId: string;
  template: string;
  language: Language;
  to: string;
  userId?: UserId | undefined;
  orderId?: OrderId | undefined;
  status: Mail["status"];
  content: Written;
}>;

export type StoredMail = Mail &
  Written &
  Readonly<{ userId?: UserId; attempts: number; position: number }>;

type Row = {
  notification_id: string;
  position: number;
  template: string;
  user_id: string | null;
  order_id: string | null;
  language: string;
  content_sealed: string;
  status: Mail["status"];
  attempts: number;
  created_at: string;
};
type Sealed = Written & { to: string };

/** Longer than a whole batch may take when every line of it times out. */
const leaseSeconds = 600;
const columns = sql`
  notification_id, position, template, user_id, order_id, language, content_sealed, status, attempts,
  created_at`;

export type MailSearch = Readonly<{
  to?: string | undefined;
  orderId?: OrderId | undefined;
  before?: number | undefined;
  limit: number;
}>;

const fromRow = (keys: Keys, row: Row): StoredMail => ({
  id: parse(NotificationId, row.notification_id),
  ...(JSON.parse(
    keys.open("notifications.mail", row.notification_id, row.content_sealed) ?? "{}",
  ) as Sealed),
  template: row.template,
  language: row.language,
  status: row.status,
  ...(row.order_id && { orderId: parse(OrderId, row.order_id) }),
  ...(row.user_id && { userId: parse(UserId, row.user_id) }),
  attempts: row.attempts,
  position: row.position,
  createdAt: row.created_at,
});

const writing = (keys: Keys) => ({
  /** Answers which are new: an event makes each mail once, however often it is told. */
  add: async (tx: Queries, mails: readonly NewMail[]): Promise<ReadonlySet<string>> => {
    const rows = mails.map(({ id, eventId, content, to, ...mail }) => ({
      notification_id: id,
      event_id: eventId,
      template: mail.template,
      user_id: mail.userId,
      order_id: mail.orderId,
      to_index: addressIndex(keys, to),
      language: mail.language,
      content_sealed: keys.seal("notifications.mail", id, JSON.stringify({ to, ...content })),
      status: mail.status,
    }));
    const { rows: added } = await tx.query<{ notification_id: string }>(sql`
      insert into notifications.mails
             (notification_id, event_id, template, user_id, order_id, to_index, language,
              content_sealed, status, sent_at)
      select notification_id, event_id, template, user_id, order_id, to_index, language,
             content_sealed, status, case status when 'Sent' then now() end
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as one(notification_id uuid, event_id uuid, template text, user_id uuid, order_id uuid,
                 to_index text, language text, content_sealed text, status text)
          on conflict (event_id, template) do nothing
      returning notification_id
    `);
    return new Set(added.map(({ notification_id }) => notification_id));
  },

  /** Takes mails to send, for a while: whoever dies with them in hand, another takes them later. */
  claim: async (tx: Queries, mailsMax: number): Promise<StoredMail[]> => {
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
    return rows.map((row) => fromRow(keys, row));
  },
});

const reading = (keys: Keys) => ({
  find: async (tx: Queries, id: NotificationId): Promise<StoredMail | undefined> => {
    const { rows } = await tx.query<Row>(sql`
      select ${columns} from notifications.mails where notification_id = ${id}
    `);
    return rows[0] && fromRow(keys, rows[0]);
  },

  /** The newest first. */
  list: async (tx: Queries, { to, orderId, before, limit }: MailSearch) => {
    const isTo = to === undefined ? sql`true` : sql`to_index = ${addressIndex(keys, to)}`;
    const isOf = orderId === undefined ? sql`true` : sql`order_id = ${orderId}`;
    const isBefore = before === undefined ? sql`true` : sql`position < ${before}::bigint`;
    const { rows } = await tx.query<Row>(sql`
      select ${columns}
        from notifications.mails
       where ${isTo} and ${isOf} and ${isBefore}
       order by position desc
       limit ${limit}
    `);
    return rows.map((row) => fromRow(keys, row));
  },
});

export const mailStore = (keys: Keys) => ({ ...writing(keys), ...reading(keys) });
export type MailStore = ReturnType<typeof mailStore>;

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
