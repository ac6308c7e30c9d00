import { setTimeout as sleep } from "node:timers/promises";
import type { Visitor } from "./browser.ts";
import { newEmail } from "./shopping.ts";

// From a stranger to somebody with an account, through the link in the mail.

const read = async <Body>(url: string): Promise<Body> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Body;
};

/** A path in the newest mail to somebody, once it has come. */
export const linkInMail = async (url: string, to: string, path: string): Promise<string> => {
  const mailbox = `${url}/api/v1/mailbox/mails`;
  for (let attempts = 0; attempts < 100; attempts++) {
    const { mails } = await read<{ mails: { id: string }[] }>(
      `${mailbox}?to=${encodeURIComponent(to)}`,
    );
    for (const { id } of mails) {
      const { html } = await read<{ html: string }>(`${mailbox}/${id}`);
      const found = new RegExp(`/(?:zh/)?${path.slice(1)}[\\w-]+`).exec(html)?.[0];
      if (found) return found;
    }
    await sleep(100);
  }
  throw new Error(`No mail to ${to} leads to ${path}`);
};

/** On the page that registers: answers the address that is written to. */
export const register = async ({ page }: Visitor): Promise<string> => {
  const email = newEmail();
  await page.fill("#field-email", email);
  await page.fill("#field-username", email.split("@")[0] ?? "");
  await page.fill("#field-password", "a sentence to sign in with");
  await page.fill("#field-firstName", "Maya");
  await page.click("main .button.main");
  await page.waitForSelector(".quiet-page[role=status]");
  return email;
};

export const confirm = async ({ page }: Visitor) => {
  await page.click("main .button.main");
  await page.waitForURL("**/account**");
};

export const openAccount = async (visitor: Visitor, url: string): Promise<string> => {
  await visitor.go("/register");
  const email = await register(visitor);
  await visitor.page.goto(await linkInMail(url, email, "/confirm/"));
  await confirm(visitor);
  return email;
};
