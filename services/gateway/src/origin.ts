// Pages call the API with cookies, which a browser also sends along when another site's page makes the
// call. SameSite=Lax keeps most of that out; this keeps out the rest.

export type Call = Readonly<{
  method: string;
  host: string;
  origin?: string | undefined;
  fetchSite?: string | undefined;
}>;

const isSafe = (method: string): boolean =>
  method === "GET" || method === "HEAD" || method === "OPTIONS";

/** Whether a call that is proven by cookies alone comes from a page of ours. */
export const isOwnPage = ({ method, host, origin, fetchSite }: Call): boolean => {
  if (isSafe(method)) return fetchSite !== "cross-site";
  if (fetchSite !== undefined && fetchSite !== "same-origin") return false;
  // Every browser of the last years sends Origin with what is not a GET. Whoever sends neither is no page.
  if (origin === undefined) return fetchSite === "same-origin";
  return URL.canParse(origin) && new URL(origin).host === host;
};
