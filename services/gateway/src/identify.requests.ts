import { Refused } from "@wares/platform";
import { cookiesOf, networkOf, type Principal } from "@wares/platform/http";
import type { FastifyRequest } from "fastify";
import { isOwnPage } from "./origin.ts";
import type { RateBuckets, Verdict } from "./rate.buckets.ts";
import { refusals } from "./refusals.ts";
import { limitOf } from "./route-limits.ts";

type Cookies = Readonly<Record<string, string | undefined>>;

/** What the gateway needs of auth. */
export type Identify = (
  presented: Readonly<{
    authorization?: string | undefined;
    cookies: Cookies;
    guest?: string | undefined;
  }>,
) => Promise<Principal>;

export type Verdicts = WeakMap<FastifyRequest, Verdict>;

const textOf = (header: string | string[] | undefined): string | undefined =>
  typeof header === "string" ? header : undefined;

const noCookies: Cookies = {};

/** The cookies that may speak for somebody: none, where another site's page may have made the call. */
const cookiesFor = (request: FastifyRequest): Cookies => {
  const cookies = cookiesOf(request);
  const hasProof = "wares_session" in cookies || "wares_guest" in cookies;
  if (!hasProof) return noCookies;
  const { method, host, headers } = request;
  const fetchSite = textOf(headers["sec-fetch-site"]);
  if (isOwnPage({ method, host, origin: headers.origin, fetchSite })) return cookies;
  // Who also sends a header has proven more than a browser does by itself.
  if (headers.authorization !== undefined || method === "GET" || method === "HEAD")
    return noCookies;
  throw new Refused(refusals.foreignOrigin);
};

/** Counts first, since a token nobody has costs a query; then asks auth who it is. */
export const identifyRequest =
  (identify: Identify, { buckets, verdicts }: { buckets?: RateBuckets; verdicts: Verdicts }) =>
  async (request: FastifyRequest): Promise<Principal> => {
    const { url = "", config } = request.routeOptions;
    if (buckets) {
      const verdict = buckets(limitOf(request.method, url), networkOf(request));
      verdicts.set(request, verdict);
      if (!verdict.isAllowed)
        throw new Refused({
          ...refusals.tooManyRequests,
          retryAfterSeconds: verdict.waitSeconds,
        });
    }
    const { authorization } = request.headers;
    const cookies = cookiesFor(request);
    const guest = textOf(request.headers["wares-guest"]);
    const principal = await identify({ authorization, cookies, guest });

    // A session that ended must not turn into a guest in silence: the client refreshes it first.
    const isGuestToken = /^Bearer wgt_/i.test(authorization ?? "");
    const cameSignedIn =
      authorization === undefined ? cookies["wares_session"] !== undefined : !isGuestToken;
    if (cameSignedIn && !principal.userId && config.allow !== "anyone")
      throw new Refused(refusals.sessionOver);
    return principal;
  };
