import { PasswordChanged, SessionRevoked, type Session, type UserId } from "@wares/contracts";
import { Refused, type Tools } from "@wares/platform";
import { publish, transact, type Queries } from "@wares/platform/database";
import { setPasswordHash, type AccountStore } from "./account.store.ts";
import type { Identities } from "./identity.cache.ts";
import type { Passwords } from "./password.hashes.ts";
import { refusals } from "./refusals.ts";
import { refuseWeak } from "./registration.commands.ts";
import { startSession } from "./session.commands.ts";
import { endSessions } from "./session.store.ts";
import type { Throttle } from "./throttle.commands.ts";
import { forgiveTries } from "./try.store.ts";

export type From = Readonly<{ network: string; device: string }>;
export type PasswordNeeds = Readonly<{
  passwords: Passwords;
  throttled: Throttle;
  identities: Identities;
}>;

/** A changed password ends whatever was signed in with the old one. */
export const replacePassword = async (
  tx: Queries,
  { userId, to, keep }: { userId: UserId; to: string; keep?: string },
): Promise<void> => {
  await setPasswordHash(tx, { userId, to });
  const ended = await endSessions(tx, userId, keep);
  const revoked = SessionRevoked({ userId, reason: "PasswordChanged" });
  await publish(tx, [PasswordChanged({ userId }), ...(ended > 0 ? [revoked] : [])]);
};

export const passwordCommands = (
  tools: Pick<Tools, "db" | "newId">,
  accounts: AccountStore,
  { passwords, throttled, identities }: PasswordNeeds,
) => {
  const { db } = tools;

  const signIn = async (
    { email, password }: { email: string; password: string },
    { network, device }: From,
  ): Promise<Session> => {
    const tried = await throttled.password(email, network);
    const account = await accounts.byEmail(db, email);
    const isRight = await passwords.verify(account?.passwordHash, password);
    // An address that nobody confirmed may be somebody else's: it opens nothing, and says no more.
    if (!account || !isRight || !account.isConfirmed) throw new Refused(refusals.wrongCredentials);

    const { userId, passwordHash } = account;
    const better = passwords.isOutdated(passwordHash) && (await passwords.hash(password));
    return transact(db, async (tx) => {
      await forgiveTries(tx, tried);
      if (better) await setPasswordHash(tx, { userId, from: passwordHash, to: better });
      // It was right a moment ago; if it was changed since, this sign-in came too late.
      const now = await accounts.byId(tx, userId);
      if (!now || (now.passwordHash !== passwordHash && now.passwordHash !== better))
        throw new Refused(refusals.wrongCredentials);
      return startSession(tools, tx, { account: now, device });
    });
  };

  const change = async (
    { userId, sessionId }: { userId: UserId; sessionId: string },
    { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
    { network }: From,
  ): Promise<void> => {
    const account = await accounts.byId(db, userId);
    if (!account) throw new Refused(refusals.tokenRefused);
    refuseWeak(newPassword, account, "/newPassword");
    const tried = await throttled.password(account.email, network);
    if (!(await passwords.verify(account.passwordHash, currentPassword)))
      throw new Refused(refusals.wrongPassword);
    const to = await passwords.hash(newPassword);
    await transact(db, async (tx) => {
      await forgiveTries(tx, tried);
      await replacePassword(tx, { userId, to, keep: sessionId });
    });
    identities.forget((one) => one.userId === userId);
  };

  return { signIn, change };
};
export type PasswordCommands = ReturnType<typeof passwordCommands>;
