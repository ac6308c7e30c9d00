import { createInterface } from "node:readline/promises";
import type { Config } from "@wares/server";
import { say, withShop } from "./with-shop.ts";

export type NewOwner = Readonly<{ email?: string; username?: string; password?: string }>;

/** Makes the first member of staff, or gives an account the owner's role. Run again, it changes the password. */
export const createOwner = async (config: Config, given: NewOwner): Promise<void> => {
  const email = given.email ?? (await ask("E-mail: "));
  const username = given.username ?? email.split("@")[0] ?? "owner";
  const password = given.password ?? process.env["WARES_PASSWORD"] ?? (await ask("Password: "));
  await withShop(config, async (services, deliver) => {
    const { account, isNew } = await services.createOwner({ email, username, password });
    await deliver();
    const how = isNew ? "is new, and" : "was there already, has the password given now, and";
    say(`${account.email} ${how} may sign in to the back office as ${account.roles.join(", ")}.`);
  });
};

const ask = async (question: string): Promise<string> => {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await prompt.question(question);
  } finally {
    prompt.close();
  }
};
