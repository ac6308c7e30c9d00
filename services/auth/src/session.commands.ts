import {
  SessionRevoked,
  UserLoggedIn,
  type Account,
  type Session,
  type UserId,
} from "@wares/contracts";
import { Refused, type Tools } from "@wares/platform";
import { publish, transact, type Queries } from "@wares/platform/database";
import type { AccountStore, StoredAccount } from "./account.store.ts";
import type { Identities } from "./identity.cache.ts";
import { refusals } from "./refusals.ts";
import { addTokens, endSession, findByAccess, openSession, useRefresh } from "./session.store.ts";
import { hashOf, isToken, newToken } from "./token.secrets.ts";

export const accountView = ({ userId, email, username, roles }: StoredAccount): Account => ({
  userId,
  email,
  username,
  roles: [...roles],
});

/** A new pair for a session, told once: only hashes stay. */
const issue = async (tx: Queries, sessionId: string, account: StoredAccount): Promise<Session> => {
  const accessToken = newToken("access");
  const refreshToken = newToken("refresh");
  const expiry = await addTokens(tx, sessionId, {
    accessHash: hashOf(accessToken),
    refreshHash: hashOf(refreshToken),
  });
  return { accessToken, refreshToken, ...expiry, account: accountView(account) };
};

/** In the caller's transaction: whoever has just proved who they are is signed in. */
export const startSession = async (
  { newId }: Pick<Tools, "newId">,
  tx: Queries,
  { account, device }: { account: StoredAccount; device: string },
): Promise<Session> => {
  const { userId } = account;
  const sessionId = newId();
  const { isNewDevice } = await openSession(tx, { sessionId, userId, device });
  await publish(tx, [UserLoggedIn({ userId, method: "Password", device, isNewDevice })]);
  return issue(tx, sessionId, account);
};

export const sessionCommands = (
  { db }: Pick<Tools, "db">,
  accounts: AccountStore,
  identities: Identities,
) => ({
  refresh: async (refreshToken: string): Promise<Session> => {
    if (!isToken("refresh", refreshToken)) throw new Refused(refusals.tokenRefused);
    // A family that is revoked stays revoked though the request is refused: it commits first.
    const session = await transact(db, async (tx) => {
      const use = await useRefresh(tx, hashOf(refreshToken));
      if (use.outcome === "unknown") return undefined;
      const { sessionId, userId } = use;
      if (use.outcome === "reused") {
        await endSession(tx, sessionId);
        await publish(tx, [SessionRevoked({ userId, reason: "TokenReused" })]);
        return sessionId;
      }
      const account = await accounts.byId(tx, userId);
      return account && issue(tx, sessionId, account);
    });
    if (typeof session === "string") identities.forget((one) => one.sessionId === session);
    if (!session || typeof session === "string") throw new Refused(refusals.tokenRefused);
    return session;
  },

  /** Ends the session that this access token belongs to, with all its tokens. */
  signOut: async (accessToken: string): Promise<void> => {
    const ended = await transact(db, async (tx) => {
      const session = await findByAccess(tx, hashOf(accessToken));
      if (!session || !(await endSession(tx, session.sessionId))) return undefined;
      await publish(tx, [SessionRevoked({ userId: session.userId, reason: "SignedOut" })]);
      return session.sessionId;
    });
    identities.forget(({ sessionId }) => sessionId === ended);
  },

  account: async (userId: UserId): Promise<Account> => {
    const account = await accounts.byId(db, userId);
    if (!account) throw new Refused(refusals.tokenRefused);
    return accountView(account);
  },
});
export type SessionCommands = ReturnType<typeof sessionCommands>;
