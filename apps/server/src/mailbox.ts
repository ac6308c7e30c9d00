import { MailBody, MailList, parse } from "@wares/contracts";
import type { Routes } from "@wares/platform/http";
import Type from "typebox";

// Development only: what the shop would have sent. Reads the same routes anybody may read there.

const MailQuery = Type.Object({ id: Type.Optional(Type.String({ format: "uuid" })) });

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

const page = (list: string, mail: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Mailbox</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
  :root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif;
    --line: light-dark(#ddd8ce, #3b3832); --paper: light-dark(#faf8f4, #1a1916) }
  body { margin: 0; background: var(--paper); display: grid; grid-template-columns: 22rem 1fr; min-height: 100vh }
  @media (max-width: 48rem) { body { grid-template-columns: 1fr } }
  nav { border-inline-end: 1px solid var(--line); padding: 1rem }
  h1 { font-size: 1.25rem; margin: 0 0 1rem }
  nav ol { list-style: none; margin: 0; padding: 0 }
  nav a { display: block; padding: .5rem; color: inherit; text-decoration: none; border-block-end: 1px solid var(--line) }
  nav a:hover, nav a:focus { text-decoration: underline }
  nav small { display: block; opacity: .75 }
  main { padding: 1rem } iframe { width: 100%; height: 90vh; border: 1px solid var(--line); background: #fff }
</style></head><body>
<nav aria-label="Mails"><h1>Mailbox</h1>${list}</nav><main>${mail}</main></body></html>`;

export const mailboxRoutes: Routes = async (app) => {
  const get = async (path: string) =>
    (await app.inject({ url: `/api/v1/mailbox/${path}` })).json<unknown>();

  app.get(
    "",
    { schema: { querystring: MailQuery, hide: true }, config: { allow: "anyone" } },
    async ({ query: { id } }, reply) => {
      const { mails } = parse(MailList, await get("mails"));
      const items = mails.map(
        (mail) =>
          `<li><a href="/mailbox?id=${mail.id}">${escaped(mail.subject)}<small>${escaped(mail.to)} · ${mail.createdAt.slice(0, 16).replace("T", " ")} · ${mail.status}</small></a></li>`,
      );
      const list = items.length > 0 ? `<ol>${items.join("")}</ol>` : "<p>Nothing was sent yet.</p>";
      const chosen = id ?? mails[0]?.id;
      const mail = chosen ? parse(MailBody, await get(`mails/${chosen}`)) : undefined;
      const frame = mail
        ? `<h2>${escaped(mail.subject)}</h2><iframe title="The mail" sandbox="allow-popups allow-top-navigation-by-user-activation" srcdoc="${escaped(mail.html)}"></iframe>`
        : "";
      return reply
        .type("text/html")
        .header(
          "content-security-policy",
          // Mails name the shop by its address, which need not be the one it is looked at from.
          "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: http: https:; frame-src 'self'",
        )
        .send(page(list, frame));
    },
  );
};
