import { parse, UserId, GuestId } from "@wares/contracts";
import { answers, httpServer, networkOf, type Principal, type Routes } from "@wares/platform/http";
import Type from "typebox";
import { expect, test } from "vitest";
import { gateway, type GatewayOptions, type Identify } from "./gateway.service.ts";
import { limitOf } from "./route-limits.ts";

const userId = parse(UserId, "018f2f6e-7b1a-7c3e-9a55-3d6c1c1f0a01");
const guestId = parse(GuestId, "018f2f6e-7b1a-8c3e-9a55-3d6c1c1f0a02");

// What auth does, for two tokens: the access token "good" and the guest token "wgt_guest".
const identify: Identify = async ({ authorization, cookies, guest }) => {
  const bearer = authorization?.replace("Bearer ", "");
  const access = authorization === undefined ? cookies["wares_session"] : bearer;
  const guestToken = bearer?.startsWith("wgt_") ? bearer : (guest ?? cookies["wares_guest"]);
  const principal: Principal = { roles: access === "good" ? ["customer"] : [] };
  return {
    ...principal,
    ...(access === "good" && { userId }),
    ...(guestToken === "wgt_guest" && { guestId }),
  };
};

const Who = Type.Object({
  userId: Type.Optional(Type.String()),
  guestId: Type.Optional(Type.String()),
  network: Type.String(),
});
const routes: Routes = async (app) => {
  const schema = { operationId: "who", tags: ["test"], response: answers({ 200: Who }) };
  const route = (allow: "anyone" | "buyer" | "customer" | "owner", url: string) =>
    app.route({
      method: ["GET", "POST", "PUT"],
      url,
      config: { allow },
      schema: { ...schema, operationId: url.slice(1) },
      handler: async (request) => {
        const { userId: user, guestId: visitor } = request.principal;
        return {
          ...(user && { userId: user }),
          ...(visitor && { guestId: visitor }),
          network: networkOf(request),
        };
      },
    });
  route("anyone", "/open");
  route("buyer", "/cart");
  route("customer", "/mine");
  route("owner", "/shop");
  route("anyone", "/auth/sessions");
};

const server = async (more: Partial<GatewayOptions> & { trustedProxies?: string[] } = {}) => {
  const { trustedProxies = [], ...options } = more;
  const base = { identify, rateLimits: false, isSecure: false, reference: false };
  const gate = gateway({ ...base, ...options });
  const app = await httpServer({ identify: gate.identify, trustedProxies });
  await app.register(gate.plugin);
  await app.register(routes, { prefix: "/api/v1" });
  const call = async (
    method: "GET" | "POST" | "PUT",
    url: string,
    headers: Record<string, string | string[]> = {},
    remoteAddress = "192.0.2.1",
  ) =>
    app.inject({
      method,
      url: `/api/v1${url}`,
      headers: { host: "shop.example", ...headers },
      remoteAddress,
    });
  return { app, call };
};

test("tokens come by header, and from pages by cookie", async () => {
  const { call } = await server();
  const who = async (headers: Record<string, string>) =>
    (await call("GET", "/cart", headers)).json();
  expect(await who({ authorization: "Bearer good" })).toMatchObject({ userId });
  expect(await who({ cookie: "wares_session=good" })).toMatchObject({ userId });
  expect(await who({ authorization: "Bearer wgt_guest" })).toMatchObject({ guestId });
  expect(await who({ "wares-guest": "wgt_guest" })).toMatchObject({ guestId });
  expect(await who({ authorization: "Bearer good", "wares-guest": "wgt_guest" })).toMatchObject({
    userId,
    guestId,
  });
  expect((await call("GET", "/cart")).json()).toMatchObject({ status: 401 });
});

