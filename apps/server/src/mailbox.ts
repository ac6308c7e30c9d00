import { closed, Cursor, MailBody, MailList, parse } from "@wares/contracts";
import { cookiesOf, type Routes } from "@wares/platform/http";
import Type from "typebox";
import { type Look, mailboxPage, type Opened } from "./mailbox-page.ts";

// Development only: what the shop would have sent. Reads the same routes anybody may read there.

const MailQuery = Type.Object(
  {
    id: Type.Optional(Type.String({ format: "uuid" })),
    to: Type.Optional(Type.String({ maxLength: 254 })),
    after: Type.Optional(Cursor),
    language: Type.Optional(Type.Enum(["en", "zh"])),
    as: Type.Optional(Type.Enum(["text"])),
  },
  closed,
);

const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  // Mails name the shop by its address, which need not be the one it is looked at from.
  "img-src 'self' data: http: https:",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join("; ");

const themes = ["light", "dark"] as const;

export const mailboxRoutes: Routes = async (app) => {
  const get = async (path: string) => {
    const response = await app.inject({ url: `/api/v1/mailbox/${path}` });
    return response.statusCode === 200 ? response.json<unknown>() : undefined;
  };

  app.get(
    "",
    { schema: { querystring: MailQuery, hide: true }, config: { allow: "anyone" } },
    async (request, reply) => {
      const { query, headers } = request;
      const theme = cookiesOf(request)["wares_theme"]?.toLowerCase();
      const look: Look = {
        language: query.language ?? spokenIn(headers["accept-language"]),
        theme: themes.find((known) => known === theme),
        query,
      };
      const { to, after } = query;
      const wanted = new URLSearchParams({ ...(to && { to }), ...(after && { after }) });
      const found = await get(`mails?${wanted.toString()}`);
      const list = found ? parse(MailList, found) : { mails: [] };
      const chosen = query.id ?? list.mails[0]?.id;
      const body = chosen && (await get(`mails/${chosen}`));
      const opened: Opened = body ? parse(MailBody, body) : query.id ? "missing" : undefined;
      return reply
        .code(opened === "missing" ? 404 : 200)
        .type("text/html")
        .header("vary", "Accept-Language, Cookie")
        .header("content-security-policy", policy)
        .send(mailboxPage(list, opened, look));
    },
  );
};

/** The first language the browser names that we speak. */
const spokenIn = (accepted = ""): "en" | "zh" =>
  /(?:^|,)\s*(en|zh)\b/i.exec(accepted)?.[1]?.toLowerCase() === "zh" ? "zh" : "en";
