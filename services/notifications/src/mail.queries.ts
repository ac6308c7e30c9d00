import type { OrderId } from "@wares/contracts";
import type { Keys, Log } from "@wares/platform";
import { written } from "./letter-text.ts";
import { openKept, type Finished } from "./mail-content.ts";
import type { StoredMail } from "./mail.store.ts";
import type { OrderData } from "./order-letters.ts";
import { orderLetter } from "./order-news.ts";
import { addressIndex } from "./recipient.store.ts";
import type { ShopLinks } from "./shop-links.ts";

/** What notifications need of other services, as plain functions. `apps/server` supplies them. */
export type NotificationNeeds = Readonly<{
  /** What was ordered, at most a page of mails full of them. */
  ordersToTell: (orderIds: readonly OrderId[]) => Promise<ReadonlyMap<OrderId, OrderData>>;
}>;
export type ReadyMail = Omit<StoredMail, "contentSealed"> & Finished;
type World = Readonly<{ keys: Keys; log: Log; links: ShopLinks }>;

/**
 * Writes the mails out, with one question for the orders they are about. Those that cannot be written are
 * left out; that orders cannot be asked is thrown.
 */
export const mailWriter = ({ keys, log, links }: World, { ordersToTell }: NotificationNeeds) => {
  const aboutOrder = (template: string, order: OrderData, news: unknown): Finished => {
    const { contact, orderId } = order;
    const url = links.order(contact.language, orderId);
    const letter = orderLetter(template, { order, url, shopUrl: links.base }, news);
    return { to: contact.email, ...written(letter) };
  };
  const finished = (
    { kept, mail }: Opened,
    orders: ReadonlyMap<string, OrderData>,
  ): Finished | undefined => {
    if ("html" in kept) return kept;
    if ("letter" in kept) return { to: kept.to, ...written(kept.letter) };
    const order = mail.orderId && orders.get(mail.orderId);
    // Of an order whose buyer is erased there the address is nobody's, and no mail is shown or sent: it
    // will be gone here as soon as this is heard.
    if (!order || addressIndex(keys, order.contact.email) !== mail.toIndex) return undefined;
    return aboutOrder(mail.template, order, "news" in kept ? kept.news : undefined);
  };

  return async (mails: readonly StoredMail[]): Promise<readonly ReadyMail[]> => {
    const all = mails.map((mail) => opened(keys, mail));
    const wanted = all.flatMap(({ mail, kept }) =>
      "to" in kept || !mail.orderId ? [] : [mail.orderId],
    );
    const orders = wanted.length > 0 ? await ordersToTell([...new Set(wanted)]) : new Map();
    return all.flatMap((one): ReadyMail[] => {
      try {
        const text = finished(one, orders);
        return text ? [{ ...one.mail, ...text }] : [];
      } catch (error) {
        log.error({ err: error, notificationId: one.mail.id }, "a mail cannot be written");
        return [];
      }
    });
  };
};
export type MailWriter = ReturnType<typeof mailWriter>;

type Opened = ReturnType<typeof opened>;
const opened = (keys: Keys, { contentSealed, ...mail }: StoredMail) => ({
  mail,
  kept: openKept(keys, mail.id, contentSealed),
});
