import {
  parse,
  UserId,
  type Language,
  type UserRegistered,
  type UserUpdated,
} from "@wares/contracts";
import type { Keys } from "@wares/platform";
import { sql, type Queries } from "@wares/platform/database";

export type Recipient = Readonly<{
  userId: UserId;
  email: string;
  firstName?: string | undefined;
  language: Language;
  emailNotifications: boolean;
  marketingEmails: boolean;
}>;

type Row = {
  user_id: string;
  person_sealed: string;
  language: Language;
  email_notifications: boolean;
  marketing_emails: boolean;
};
type Person = { email: string; firstName?: string };

export const addressIndex = (keys: Keys, email: string): string =>
  keys.sign("notifications.address", email.normalize("NFC").toLowerCase()).slice(0, 22);

const writing = (keys: Keys) => {
  const sealed = (userId: string, email: string, firstName: string | undefined) => ({
    user_id: userId,
    person_sealed: keys.seal(
      "notifications.person",
      userId,
      JSON.stringify({ email, ...(firstName && { firstName }) }),
    ),
    email_index: addressIndex(keys, email),
  });

  return {
    register: async (tx: Queries, users: readonly UserRegistered["data"][]): Promise<void> => {
      const rows = users.map(({ userId, email, firstName, language }) => ({
        ...sealed(userId, email, firstName),
        language,
      }));
      await tx.query(sql`
        insert into notifications.recipients (user_id, person_sealed, email_index, language)
        select user_id, person_sealed, email_index, language
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as one(user_id uuid, person_sealed text, email_index text, language text)
            on conflict (user_id) do nothing
      `);
    },

    /** The newest word of each person; one that is older than what we have changes nothing. */
    update: async (tx: Queries, users: readonly UserUpdated["data"][]): Promise<void> => {
      const newest = new Map<string, UserUpdated["data"]>();
      for (const user of users)
        if ((newest.get(user.userId)?.revision ?? 0) <= user.revision)
          newest.set(user.userId, user);
      const rows = [...newest.values()].map(({ userId, email, firstName, language, ...user }) => ({
        ...sealed(userId, email, firstName),
        language,
        email_notifications: user.emailNotifications,
        marketing_emails: user.marketingEmails,
        revision: user.revision,
      }));
      await tx.query(sql`
        insert into notifications.recipients
        select user_id, person_sealed, email_index, language, email_notifications, marketing_emails, revision
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as one(user_id uuid, person_sealed text, email_index text, language text,
                   email_notifications boolean, marketing_emails boolean, revision int)
            on conflict (user_id) do update
           set person_sealed = excluded.person_sealed, email_index = excluded.email_index,
               language = excluded.language, email_notifications = excluded.email_notifications,
               marketing_emails = excluded.marketing_emails, revision = excluded.revision
         where recipients.revision < excluded.revision
      `);
    },
  };
};

const reading = (keys: Keys) => ({
  find: async (
    tx: Queries,
    userIds: readonly (UserId | undefined)[],
  ): Promise<ReadonlyMap<string, Recipient>> => {
    const wanted = [...new Set(userIds.filter((one) => one !== undefined))];
    const { rows } = await tx.query<Row>(sql`
      select user_id, person_sealed, language, email_notifications, marketing_emails
        from notifications.recipients
       where user_id = any(${wanted}::uuid[])
    `);
    return new Map(
      rows.map((row) => {
        const opened = keys.open("notifications.person", row.user_id, row.person_sealed);
        const recipient: Recipient = {
          userId: parse(UserId, row.user_id),
          ...(JSON.parse(opened ?? "{}") as Person),
          language: row.language,
          emailNotifications: row.email_notifications,
          marketingEmails: row.marketing_emails,
        };
        return [row.user_id, recipient];
      }),
    );
  },
});

export const recipientStore = (keys: Keys) => ({ ...writing(keys), ...reading(keys) });
export type RecipientStore = ReturnType<typeof recipientStore>;

/**
 * Everything kept about these people: who they are, and every mail to them. Mails to their address about
 * orders of others go as well, a guest's perhaps; what is still to be said of those orders will be.
 */
export const forgetPeople = async (tx: Queries, userIds: readonly UserId[]): Promise<void> => {
  const gone = [...userIds];
  const addresses = sql`
    select email_index from notifications.recipients where user_id = any(${gone}::uuid[])`;
  await tx.query(sql`
    insert into notifications.order_owners
    select order_id, user_id, to_index, language
      from notifications.mails
     where to_index in (${addresses}) and template = 'order-confirmation' and order_id is not null
        on conflict do nothing
  `);
  await tx.query(sql`
    delete from notifications.mails
     where user_id = any(${gone}::uuid[]) or to_index in (${addresses})
  `);
  await tx.query(sql`delete from notifications.order_owners where user_id = any(${gone}::uuid[])`);
  await tx.query(sql`delete from notifications.recipients where user_id = any(${gone}::uuid[])`);
};
