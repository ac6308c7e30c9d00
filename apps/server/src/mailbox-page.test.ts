import { MailBody, parse } from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import { expect, test } from "vitest";
import { mailboxPage, type Look } from "./mailbox-page.ts";

const look: Look = { language: "en", theme: undefined, query: {} };
const mail = parse(MailBody, {
  id: uuidv7(),
  to: "maya@example.org",
  template: "welcome",
  language: "en",
  subject: `Cups & "saucers" <b>`,
  status: "Sent",
  createdAt: "2026-11-25T12:00:00.000Z",
  html: `<p title="it's">Hello</p>`,
  text: "Hello <you>",
});
const words = (html: string) => html.replaceAll(/<style[^]*?<\/style>|<[^>]*>/g, " ");

test("an empty mailbox says how to fill it, in both languages", () => {
  const page = (language: "en" | "zh") =>
    words(mailboxPage({ mails: [] }, undefined, { ...look, language }));
  expect(page("en")).toContain("Nothing was sent yet");
  expect(page("zh")).toContain("还没有发出邮件");
  // Of the other language nothing but its name.
  expect(page("zh").replace("English", "").replaceAll("Wares", "")).not.toMatch(/[a-z]{3}/i);
  expect(page("en").replace("中文", "")).not.toMatch(/\p{Script=Han}/u);
});

test("what is written in a mail stays text, and its page in its frame", () => {
  const html = mailboxPage({ mails: [mail] }, mail, look);
  expect(html).not.toContain('"saucers"');
  expect(html).toContain("Cups &#38; &#34;saucers&#34; &#60;b&#62;");
  expect(html).toContain(`srcdoc="&#60;p title=&#34;it&#39;s&#34;&#62;`);
  const asText = mailboxPage({ mails: [mail] }, mail, { ...look, query: { as: "text" } });
  expect(asText).toContain("<pre>Hello &#60;you&#62;</pre>");
  expect(asText).not.toContain("<iframe");
});

test("links keep what was asked, and what somebody typed cannot leave its attribute", () => {
  const query = { to: `a"><script>@x.y`, language: "zh" } as const;
  const html = mailboxPage({ mails: [mail], next: "c.d" }, mail, {
    ...look,
    language: "zh",
    query,
  });
  expect(html).not.toContain("<script>");
  expect(html).toContain("after=c.d");
  expect(html).toMatch(/language=zh&#38;id=[0-9a-f-]{36}/);
  expect(html).toContain("已发送");
});

test("a mail that is not there says so, and the theme chosen in the shop is kept", () => {
  const html = mailboxPage({ mails: [] }, "missing", {
    ...look,
    theme: "dark",
    query: { id: mail.id },
  });
  expect(words(html)).toContain("This mail is not here");
  expect(html).toContain(`data-theme="dark"`);
});
