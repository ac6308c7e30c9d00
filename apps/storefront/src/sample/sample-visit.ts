// Test support: a visitor of the sample shop, and the arguments a loader or action gets.
import { RouterContextProvider } from "react-router";
import { askingAs } from "../server/asking.ts";
import { cookieJar } from "../server/cookies.ts";
import { sharedRefresh, visitorTokens } from "../server/tokens.ts";
import { type Visit, visitContext } from "../server/visit.ts";
import { sampleShop } from "./sample-shop.ts";

const origin = "https://wares.example";

export const sampleVisit = (shop = sampleShop(), cookies = "") => {
  const jar = cookieJar(cookies, true);
  const tokens = visitorTokens(jar, shop.api, sharedRefresh(shop.api), origin);
  const askTagged = askingAs(shop.api, tokens, origin, {});
  const visit: Visit = {
    askTagged,
    ask: async (question) => (await askTagged(question)).value,
    isSignedIn: tokens.isSignedIn,
    signIn: tokens.keep,
    signOut: tokens.drop,
    needGuest: tokens.needGuest,
    cookie: jar.get,
    remember: jar.set,
    forget: jar.clear,
    now: () => new Date("2026-11-25T10:00:00Z"),
  };
  return { shop, visit, jar };
};

export const requestOf = (path: string, fields?: Record<string, string | string[]>) => {
  if (!fields) return new Request(origin + path);
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one);
  }
  return new Request(origin + path, { method: "POST", body });
};

/** What the framework hands to a route; a test fills the part that matters. */
export const routeArgs = (visit: Visit, request: Request, params: Record<string, string> = {}) => {
  const context = new RouterContextProvider();
  context.set(visitContext, visit);
  return { context, request, params } as never;
};
