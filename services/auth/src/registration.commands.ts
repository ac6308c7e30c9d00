import { setTimeout as sleep } from "node:timers/promises";
import {
  AccountOpened,
  LinkRequested,
  UserId,
  type RegistrationRequest,
  type Session,
} from "@wares/contracts";
import { newId, Refused, type Tools } from "@wares/platform";
import { publish, transact } from "@wares/platform/database";
import { confirmEmail, type AccountStore } from "./account.store.ts";
import { isLeaked } from "./leaked.passwords.ts";
import { addLink, useLink } from "./link.store.ts";
import type { Passwords } from "./password.hashes.ts";
import { weaknessOf } from "./password-strength.ts";
import { refusals, weakPassword } from "./refusals.ts";
import { startSession } from "./session.commands.ts";
import type { Throttle } from "./throttle.commands.ts";
import { hashOf, isToken, newToken } from "./token.secrets.ts";

const answerMsMin = 150;
/** A stranger must not read from the time of an answer what the answer does not say. */
export const unhurried = async <Result>(work: Promise<Result>): Promise<Result> => {
  const [result] = await Promise.all([work, sleep(answerMsMin)]);
  return result;
};

export const refuseWeak = (
  password: string,
  owner: Readonly<{ username: string; email: string }>,
  field: string,
): void => {
  const weakness = weaknessOf(password, owner, isLeaked);
  if (weakness) throw new Refused(weakPassword(weakness, field));
};

export const registrationCommands = (
  tools: Pick<Tools, "db" | "keys" | "newId" | "now">,
  accounts: AccountStore,
  { passwords, throttled }: { passwords: Passwords; throttled: Throttle },
) => {
  const { db, keys, now } = tools;

  const register = async (request: RegistrationRequest): Promise<void> => {
    const { email, username, language, currency, firstName, lastName } = request;
    refuseWeak(request.password, request, "/password");
    // The costly part first, so that a known address takes as long as a new one.
    const passwordHash = await passwords.hash(request.password);
    const userId = newId(UserId);
    const token = newToken("link");
    const outcome = await transact(db, async (tx) => {
      const added = await accounts.add(tx, {
        userId,
        email,
        username,
        passwordHash,
        roles: ["customer"],
        isConfirmed: false,
      });
      if (added === "name_taken") return added;
      const mayWrite = await throttled.mail(tx, email);
      if (added === "known") {
        if (mayWrite)
          await publish(tx, [LinkRequested({ email, language, purpose: "EmailInUse" })]);
        return added;
      }
      await addLink(tx, { tokenHash: hashOf(token), purpose: "ConfirmEmail", userId });
      const opened = AccountOpened({
        userId,
        email,
        username,
        ...(firstName && { firstName }),
        ...(lastName && { lastName }),
        language,
        currency,
        openedAt: now().toISOString(),
      });
      const sealedToken = keys.seal("mail-link", email, token);
      const link = LinkRequested({ email, language, purpose: "ConfirmEmail", sealedToken });
      await publish(tx, mayWrite ? [opened, link] : [opened]);
      return added;
    });
    if (outcome === "name_taken") throw new Refused(refusals.usernameTaken);
  };

  return {
    register: (request: RegistrationRequest) => unhurried(register(request)),

    /** Whoever can read the mail owns the address, and is signed in. */
    confirm: async (token: string, device: string): Promise<Session> => {
      if (!isToken("link", token)) throw new Refused(refusals.linkRefused);
      return transact(db, async (tx) => {
        const userId = await useLink(tx, "ConfirmEmail", hashOf(token));
        if (userId) await confirmEmail(tx, userId);
        const account = userId && (await accounts.byId(tx, userId));
        if (!account) throw new Refused(refusals.linkRefused);
        return startSession(tools, tx, { account, device });
      });
    },
  };
};
export type RegistrationCommands = ReturnType<typeof registrationCommands>;
