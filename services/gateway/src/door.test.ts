import { Agent, request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import { answers, httpServer, type Routes } from "@wares/platform/http";
import Type from "typebox";
import { expect, test } from "vitest";
import { doorOf } from "./door.requests.ts";
import { shedding } from "./shedding.buckets.ts";

type Answer = Readonly<{ status: number; headers: Record<string, unknown>; body: string }>;

/** A shop whose orders take until `serve` is said, whose loop is as late as it is told. */
const openShop = async () => {
  let late = 0;
  const under: (() => void)[] = [];
  let identified = 0;
  const { enter, inFlight } = shedding({ nowMs: () => 0, delayMs: () => late });
  const app = await httpServer({
    door: doorOf({ enter }),
    identify: async () => {
      identified += 1;
      return { roles: [] };
    },
  });
  const routes: Routes = async (api) => {
    const schema = (operationId: string) => ({
      operationId,
      tags: ["test"],
      body: Type.Object({ n: Type.Integer() }),
      response: answers({ 200: Type.Object({}) }),
    });
    api.post("/orders", { config: { allow: "anyone" }, schema: schema("order") }, async () => {
      await new Promise<void>((served) => under.push(served));
      return {};
    });
  };
  await app.register(routes, { prefix: "/api/v1" });
  const page = { config: { allow: "anyone" }, schema: { hide: true } } as const;
  app.get("/*", page, async ({ url }) => {
    if (url === "/slow") await new Promise<void>((served) => under.push(served));
    return "a page";
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });
  const call = (method: string, path: string, text?: string) =>
    new Promise<Answer>((resolve, reject) => {
      const asked = ask({
        port,
        path,
        method,
        agent,
        headers: { "content-type": "application/json" },
      });
      asked.on("error", reject);
      asked.on("response", (answer) => {
        let body = "";
        answer.on("data", (bytes: Buffer) => (body += bytes.toString()));
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
        );
      });
      asked.end(text);
    });
  return {
    app,
    call,
    inFlight,
    under,
    serve: () => under.splice(0).forEach((served) => served()),
    identified: () => identified,
    set: (ms: number) => void (late = ms),
    [Symbol.asyncDispose]: async () => {
      agent.destroy();
      await app.close();
    },
  };
};

test("what does not fit is told so as a problem, before anybody reads or looks who it is", async () => {
  await using shop = await openShop();
  const order = (text: string) => shop.call("POST", "/api/v1/orders", text);
  const fit = Array.from({ length: 500 }, () => order('{"n":1}'));
  await expect.poll(() => shop.under.length, { timeout: 10_000 }).toBe(500);
  const before = shop.identified();
  const refused = await order("{ neither read nor judged");
  expect(refused.status).toBe(503);
  expect(refused.headers).toMatchObject({
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "retry-after": expect.stringMatching(/^[1-4]$/),
  });
  expect(JSON.parse(refused.body)).toMatchObject({ type: "platform.busy", status: 503 });
  expect(shop.identified()).toBe(before);
  // Who only looks is let in meanwhile.
  expect((await shop.call("GET", "/p/mug")).body).toBe("a page");
  shop.serve();
  expect((await Promise.all(fit)).every(({ status }) => status === 200)).toBe(true);
  await expect.poll(() => shop.inFlight()["orders"]).toBe(0);
  const again = order('{"n":1}');
  await expect.poll(() => shop.under.length).toBe(1);
  shop.serve();
  expect((await again).status).toBe(200);
});

test("a page that does not fit tries again by itself, and later is shown", async () => {
  await using shop = await openShop();
  shop.set(1e9);
  const slow = Array.from({ length: 4 }, () => shop.call("GET", "/slow"));
  await expect.poll(() => shop.under.length).toBe(4);
  const refused = await shop.call("GET", "/p/mug");
  expect(refused.status).toBe(503);
  expect(refused.headers["content-type"]).toContain("text/html");
  expect(refused.headers["refresh"]).toBe(refused.headers["retry-after"]);
  expect(refused.body).toContain("现在人非常多");
  // What a page asks of this process belongs to a page that was let in.
  expect((await shop.app.inject({ url: "/p/mug" })).statusCode).toBe(200);
  shop.serve();
  await Promise.all(slow);
  expect((await shop.call("GET", "/p/mug")).status).toBe(200);
  await expect.poll(() => shop.inFlight()["pages"]).toBe(0);
});
