import { Guest, parse, Session } from "@wares/contracts";
import type { CookieJar } from "./cookies.ts";

export type Api = (request: Request) => Promise<Response>;

const year = 365 * 86_400;
const bodyOf = async (response: Response): Promise<unknown> => response.json();
const post = (url: URL, body: object) =>
  new Request(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(5_000),
  });

/**
 * A refresh token works once, and a browser sends it from several requests at a time. Within this
 * process they share one exchange for ten seconds; between processes the API has the last word.
 */
export const sharedRefresh = (api: Api) => {
  const exchanges = new Map<string, Promise<Session | undefined>>();
  return (refreshToken: string, origin: string) => {
    const running = exchanges.get(refreshToken);
    if (running) return running;
    if (exchanges.size >= 10_000) return Promise.resolve(undefined);
    const exchange = api(post(new URL("/api/v1/auth/tokens", origin), { refreshToken })).then(
      async (response) => (response.ok ? parse(Session, await bodyOf(response)) : undefined),
    );
    exchanges.set(refreshToken, exchange);
    const forget = () => exchanges.delete(refreshToken);
    exchange.then(() => setTimeout(forget, 10_000).unref(), forget);
    return exchange;
  };
};
export type Refresh = ReturnType<typeof sharedRefresh>;

/** The visitor's proofs, in cookies that no script can read. */
export const visitorTokens = (jar: CookieJar, api: Api, refresh: Refresh, origin: string) => {
  let refreshing: Promise<boolean> | undefined;
  const keep = (session: Session) => {
    const secondsUntil = (instant: string) => (Date.parse(instant) - Date.now()) / 1_000;
    jar.set("wares_session", session.accessToken, secondsUntil(session.accessExpiresAt));
    jar.set("wares_refresh", session.refreshToken, secondsUntil(session.refreshExpiresAt));
  };
  const drop = () => {
    jar.clear("wares_session");
    jar.clear("wares_refresh");
  };
  const renew = async () => {
    const token = jar.get("wares_refresh");
    const session = token ? await refresh(token, origin) : undefined;
    if (session) keep(session);
    else drop();
    return session !== undefined;
  };
  return {
    keep,
    drop,
    isSignedIn: () => Boolean(jar.get("wares_session") || jar.get("wares_refresh")),
    /** One exchange per request, however many loaders run. */
    renew: () => (refreshing ??= renew()),
    headers: (): Record<string, string> => {
      const session = jar.get("wares_session");
      const guest = jar.get("wares_guest");
      const proof = session ?? guest;
      return {
        ...(proof && { authorization: `Bearer ${proof}` }),
        ...(session && guest && { "wares-guest": guest }),
      };
    },
    needGuest: async () => {
      if (jar.get("wares_session") || jar.get("wares_refresh") || jar.get("wares_guest")) return;
      const response = await api(post(new URL("/api/v1/auth/guests", origin), {}));
      if (!response.ok) throw new Error(`no guest token: ${response.status}`);
      jar.set("wares_guest", parse(Guest, await bodyOf(response)).guestToken, year);
    },
  };
};
export type VisitorTokens = ReturnType<typeof visitorTokens>;
