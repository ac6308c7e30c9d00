import { AccountOpened, SessionRevoked, UserId, type Account, type Role } from "@wares/contracts";
import { invariant, newId, Refused, type Tools } from "@wares/platform";
import { publish, transact, type Queries } from "@wares/platform/database";
import {
  confirmEmail,
  countOwnersBut,
  setPasswordHash,
  setRoles,
  type AccountStore,
} from "./account.store.ts";
import type { Identities } from "./identity.cache.ts";
import type { Passwords } from "./password.hashes.ts";
import { refusals } from "./refusals.ts";
import { refuseWeak } from "./registration.commands.ts";
import { accountView } from "./session.commands.ts";
import { endSessions } from "./session.store.ts";

export type NewOwner = Readonly<{ email: string; username: string; password: string }>;

const sameRoles = (one: readonly Role[], other: readonly Role[]): boolean =>
  new Set(one).symmetricDifference(new Set(other)).size === 0;

export const staffCommands = (
  { db, now }: Pick<Tools, "db" | "now">,
  accounts: AccountStore,
  { passwords, identities }: { passwords: Passwords; identities: Identities },
) => {
  const changeRoles = async (tx: Queries, userId: UserId, asked: readonly Role[]) => {
    const account = await accounts.byId(tx, userId);
    if (!account) throw new Refused(refusals.noSuchAccount);
    const roles: Role[] = [...new Set<Role>(["customer", ...asked])];
    if (sameRoles(account.roles, roles)) return accountView(account);
    if (!roles.includes("owner") && (await countOwnersBut(tx, userId)) === 0)
      throw new Refused(refusals.lastOwner);
    await setRoles(tx, userId, roles);
    // Whoever was signed in signs in again, as what they are now.
    await endSessions(tx, userId);
    await publish(tx, [SessionRevoked({ userId, reason: "RolesChanged" })]);
    return accountView({ ...account, roles });
  };

  return {
    list: async (): Promise<Account[]> => (await accounts.staff(db)).map(accountView),

    setRoles: async (userId: UserId, roles: readonly Role[]): Promise<Account> => {
      const account = await transact(db, (tx) => changeRoles(tx, userId, roles));
      identities.forget((one) => one.userId === userId);
      return account;
    },

    /**
     * For the command line, whose user can reach the database anyway. Run again it changes nothing,
     * except that the account is an owner's and has this password.
     */
    createOwner: async ({
      email,
      username,
      password,
    }: NewOwner): Promise<Readonly<{ account: Account; isNew: boolean }>> => {
      refuseWeak(password, { email, username }, "/password");
      const known = await accounts.byEmail(db, email);
      const isSame = known && (await passwords.verify(known.passwordHash, password));
      const passwordHash = isSame ? known.passwordHash : await passwords.hash(password);
      const roles = ["customer", "owner"] as const;
      return transact(db, async (tx) => {
        if (known) {
          const { userId } = known;
          await confirmEmail(tx, userId);
          if (!isSame) await setPasswordHash(tx, { userId, to: passwordHash });
          const account = await changeRoles(tx, userId, [...known.roles, ...roles]);
          return { account, isNew: false };
        }
        const account = { email, username, passwordHash, roles, isConfirmed: true };
        const userId = newId(UserId);
        const added = await accounts.add(tx, { userId, ...account });
        if (added === "name_taken") throw new Refused(refusals.usernameTaken);
        invariant(added === "added", "an owner's address came up while the owner was made");
        const openedAt = now().toISOString();
        const wish = { language: "en", currency: "USD" } as const;
        await publish(tx, [AccountOpened({ userId, email, username, ...wish, openedAt })]);
        return { account: accountView({ userId, ...account }), isNew: true };
      });
    },
  };
};
export type StaffCommands = ReturnType<typeof staffCommands>;
