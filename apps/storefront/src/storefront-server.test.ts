import { data, type ServerBuild } from "react-router";
import { expect, test } from "vitest";
import { Cart } from "@wares/contracts";
import { sampleShop } from "./sample/sample-shop.ts";
import type { Api } from "./server/tokens.ts";
import { type Visit, visitContext } from "./server/visit.ts";
import { storefrontHandler } from "./storefront-server.ts";

type Load = (visit: Visit) => Promise<unknown>;
type Args = { context: { get: (key: typeof visitContext) => Visit } };

/** The smallest thing the framework takes for a build: one route, which does what a test wants. */
const buildOf = (load: Load): ServerBuild => {
  const run = ({ context }: Args) => load(context.get(visitContext));
  const module = { default: () => null, loader: run, action: run };
  const render = (request: Request, status: number, headers: Headers) => {
    headers.set("content-type", "text/html");
    return new Response(request.headers.get("wares-nonce"), { status, headers });
  };
  return {
    entry: { module: { default: render, visitContext } },
    routes: { root: { id: "root", path: "*", module } },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
    publicPath: "/",
    assetsBuildDirectory: "",
    future: {},
    ssr: true,
    isSpaMode: false,
    prerender: [],
    routeDiscovery: { mode: "initial", manifestPath: "/__manifest" },
  } as unknown as ServerBuild;
};

const ask = (load: Load, request: Request, api: Api = sampleShop().api) =>
  storefrontHandler({ build: buildOf(load), api })(request);
const origin = "http://shop.example";
const nothing: Load = async () => null;

test("every page has its own nonce, and the policy that names it", async () => {
  const answer = await ask(nothing, new Request(origin));
  const nonce = await answer.text();
  expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(answer.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
  expect(await (await ask(nothing, new Request(origin))).text()).not.toBe(nonce);
});

test("a nonce that a visitor sends is not ours", async () => {
  const request = new Request(origin, { headers: { "wares-nonce": "known" } });
  expect(await (await ask(nothing, request)).text()).not.toBe("known");
});

test("what a page sets reaches the browser, closed to scripts", async () => {
  const load: Load = async (visit) => {
    await visit.needGuest();
    visit.remember("wares_theme", "dark", 60);
    return null;
  };
  const cookies = (await ask(load, new Request(origin))).headers.getSetCookie();
  expect(cookies).toHaveLength(2);
  for (const cookie of cookies) expect(cookie).toContain("HttpOnly; SameSite=Lax");
  // In plain HTTP, as on the way to a first look, `Secure` would lose the cart.
  expect(cookies.join()).not.toContain("Secure");
});

test("behind a proxy the shop's own address counts", async () => {
  const build = buildOf(async (visit) => visit.remember("a", "b"));
  const publicOrigin = "https://wares.example";
  const handler = storefrontHandler({ build, api: sampleShop().api, publicOrigin });
  const answer = await handler(new Request(origin));
  expect(answer.headers.getSetCookie().join()).toContain("Secure");
  expect(answer.headers.get("strict-transport-security")).not.toBeNull();
});

test("a form of another site is turned away before any page runs", async () => {
  let hasRun = false;
  const load: Load = async () => {
    hasRun = true;
    return null;
  };
  const headers = { origin: "https://evil.example" };
  const answer = await ask(load, new Request(origin, { method: "POST", headers, body: "a=b" }));
  expect(answer.status).toBe(403);
  expect(hasRun).toBe(false);
});

test("text travels squeezed where the browser takes it, with all of its cookies", async () => {
  const headers = { "accept-encoding": "gzip, br" };
  const load: Load = async (visit) => {
    visit.remember("a", "1");
    visit.remember("b", "2");
    return null;
  };
  const answer = await ask(load, new Request(origin, { headers }));
  expect(answer.headers.get("content-encoding")).toBe("gzip");
  expect(answer.headers.getSetCookie()).toHaveLength(2);
  const plain = answer.body?.pipeThrough(new DecompressionStream("gzip"));
  expect(await new Response(plain).text()).toMatch(/==$/);
});

test.for([
  ["is away", () => Promise.reject(new Error("connection refused"))],
  ["speaks no JSON", async () => new Response("<html>Bad gateway</html>", { status: 502 })],
] as const)("an API that %s is a 503, not a crash", async ([, api]) => {
  let thrown: unknown;
  const load: Load = async (visit) => {
    const query = { language: "en", currency: "USD" };
    thrown = await visit.ask({ path: "cart", query, schema: Cart }).catch((error) => error);
    throw data(null, { status: 503 });
  };
  const answer = await ask(load, new Request(origin), api);
  expect(answer.status).toBe(503);
  expect(thrown).toMatchObject({ data: { type: "storefront.api_unreachable", status: 503 } });
});
