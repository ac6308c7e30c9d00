import { mkdtempSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { httpServer } from "@wares/platform/http";
import { expect, test } from "vitest";
import { adminPages, type AdminOptions } from "../../server/admin-session.ts";
import { sampleShop } from "../test-support/sample-shop.ts";

const built = () => {
  const folder = mkdtempSync(join(tmpdir(), "admin-dist-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Wares</title>");
  writeFileSync(join(folder, "assets", "index-abc.js"), "1;");
  writeFileSync(join(folder, "assets", "index-abc.js.br"), brotliCompressSync("1;"));
  return folder;
};
const server = async (options: Partial<AdminOptions> = {}) => {
  const app = await httpServer({ identify: async () => ({ roles: [] }) });
  const { call } = sampleShop();
  await app.register(adminPages({ distFolder: built(), call, secure: true, ...options }));
  return app;
};
const ours = { origin: "https://shop.example", host: "shop.example" };
const credentials = { email: "owner@wares.example", password: "right" };

test("signing in keeps both tokens where no script can read them", async () => {
  const app = await server();
  const answer = await app.inject({
    method: "POST",
    url: "/admin/session",
    headers: ours,
    payload: credentials,
  });
  expect(answer.json()).toMatchObject({ username: "Tomás", roles: ["staff", "owner"] });
  expect(answer.body).not.toContain("aaaa");
  const cookies = [answer.headers["set-cookie"]].flat();
  expect(cookies).toHaveLength(2);
  for (const cookie of cookies)
    expect(cookie).toMatch(/^wares_(session|refresh)=.+HttpOnly; SameSite=Strict; .+Secure$/);
});

test("a wrong password is the API's own answer, and sets nothing", async () => {
  const app = await server();
  const answer = await app.inject({
    method: "POST",
    url: "/admin/session",
    headers: ours,
    payload: { ...credentials, password: "wrong" },
  });
  expect(answer.statusCode).toBe(401);
  expect(answer.json()).toMatchObject({ type: "auth.wrong_credentials" });
  expect(answer.headers["set-cookie"]).toBeUndefined();
});

test.each([{ origin: "https://evil.example", host: "shop.example" }, { host: "shop.example" }])(
  "a post that does not come from the back office is refused: %o",
  async (headers) => {
    const app = await server();
    for (const [method, url] of [
      ["POST", "/admin/session"],
      ["POST", "/admin/session/refresh"],
      ["DELETE", "/admin/session"],
    ] as const) {
      const payload = url === "/admin/session" && method === "POST" ? credentials : undefined;
      const answer = await app.inject({ method, url, headers, ...(payload && { payload }) });
      expect([method, url, answer.statusCode]).toEqual([method, url, 403]);
    }
  },
);

test("a body longer than credentials are is not read", async () => {
  const app = await server();
  const answer = await app.inject({
    method: "POST",
    url: "/admin/session",
    headers: ours,
    payload: { ...credentials, password: "x".repeat(5_000) },
  });
  expect(answer.statusCode).toBe(413);
});

test("a refused refresh signs out, an outage does not", async () => {
  const refresh = async (status: number) => {
    const call = async () => Response.json({ type: "t", title: "No", status }, { status });
    const app = await server({ call });
    const cookie = `wares_refresh=${"b".repeat(40)}`;
    const headers = { ...ours, cookie };
    return app.inject({ method: "POST", url: "/admin/session/refresh", headers });
  };
  const refused = await refresh(401);
  expect(refused.statusCode).toBe(401);
  expect(String(refused.headers["set-cookie"])).toContain("Max-Age=0");
  const outage = await refresh(503);
  expect(outage.statusCode).toBe(503);
  expect(outage.headers["set-cookie"]).toBeUndefined();
});

test("any address of the back office is the page; assets stay for good, unknown ones are missing", async () => {
  const app = await server();
  for (const url of ["/admin", "/admin/", "/admin/orders/abc?x=1"]) {
    const page = await app.inject({ url });
    expect(page.body).toContain("<title>Wares</title>");
    expect(page.headers["cache-control"]).toBe("no-cache");
    expect(page.headers["content-security-policy"]).toContain("default-src 'self'");
  }
  const asset = await app.inject({ url: "/admin/assets/index-abc.js" });
  expect(asset.headers["cache-control"]).toContain("immutable");
  const headers = { "accept-encoding": "gzip, br" };
  const small = await app.inject({ url: "/admin/assets/index-abc.js", headers });
  expect(small.headers["content-encoding"]).toBe("br");
  expect(small.headers["content-type"]).toContain("javascript");
  expect(asset.headers["content-encoding"]).toBeUndefined();
  expect((await app.inject({ url: "/admin/assets/gone.js" })).statusCode).toBe(404);
  expect((await app.inject({ url: "/admin/assets/..%2f..%2fpackage.json" })).statusCode).not.toBe(
    200,
  );
});

test("before the pages are built, it says how", async () => {
  const app = await server({ distFolder: "/nowhere" });
  const answer = await app.inject({ url: "/admin" });
  expect(answer.statusCode).toBe(503);
  expect(answer.json().title).toContain("npm run build");
});

test("whom to try it as is said only where it was given", async () => {
  const silent = await server();
  expect((await silent.inject({ url: "/admin/hint" })).statusCode).toBe(404);
  const open = await server({ hint: { email: "a@b.example", password: "p" } });
  expect((await open.inject({ url: "/admin/hint" })).json()).toEqual({
    email: "a@b.example",
    password: "p",
  });
});
