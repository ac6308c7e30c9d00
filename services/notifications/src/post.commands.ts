import { NotificationId, NotificationSent, type OrderId, type UserId } from "@wares/contracts";
import { newId } from "@wares/platform";
import { publish, type Queries } from "@wares/platform/database";
import type { Letter } from "./letter.ts";
import { written } from "./letter-text.ts";
import type { MailStore } from "./mail.store.ts";

export type Draft = Readonly<{
  eventId: string;
  template: string;
  to: string;
  userId?: UserId | undefined;
  orderId?: OrderId | undefined;
  letter: Letter;
  /** False where the person does not want this kind: it is written down, and stays here. */
  isWanted?: boolean;
}>;

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

/** Where a letter goes once it is written: into the queue, or, without a mail server, to the mailbox. */
export const poster = (mails: MailStore, { hasServer }: { hasServer: boolean }) => {
  const post = async (tx: Queries, drafts: readonly Draft[]): Promise<void> => {
    if (drafts.length === 0) return;
    const made = drafts.map(({ letter, isWanted = true, ...draft }) => ({
      ...draft,
      id: newId(NotificationId),
      language: letter.language,
      content: written(letter),
      status: isWanted
        ? hasServer
          ? ("Queued" as const)
          : ("Sent" as const)
        : ("Withheld" as const),
    }));
    const added = await mails.add(tx, made);
    const sent = made.filter(({ id, status }) => status === "Sent" && added.has(id));
    await publish(tx, sent.map(sentEvent));
  };
  return post;
};
export type Post = ReturnType<typeof poster>;
