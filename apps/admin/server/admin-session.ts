import { join } from "node:path";
import { existsSync } from "node:fs";
import staticFiles from "@fastify/static";
import { Account, Done, parse, Session, SignInRequest } from "@wares/contracts";
import { Refused } from "@wares/platform";
import { answers, type Routes } from "@wares/platform/http";
import type { FastifyReply } from "fastify";
import Type from "typebox";
import { cookieNamed, dropCookies, keepCookies, sameOrigin } from "./cookies.ts";

export type AdminOptions = Readonly<{
  /** Where the pages were built to. */
  distFolder: string;
  /** Asks the API as if over HTTP: the session is the auth service's, the cookies are ours. */
  call: (request: Request) => Promise<Response>;
  /** Whether the shop is reached over https: then the cookies never travel without it. */
  secure: boolean;
  /** Whom to try it as: only where everything is made up anyway. */
  hint?: Readonly<{ email: string; password: string }>;
}>;

const credentialBytesMax = 4 * 1024;

/** The back office's pages, and sign-in by cookies no script can read. */
export const adminPages =
  ({ distFolder, call, secure, hint }: AdminOptions): Routes =>
  async (app) => {
    await app.register(session(call, secure));
    await app.register(builtPages(distFolder));
    app.route({
      method: "GET",
      url: "/admin/hint",
      config: { allow: "anyone" },
      schema: {
        hide: true,
        operationId: "adminHint",
        response: answers({ 200: Type.Object({ email: Type.String(), password: Type.String() }) }),
      },
      handler: async () => {
        if (!hint) throw new Refused(noHint);
        return hint;
      },
    });
  };

const session =
  (call: AdminOptions["call"], secure: boolean): Routes =>
  async (app) => {
    const ask = (method: string, path: string, init: RequestInit = {}) =>
      call(new Request(new URL(`/api/v1/${path}`, "http://localhost"), { method, ...init }));
    const keep = async (reply: FastifyReply, answer: Response) => {
      if (!answer.ok) return passOn(reply, answer);
      const kept = parse(Session, await answer.json());
      keepCookies(reply, kept, secure);
      return kept.account;
    };
    const common = { config: { allow: "anyone" as const }, bodyLimit: credentialBytesMax };
    // A page of another site may post here, and is refused.
    app.addHook("preValidation", async ({ headers }) => sameOrigin(headers));

    app.route({
      ...common,
      method: "POST",
      url: "/admin/session",
      schema: {
        hide: true,
        operationId: "adminSignIn",
        body: SignInRequest,
        response: answers({ 200: Account }),
      },
      handler: async ({ body, headers }, reply) =>
        keep(reply, await ask("POST", "auth/sessions", withBody(body, headers["user-agent"]))),
    });

    app.route({
      ...common,
      method: "POST",
      url: "/admin/session/refresh",
      schema: { hide: true, operationId: "adminRefresh", response: answers({ 200: Account }) },
      handler: async ({ headers }, reply) => {
        const refreshToken = cookieNamed(headers.cookie, "wares_refresh");
        if (!refreshToken) throw new Refused(signInFirst);
        const request = withBody({ refreshToken }, headers["user-agent"]);
        const answer = await ask("POST", "auth/tokens", request);
        // A shop that is just starting is no reason to sign anybody out.
        if (answer.status === 400 || answer.status === 401) dropCookies(reply, secure);
        return keep(reply, answer);
      },
    });

    app.route({
      ...common,
      method: "DELETE",
      url: "/admin/session",
      schema: { hide: true, operationId: "adminSignOut", response: answers({ 200: Done }) },
      handler: async ({ headers }, reply) => {
        const token = cookieNamed(headers.cookie, "wares_session");
        dropCookies(reply, secure);
        if (token)
          await ask("DELETE", "auth/session", { headers: { authorization: `Bearer ${token}` } });
        return {};
      },
    });
  };

const builtPages =
  (distFolder: string): Routes =>
  async (app) => {
    const isBuilt = existsSync(join(distFolder, "index.html"));
    if (isBuilt)
      await app.register(staticFiles, { root: distFolder, serve: false, preCompressed: true });

    const page = async (_request: unknown, reply: FastifyReply) => {
      if (!isBuilt) throw new Refused(notBuilt);
      return reply
        .header("content-security-policy", contentPolicy)
        .header("cache-control", "no-cache")
        .sendFile("index.html", { cacheControl: false });
    };
    for (const url of ["/admin", "/admin/*"])
      app.route({
        method: "GET",
        url,
        config: { allow: "anyone" },
        schema: { hide: true },
        handler: async (request, reply) => {
          const file = (request.params as { "*"?: string })["*"] ?? "";
          if (!isFile(file)) return page(request, reply);
          if (!isBuilt) throw new Refused(notBuilt);
          // A name with a hash never changes what it holds; an unknown one is a 404, not the page.
          const forever = file.startsWith("assets/");
          return reply.sendFile(file, {
            maxAge: forever ? "365d" : "1h",
            immutable: forever,
          });
        },
      });
  };

const isFile = (path: string): boolean =>
  path.startsWith("assets/") || /^[a-z-]+\.(js|svg|png|ico|txt)$/.test(path);

// Styles are set on elements by the widths of bars and by the parts we use: only scripts are held to files.
const contentPolicy =
  "default-src 'self'; img-src 'self' https: data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const withBody = (body: unknown, agent: string | undefined): RequestInit => ({
  body: JSON.stringify(body),
  headers: { "content-type": "application/json", ...(agent && { "user-agent": agent }) },
});

const passOn = async (reply: FastifyReply, answer: Response) => {
  const wait = answer.headers.get("retry-after");
  if (wait) void reply.header("retry-after", wait);
  return reply
    .code(answer.status)
    .type("application/problem+json")
    .send(await answer.text());
};

const signInFirst = {
  refusal: "auth.sign_in_first",
  status: 401,
  message: "Please sign in.",
} as const;
const noHint = { refusal: "admin.no_hint", status: 404, message: "Nothing here." } as const;
const notBuilt = {
  refusal: "admin.not_built",
  status: 503,
  message: "The back office is not built: npm run build -w @wares/admin.",
} as const;
