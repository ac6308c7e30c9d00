import {
  MailBody,
  MailList,
  MailPath,
  MailQuery,
  NotificationId,
  parse,
  type Mail,
} from "@wares/contracts";
import { Refused, type Tools } from "@wares/platform";
import { answers, pages, type Routes } from "@wares/platform/http";
import type { MailWriter, ReadyMail } from "./mail.queries.ts";
import { findMails, listMails } from "./mail.store.ts";
import { addressIndex } from "./recipient.store.ts";
import { refusals } from "./refusals.ts";

export type MailDesk = Readonly<{ tools: Pick<Tools, "db" | "keys">; write: MailWriter }>;

const viewOf = (mail: ReadyMail): Mail => {
  const { id, to, template, language, subject, status, orderId, createdAt } = mail;
  return { id, to, template, language, subject, status, createdAt, ...(orderId && { orderId }) };
};

type Asked = Readonly<{
  to?: string | undefined;
  orderId?: NonNullable<Mail["orderId"]> | undefined;
  after?: string | undefined;
  limit: number;
}>;

const lister = ({ tools: { db, keys }, write }: MailDesk) => {
  const list = pages(keys, "mails by id");
  return async ({ to, orderId, after, limit }: Asked): Promise<MailList> => {
    const [place] = list.place(after) ?? [];
    const before = place === undefined ? undefined : parse(NotificationId, place);
    const toIndex = to === undefined ? undefined : addressIndex(keys, to);
    const found = await listMails(db, { toIndex, orderId, before, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const hasMore = found.length > limit && last;
    return {
      mails: (await write(shown)).map(viewOf),
      ...(hasMore && { next: list.next([last.id]) }),
    };
  };
};

/** What was written about an order, for staff. */
export const notificationRoutes = (desk: MailDesk): Routes => {
  const list = lister(desk);
  return async (app) => {
    app.get(
      "",
      {
        config: { allow: "staff" },
        schema: {
          operationId: "listNotifications",
          summary: "The mails about an order, newest first.",
          tags: ["notifications"],
          querystring: MailQuery,
          response: answers({ 200: MailList }),
        },
      },
      ({ query }) => {
        if (!query.orderId) throw new Refused(refusals.needsOrder);
        return list(query);
      },
    );
  };
};

/** Every mail with its links, for whoever can reach the shop: in development only. */
export const mailboxRoutes = (desk: MailDesk): Routes => {
  const { tools, write } = desk;
  const list = lister(desk);
  return async (app) => {
    app.addHook("onRequest", async (_request, reply) => {
      void reply.header("cache-control", "no-store");
    });
    app.get(
      "/mails",
      {
        config: { allow: "anyone" },
        schema: {
          operationId: "listMails",
          summary: "The development mailbox, newest first.",
          tags: ["notifications"],
          querystring: MailQuery,
          response: answers({ 200: MailList }),
        },
      },
      ({ query }) => list(query),
    );
    app.get(
      "/mails/:notificationId",
      {
        config: { allow: "anyone" },
        schema: {
          operationId: "readMail",
          summary: "One mail of the development mailbox.",
          tags: ["notifications"],
          params: MailPath,
          response: answers({ 200: MailBody }),
        },
      },
      async ({ params }) => {
        const found = await findMails(tools.db, params.notificationId);
        const [mail] = await write(found);
        if (!mail) throw new Refused(refusals.notFound);
        return { ...viewOf(mail), html: mail.html, text: mail.text };
      },
    );
  };
};