const pages = [
  ["our page", { "sec-fetch-site": "same-origin", origin: "https://shop.example" }, 200],
  ["our page in an old browser", { origin: "http://shop.example" }, 200],
  ["another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, 403],
  ["another site in an old browser", { origin: "https://evil.example" }, 403],
  ["another port", { origin: "https://shop.example:8443" }, 403],
  ["a neighbour", { "sec-fetch-site": "same-site", origin: "https://blog.shop.example" }, 403],
  [
    "a liar of one header",
    { "sec-fetch-site": "same-origin", origin: "https://evil.example" },
    403,
  ],
  ["a frame without origin", { origin: "null" }, 403],
  ["no page at all", {}, 403],
] as const;
test.for(pages)("cookies on a change, from %s", async ([, headers, status]) => {
  const { call } = await server();
  for (const cookie of ["wares_session=good", "wares_guest=wgt_guest"])
    for (const method of ["POST", "PUT"] as const) {
      const answer = await call(method, "/cart", { ...headers, cookie });
      expect(answer.statusCode).toBe(status);
    }
  // A header is sent on purpose, whatever page it comes from; the cookie beside it counts for nothing.
  const both = { ...headers, authorization: "Bearer good", cookie: "wares_guest=wgt_guest" };
  const answer = await call("POST", "/cart", both);
  expect(answer.statusCode).toBe(200);
  expect(answer.json().guestId).toBe(status === 200 ? guestId : undefined);
});

test("a foreign page reads nothing by cookie either", async () => {
  const { call } = await server();
  const headers = { cookie: "wares_session=good", "sec-fetch-site": "cross-site" };
  expect((await call("GET", "/mine", headers)).statusCode).toBe(401);
});

test("nothing but tokens says who is asking", async () => {
  const { call } = await server();
  const smuggled = {
    "x-user-id": userId,
    "x-roles": "owner",
    "x-middleware-subrequest": "middleware",
    "x-forwarded-user": "owner",
    "x-original-url": "/api/v1/open",
    "x-http-method-override": "GET",
    cookie: "roles=owner; wares_session=bad; wares_session=good",
  };
  expect((await call("GET", "/shop", smuggled)).statusCode).toBe(401);
  expect(
    (await call("GET", "/shop", { ...smuggled, authorization: "Bearer good" })).statusCode,
  ).toBe(403);
  expect((await call("GET", "/open?roles=owner", smuggled)).json().userId).toBeUndefined();
});

test("a session that is over does not become a guest in silence", async () => {
  const { call } = await server();
  const over = { authorization: "Bearer old", "wares-guest": "wgt_guest" };
  expect((await call("GET", "/cart", over)).json()).toMatchObject({ type: "auth.token_refused" });
  expect(
    (await call("GET", "/cart", { cookie: "wares_session=old; wares_guest=wgt_guest" })).statusCode,
  ).toBe(401);
  expect((await call("GET", "/open", over)).statusCode).toBe(200);
});

test("one network guesses only so often, and is told when to come again", async () => {
  const { call } = await server({ rateLimits: true });
  const post = (from: string) => call("POST", "/auth/sessions", {}, from);
  const answers = await Promise.all(Array.from({ length: 35 }, () => post("192.0.2.1")));
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(30);
  const refused = answers.at(-1);
  expect(refused?.json()).toMatchObject({ type: "gateway.too_many_requests", status: 429 });
  expect(Number(refused?.headers["retry-after"])).toBeGreaterThanOrEqual(1);
  expect(refused?.headers["ratelimit-policy"]).toBe('"sign-in";q=30;w=60');
  expect(refused?.headers["ratelimit"]).toMatch(/^"sign-in";r=0;t=[12]$/);
  // Other networks, other routes, and the same network by another door.
  expect((await post("192.0.2.2")).statusCode).toBe(200);
  expect((await call("GET", "/open")).headers["ratelimit"]).toBe('"reads";r=2999;t=0');
  for (const nth of Array.from({ length: 30 }).keys()) await post(`2001:db8::${nth}`);
  expect((await post("2001:db8::ffff")).statusCode).toBe(429);
});

test("joining a waiting room has a limit of its own", () => {
  const { name, max } = limitOf("POST", "/api/v1/flash-sales/:flashSaleId/ticket");
  expect([name, max]).toEqual(["tickets-network", 300]);
  expect(limitOf("GET", "/api/v1/flash-sales/:flashSaleId/ticket").name).toBe("reads");
});

test("who forwards is believed only when it is one of ours", async () => {
  const forwarded = { "x-forwarded-for": "198.51.100.7" };
  const plain = await server();
  expect((await plain.call("GET", "/open", forwarded)).json().network).toBe("192.0.2.1");
  const behind = await server({ trustedProxies: ["192.0.2.1"] });
  expect((await behind.call("GET", "/open", forwarded)).json().network).toBe("198.51.100.7");
  const other = await behind.call("GET", "/open", forwarded, "192.0.2.9");
  expect(other.json().network).toBe("192.0.2.9");
});

test("every answer carries the headers that close a browser's doors", async () => {
  const { call } = await server({ isSecure: true });
  for (const { headers } of [await call("GET", "/open"), await call("GET", "/nowhere")])
    expect(headers).toMatchObject({
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "strict-transport-security": "max-age=31536000",
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
    });
  const plain = await server();
  expect((await plain.call("GET", "/open")).headers["strict-transport-security"]).toBeUndefined();
});

test("the reference comes from here, and asks nobody else for anything", async () => {
  const { app } = await server({ reference: true });
  const document = await app.inject({ url: "/api/openapi.json" });
  expect(document.json()).toMatchObject({ openapi: "3.1.0" });
  expect(Object.keys(document.json().paths)).toContain("/api/v1/cart");
  const page = await app.inject({ url: "/api/docs/" });
  expect(page.statusCode).toBe(200);
  expect(page.headers["content-security-policy"]).toContain("script-src 'nonce-");
  const sources = [...page.body.matchAll(/src="([^"]+)"/g)].map(([, source]) => source);
  expect(sources).toEqual(["js/scalar.js"]);
  expect(page.body).not.toMatch(/https?:\/\//);
  const script = await app.inject({ url: "/api/docs/js/scalar.js" });
  expect(script.headers["content-type"]).toContain("javascript");
  expect(script.body.length).toBeGreaterThan(1_000_000);
});
