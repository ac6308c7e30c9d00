import type { Keys } from "@wares/platform";
import { written } from "./letter-text.ts";
import type { Letter, Written } from "./letter.ts";
import { orderLetter, type OrderNews } from "./order-news.ts";
import type { OrderData } from "./order-letters.ts";
import type { OrderStore } from "./order.store.ts";
import type { StoredMail } from "./mail.store.ts";
import type { ShopLinks } from "./shop-links.ts";
import type { Queries } from "@wares/platform/database";

// What is kept of a mail, sealed under its id: a letter with its address, or what happened to an order,
// to be written when somebody sends or reads it.

type Own = Readonly<{ to: string; letter: Letter }>;
/** As they were kept before. */
type Finished = Written & Readonly<{ to: string }>;
type Kept = Own | Finished | Readonly<{ news?: unknown }>;

const sealed = (keys: Keys, id: string, kept: Kept) =>
  keys.seal("notifications.mail", id, JSON.stringify(kept));
export const sealOwn = (keys: Keys, id: string, own: Own): string => sealed(keys, id, own);
export const sealNews = (keys: Keys, id: string, news: OrderNews): string =>
  sealed(keys, id, { news });

export type ReadyMail = Omit<StoredMail, "contentSealed"> & Finished;

/** Writes the mails out, with one reading of the orders they are about. */
export const mailWriter = (keys: Keys, orders: OrderStore, links: ShopLinks) => {
  const opened = ({ id, contentSealed }: StoredMail): Kept =>
    contentSealed === undefined
      ? {}
      : (JSON.parse(keys.open("notifications.mail", id, contentSealed) ?? "{}") as Kept);

  const aboutOrder = (template: string, order: OrderData, news: unknown): Finished => {
    const { contact, orderId } = order;
    const url = links.order(contact.language, orderId);
    const letter = orderLetter(template, { order, url, shopUrl: links.base }, news);
    return { to: contact.email, ...written(letter) };
  };

  return async (db: Queries, mails: readonly StoredMail[]): Promise<readonly ReadyMail[]> => {
    const all = mails.map(({ contentSealed, ...mail }) => ({
      mail,
      kept: opened({ ...mail, ...(contentSealed && { contentSealed }) }),
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
