import type { Session } from "@wares/contracts";
import { expect, test } from "vitest";
import { sampleShop } from "../sample/sample-shop.ts";
import { askingAs } from "./asking.ts";
import { cookieJar } from "./cookies.ts";
import { type Api, sharedRefresh, visitorTokens } from "./tokens.ts";
import { User } from "@wares/contracts";

const origin = "https://wares.example";
const counting = (api: Api) => {
  const asked: string[] = [];
  const counted: Api = (request) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    return api(request);
  };
  return { asked, counted };
};
const visitor = (api: Api, cookies: string, refresh = sharedRefresh(api)) => {
  const jar = cookieJar(cookies, true);
  const tokens = visitorTokens(jar, api, refresh, origin);
  return { jar, tokens, ask: askingAs(api, tokens, origin, {}) };
};

test("a guest's token is made once, when it is first needed", async () => {
  const { asked, counted } = counting(sampleShop().api);
  const { jar, tokens } = visitor(counted, "");
  expect(tokens.headers()).toEqual({});
  await tokens.needGuest();
  await tokens.needGuest();
  expect(asked).toEqual(["POST /api/v1/auth/guests"]);
  expect(tokens.headers()).toEqual({ authorization: "Bearer sample-guest-token-0001" });
  const [cookie] = jar.changes();
  expect(cookie).toMatch(
    /^wares_guest=sample-guest-token-0001; Path=\/; HttpOnly; SameSite=Lax; Secure/,
  );
});

test("who signs in as a guest shows both proofs, so that carts meet", () => {
  const { tokens } = visitor(sampleShop().api, "wares_session=s; wares_guest=g");
  expect(tokens.headers()).toEqual({ authorization: "Bearer s", "wares-guest": "g" });
});

test("loaders of one page, and of two pages at once, share one refresh", async () => {
  const { asked, counted } = counting(sampleShop().api);
  const refresh = sharedRefresh(counted);
  const one = visitor(counted, "wares_refresh=sample-refresh-token-0", refresh);
  const other = visitor(counted, "wares_refresh=sample-refresh-token-0", refresh);
  const me = { path: "users/me", schema: User };
  await Promise.all([one.ask(me), one.ask(me), other.ask(me)]);
  expect(asked.filter((line) => line === "POST /api/v1/auth/tokens")).toHaveLength(1);
  expect(one.jar.get("wares_session")).toBe(other.jar.get("wares_session"));
});

test("an access token that the API no longer takes is renewed and the question asked again", async () => {
  const shop = sampleShop();
  let isOver = true;
  const api: Api = async (request) => {
    if (new URL(request.url).pathname.endsWith("/users/me") && isOver) {
      isOver = false;
      const problem = { type: "auth.session_over", title: "Over", status: 401 };
      return Response.json(problem, { status: 401 });
    }
    return shop.api(request);
  };
  const { ask, jar } = visitor(api, "wares_session=old; wares_refresh=sample-refresh-token-0");
  const { value } = await ask({ path: "users/me", schema: User });
  expect(value.username).toBe("maya");
  expect(jar.get("wares_session")).toBe("sample-access-token-1");
});

test("a refresh token that is over leaves the visitor signed out, not broken", async () => {
  const api: Api = async () =>
    Response.json({ type: "auth.refused", title: "Over", status: 401 }, { status: 401 });
  const { ask, jar, tokens } = visitor(api, "wares_session=old; wares_refresh=gone");
  await expect(ask({ path: "users/me", schema: User })).rejects.toMatchObject({
    data: { status: 401 },
  });
  expect(tokens.isSignedIn()).toBe(false);
  expect(jar.changes().join()).toContain("wares_refresh=; ");
});

test("what is kept of a session lives no longer than its tokens", () => {
  const { jar, tokens } = visitor(sampleShop().api, "");
  const soon = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
  const session = {
    accessToken: "a",
    accessExpiresAt: soon(60),
    refreshToken: "r",
    refreshExpiresAt: soon(600),
  } as Session;
  tokens.keep(session);
  const [access, refresh] = jar
    .changes()
    .map((cookie) => Number(/Max-Age=(\d+)/.exec(cookie)?.[1]));
  expect(access).toBeGreaterThan(50);
  expect(access).toBeLessThanOrEqual(60);
  expect(refresh).toBeGreaterThan(590);
});
