import type { Keys } from "@wares/platform";
import type { Queries } from "@wares/platform/database";
import { written } from "./letter-text.ts";
import { openKept, type Finished } from "./mail-content.ts";
import type { StoredMail } from "./mail.store.ts";
import type { OrderData } from "./order-letters.ts";
import { orderLetter } from "./order-news.ts";
import type { OrderStore } from "./order.store.ts";
import type { ShopLinks } from "./shop-links.ts";

export type ReadyMail = Omit<StoredMail, "contentSealed"> & Finished;

/** Writes the mails out, with one reading of the orders they are about. */
export const mailWriter = (keys: Keys, orders: OrderStore, links: ShopLinks) => {
  const aboutOrder = (template: string, order: OrderData, news: unknown): Finished => {
    const { contact, orderId } = order;
    const url = links.order(contact.language, orderId);
    const letter = orderLetter(template, { order, url, shopUrl: links.base }, news);
    return { to: contact.email, ...written(letter) };
  };

  return async (db: Queries, mails: readonly StoredMail[]): Promise<readonly ReadyMail[]> => {
    const all = mails.map(({ contentSealed, ...mail }) => ({
      mail,
      kept: openKept(keys, mail.id, contentSealed),
    }));
    const wanted = all.flatMap(({ mail, kept }) =>
      "to" in kept || !mail.orderId ? [] : [mail.orderId],
    );
    const known = wanted.length > 0 ? await orders.find(db, wanted) : new Map();
    return all.flatMap(({ mail, kept }): ReadyMail[] => {
      if ("html" in kept) return [{ ...mail, ...kept }];
      if ("letter" in kept) return [{ ...mail, to: kept.to, ...written(kept.letter) }];
      const order = mail.orderId && known.get(mail.orderId);
      // Whose order is forgotten, theirs are the mails too: erasure takes both in one commit.
      if (!order) return [];
      return [
        { ...mail, ...aboutOrder(mail.template, order, "news" in kept ? kept.news : undefined) },
      ];
    });
  };
};
export type MailWriter = ReturnType<typeof mailWriter>;
