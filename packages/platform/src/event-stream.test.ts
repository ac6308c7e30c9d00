import { get } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { eventStream, httpServer } from "./http.ts";

const open = async (thinkMs: number) => {
  const app = await httpServer({ identify: async () => ({ roles: [] }) });
  let listening = 0;
  let say: (data: unknown) => void = () => {};
  app.get("/live", { schema: {}, config: { allow: "anyone" } }, async (request, reply) => {
    await sleep(thinkMs);
    eventStream(request, reply, (send) => {
      listening += 1;
      say = send;
      return () => (listening -= 1);
    });
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  const visit = () => get({ port, host: "127.0.0.1", path: "/live" }).on("error", () => {});
  return { app, visit, listening: () => listening, say: (data: unknown) => say(data) };
};

test("a page hears what is said, and nobody listens for it once it is left", async () => {
  const { app, visit, listening, say } = await open(0);
  const page = visit();
  let heard = "";
  page.on("response", (answer) => answer.on("data", (text) => (heard += String(text))));
  await expect.poll(listening).toBe(1);
  say({ left: 3 });
  await expect.poll(() => heard).toContain('data: {"left":3}');
  page.destroy();
  await expect.poll(listening).toBe(0);
  await app.close();
});

test("who leaves before the stream begins is not listened for", async () => {
  const { app, visit, listening } = await open(150);
  const page = visit();
  await sleep(50);
  page.destroy();
  await sleep(250);
  expect(listening()).toBe(0);
  await app.close();
});
