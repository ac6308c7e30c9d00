import type { Mail } from "@wares/contracts";
import { expect } from "vitest";
import type { Call } from "./openapi-client.ts";
import { patient } from "./people.ts";
import { shopDatabase } from "./shop-database.ts";

/** Whoever stands by and hears what is said, and sees what follows from it. */
export const witness = (call: Call, databaseUrl: string) => {
  const { rows, said, close } = shopDatabase(databaseUrl);
  const templatesTo = async (to: string) => {
    const { body } = await call<{ mails: Mail[] }>("listMails", { query: { to } });
    return body.mails.map(({ template }) => template);
  };
  const untilMail = (to: string, template: string) =>
    expect.poll(() => templatesTo(to), patient).toContain(template);
  const count = async (text: string, values: readonly unknown[]) =>
    (await rows<{ count: number }>(`select count(*)::int as count from ${text}`, values))[0]?.count;
  const untilCount = (text: string, values: readonly unknown[]) =>
    expect.poll(() => count(text, values), patient);
  return { rows, said, untilMail, count, untilCount, close };
};
