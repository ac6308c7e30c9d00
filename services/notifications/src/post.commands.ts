import { NotificationSent, type NotificationId, type OrderId, type UserId } from "@wares/contracts";
import type { Keys } from "@wares/platform";
import { alongCommit, publish, type Queries } from "@wares/platform/database";
import type { Letter } from "./letter.ts";
import { sealNews, sealOwn } from "./mail-content.ts";
import { mailIdOf } from "./mail-id.ts";
import { addMails, findMade, type NewMail } from "./mail.store.ts";
import type { OrderNews, OrderTemplate } from "./order-news.ts";
import type { OrderOwner } from "./order-owner.store.ts";
import { addressIndex } from "./recipient.store.ts";

export type Draft = Readonly<{
  eventId: string;
  template: string;
  to: string;
  userId?: UserId | undefined;
  letter: Letter;
  /** False where the person does not want this kind: it is written down, and stays here. */
  isWanted?: boolean;
}>;
export type NewsDraft = OrderOwner &
  Readonly<{ eventId: string; template: OrderTemplate; news: OrderNews; isWanted: boolean }>;

export const sentEvent = (mail: {
  id: NotificationId;
  template: string;
  userId?: UserId | undefined;
  orderId?: OrderId | undefined;
}) =>
  NotificationSent({
    notificationId: mail.id,
    template: mail.template,
    channel: "Email",
    ...(mail.userId && { userId: mail.userId }),
    ...(mail.orderId && { orderId: mail.orderId }),
  });

type Made = Omit<NewMail, "status"> & Readonly<{ eventId: string; isWanted: boolean }>;

/** Where a mail goes: into the queue, or, without a mail server, to the mailbox. */
export const poster = (keys: Keys, { hasServer }: { hasServer: boolean }) => {
  const statusOf = (isWanted: boolean) => {
    if (!isWanted) return "Withheld";
    return hasServer ? "Queued" : "Sent";
  };
  const put = async (tx: Queries, made: readonly Made[]): Promise<void> => {
    if (made.length === 0) return;
    const known = await findMade(tx, made);
    const mails = made
      .filter(({ id }) => !known.has(id))
      .map(({ isWanted, ...mail }): NewMail => ({ ...mail, status: statusOf(isWanted) }));
    if (mails.length === 0) return;
    const sent = mails.filter(({ status }) => status === "Sent");
    await alongCommit(tx, [addMails(tx, mails), publish(tx, sent.map(sentEvent))]);
  };
  return {
    letters: (tx: Queries, drafts: readonly Draft[]): Promise<void> =>
      put(
        tx,
        drafts.map(({ letter, to, isWanted = true, ...draft }) => {
          const id = mailIdOf(draft.eventId, draft.template);
          const { language } = letter;
          const contentSealed = sealOwn(keys, id, { to, letter });
          return {
            ...draft,
            id,
            language,
            toIndex: addressIndex(keys, to),
            contentSealed,
            isWanted,
          };
        }),
      ),
    news: (tx: Queries, drafts: readonly NewsDraft[]): Promise<void> =>
      put(
        tx,
        drafts.map(({ news, ...draft }) => {
          const id = mailIdOf(draft.eventId, draft.template);
          return { ...draft, id, contentSealed: news && sealNews(keys, id, news) };
        }),
      ),
  };
};
export type Post = ReturnType<typeof poster>;
