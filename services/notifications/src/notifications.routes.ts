import { MailBody, MailList, MailPath, MailQuery, type Mail } from "@wares/contracts";
import { Refused, type Tools } from "@wares/platform";
import { answers, pages, type Routes } from "@wares/platform/http";
import type { MailStore, StoredMail } from "./mail.store.ts";
import { refusals } from "./refusals.ts";

const viewOf = (mail: StoredMail): Mail => {
  const { id, to, template, language, subject, status, orderId, createdAt } = mail;
  return { id, to, template, language, subject, status, createdAt, ...(orderId && { orderId }) };
};

type Asked = Readonly<{
  to?: string | undefined;
  orderId?: NonNullable<Mail["orderId"]> | undefined;
  after?: string | undefined;
  limit: number;
}>;

const listMails = ({ db, keys }: Pick<Tools, "db" | "keys">, mails: MailStore) => {
  const list = pages(keys, "mails");
  return async ({ to, orderId, after, limit }: Asked): Promise<MailList> => {
    const [place] = list.place(after) ?? [];
    const before = place === undefined ? undefined : Number(place);
    const found = await mails.list(db, { to, orderId, before, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const hasMore = found.length > limit && last;
    return { mails: shown.map(viewOf), ...(hasMore && { next: list.next([last.position]) }) };
  };
};

/** What was written about an order, for staff. */
export const notificationRoutes = (tools: Pick<Tools, "db" | "keys">, mails: MailStore): Routes => {
  const list = listMails(tools, mails);
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
export const mailboxRoutes = (tools: Pick<Tools, "db" | "keys">, mails: MailStore): Routes => {
  const list = listMails(tools, mails);
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
        const mail = await mails.find(tools.db, params.notificationId);
        if (!mail) throw new Refused(refusals.notFound);
        return { ...viewOf(mail), html: mail.html, text: mail.text };
      },
    );
  };
};
