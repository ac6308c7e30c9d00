import { randomBytes } from "node:crypto";
import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import type { visitContext as VisitContext, Visit } from "./server/visit.ts";
import { askingAs } from "./server/asking.ts";
import { builtFiles } from "./server/built-files.ts";
import { cookieJar } from "./server/cookies.ts";
import { comesFromUs, securityHeaders } from "./server/security-headers.ts";
import { type Api, sharedRefresh, visitorTokens } from "./server/tokens.ts";

export type StorefrontOptions = {
  /** `build/server/index.js`, imported. */
  build: ServerBuild;
  /** Answers requests below /api/v1: in this process, or over HTTP. */
  api: Api;
  /** `build/client`; leave it out where something else serves the files. */
  files?: string;
  /** How visitors call this shop, where a proxy in front hides it. */
  publicOrigin?: string;
  /** Headers of the visitor that the API should see too: who they are to rate limits and traces. */
  forward?: readonly string[];
};

/** The whole storefront as one function, for any server to mount at /. */
export const storefrontHandler = (options: StorefrontOptions) => {
  const { build, api, files, publicOrigin, forward = forwardedByDefault } = options;
  const answer = createRequestHandler(build, "production");
  const refresh = sharedRefresh(api);
  const fileOf = files ? builtFiles(files) : async () => undefined;
  // The context's key must be the one the pages were built with.
  const { visitContext } = build.entry.module as unknown as { visitContext: typeof VisitContext };

  return async (request: Request): Promise<Response> => {
    const file = await fileOf(request);
    if (file) return file;
    const origin = publicOrigin ?? new URL(request.url).origin;
    const isSecure = origin.startsWith("https:");
    if (!comesFromUs(request, origin)) return new Response("Not from our pages", { status: 403 });

    const jar = cookieJar(request.headers.get("cookie"), isSecure);
    const tokens = visitorTokens(jar, api, refresh, origin);
    const passedOn = forward.flatMap((name) => {
      const value = request.headers.get(name);
      return value ? [[name, value] as const] : [];
    });
    const askTagged = askingAs(api, tokens, origin, Object.fromEntries(passedOn));
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
      now: () => new Date(),
    };
    const nonce = randomBytes(16).toString("base64");
    const context = new RouterContextProvider(new Map([[visitContext, visit]]));
    const page = await withNonce(request, nonce, (asked) => answer(asked, context));
    const headers = securityHeaders(nonce, isSecure);
    return squeezed(request, sealed(page, headers, jar.changes()));
  };
};

const forwardedByDefault = ["traceparent", "user-agent", "x-forwarded-for", "accept-language"];

// The renderer reads the nonce from the request: nobody outside can set this header, for it is set here.
const withNonce = (
  request: Request,
  nonce: string,
  answer: (request: Request) => Promise<Response>,
) => {
  const headers = new Headers(request.headers);
  headers.set("wares-nonce", nonce);
  return answer(new Request(request, { headers }));
};

const sealed = (page: Response, headers: Record<string, string>, cookies: string[]) => {
  const answer = new Response(page.body, page);
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  // What a page shows depends on its visitor: their cart, language and currency.
  if (!answer.headers.has("cache-control"))
    answer.headers.set("cache-control", "private, no-cache");
  for (const cookie of cookies) answer.headers.append("set-cookie", cookie);
  return answer;
};

/** Pages and their data are text: a fifth of it travels. Nothing secret stands beside what a visitor can choose. */
const squeezed = (request: Request, page: Response) => {
  const type = page.headers.get("content-type") ?? "";
  const takesGzip = /\bgzip\b/.test(request.headers.get("accept-encoding") ?? "");
  if (!page.body || !takesGzip || !type.startsWith("text/")) return page;
  const headers = new Headers(page.headers);
  headers.set("content-encoding", "gzip");
  headers.append("vary", "accept-encoding");
  headers.delete("content-length");
  const body = page.body.pipeThrough(new CompressionStream("gzip"));
  return new Response(body, { status: page.status, headers });
};
