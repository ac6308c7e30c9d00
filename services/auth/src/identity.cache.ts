import { LRUCache } from "lru-cache";
import type { Database } from "@wares/platform/database";
import type { Principal } from "@wares/platform/http";
import { findByAccess, type StoredSession } from "./session.store.ts";
import { guestOf, hashOf, isToken } from "./token.secrets.ts";

// Most requests of a visit carry the same token. What is remembered of it is dropped at once when it is
// revoked in this process, and within half a minute when another process did.
const rememberedMax = 10_000;
const rememberMs = 30_000;

/** What came with a request. Nothing else that it says about who is asking is believed. */
export type Presented = Readonly<{
  authorization?: string | undefined;
  cookies: Readonly<Record<string, string | undefined>>;
  guest?: string | undefined;
}>;

export const bearerOf = (authorization: string | undefined): string | undefined =>
  /^Bearer ([\w-]{1,200})$/i.exec(authorization ?? "")?.[1];

/** An access token in the header wins over the page's cookie: it was sent on purpose. */
export const accessTokenOf = ({ authorization, cookies }: Presented): string | undefined => {
  const bearer = bearerOf(authorization);
  const token = authorization === undefined ? cookies["wares_session"] : bearer;
  return token !== undefined && isToken("access", token) ? token : undefined;
};

const guestTokenOf = ({ authorization, cookies, guest }: Presented): string | undefined => {
  const bearer = bearerOf(authorization);
  if (bearer !== undefined && isToken("guest", bearer)) return bearer;
  return guest ?? cookies["wares_guest"];
};

export const identityCache = (db: Database) => {
  const known = new LRUCache<string, StoredSession>({ max: rememberedMax, ttl: rememberMs });
  // Grows with every revocation: what was read before it is not remembered after it.
  let revocations = 0;

  const sessionOf = async (token: string): Promise<StoredSession | undefined> => {
    const hash = hashOf(token);
    const key = hash.toString("base64");
    const remembered = known.get(key);
    if (remembered) return remembered;
    const before = revocations;
    const session = await findByAccess(db, hash);
    if (session && before === revocations)
      known.set(key, session, { ttl: Math.max(1, Math.min(rememberMs, session.livesMs)) });
    return session;
  };

  return {
    sessionOf,
    identify: async (presented: Presented): Promise<Principal> => {
      const access = accessTokenOf(presented);
      const session = access === undefined ? undefined : await sessionOf(access);
      const guestId = guestOf(guestTokenOf(presented) ?? "");
      return {
        roles: session?.roles ?? [],
        ...(session && { userId: session.userId }),
        ...(guestId && { guestId }),
      };
    },
    forget: (isGone: (session: StoredSession) => boolean): void => {
      revocations += 1;
      for (const [key, session] of known.entries()) if (isGone(session)) known.delete(key);
    },
  };
};
export type Identities = ReturnType<typeof identityCache>;
