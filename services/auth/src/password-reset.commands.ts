import { LinkRequested, type Language } from "@wares/contracts";
import { Refused, type Tools } from "@wares/platform";
import { publish, transact } from "@wares/platform/database";
import { confirmEmail, type AccountStore } from "./account.store.ts";
import { addLink, findLink, useLink } from "./link.store.ts";
import { replacePassword, type PasswordNeeds } from "./password.commands.ts";
import { refusals } from "./refusals.ts";
import { refuseWeak, unhurried } from "./registration.commands.ts";
import { hashOf, isToken, newToken } from "./token.secrets.ts";
import { forgetTriesOf } from "./try.store.ts";

export const passwordResetCommands = (
  { db, keys }: Pick<Tools, "db" | "keys">,
  accounts: AccountStore,
  { passwords, throttled, identities }: PasswordNeeds,
) => {
  const askForReset = (email: string, language: Language): Promise<void> =>
    transact(db, async (tx) => {
      const mayWrite = await throttled.mail(tx, email);
      const account = await accounts.byEmail(tx, email);
      if (!account || !mayWrite) return;
      const token = newToken("link");
      const { userId } = account;
      await addLink(tx, { tokenHash: hashOf(token), purpose: "ResetPassword", userId });
      // To the address as the account has it, never as the stranger wrote it.
      const sealedToken = keys.seal("mail-link", account.email, token);
      const link = {
        email: account.email,
        language,
        purpose: "ResetPassword",
        sealedToken,
      } as const;
      await publish(tx, [LinkRequested(link)]);
    });

  const reset = async (token: string, newPassword: string): Promise<void> => {
    if (!isToken("link", token)) throw new Refused(refusals.linkRefused);
    const tokenHash = hashOf(token);
    const asking = await findLink(db, "ResetPassword", tokenHash);
    const account = asking && (await accounts.byId(db, asking));
    if (!account) throw new Refused(refusals.linkRefused);
    refuseWeak(newPassword, account, "/newPassword");
    const to = await passwords.hash(newPassword);
    const { userId } = account;
    await transact(db, async (tx) => {
      if (!(await useLink(tx, "ResetPassword", tokenHash))) throw new Refused(refusals.linkRefused);
      await confirmEmail(tx, userId);
      await replacePassword(tx, { userId, to });
      await forgetTriesOf(tx, [accounts.indexOf(account.email)]);
    });
    identities.forget((one) => one.userId === userId);
  };

  return {
    askForReset: (email: string, language: Language) => unhurried(askForReset(email, language)),
    reset,
  };
};
export type PasswordResetCommands = ReturnType<typeof passwordResetCommands>;
