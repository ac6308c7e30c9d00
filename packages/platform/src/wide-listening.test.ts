import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { platform } from "node:process";
import { expect, test } from "vitest";
import { httpServer } from "./http.ts";
import { listenWidely, socketsUsual } from "./wide-listening.ts";

const onAnyPort = { port: 0, host: "127.0.0.1", backlog: 511 };

const openServer = async (sockets: number, connectionsMax = 1_000) => {
  const app = await httpServer({ identify: async () => ({ roles: [] }) });
  const page = { config: { allow: "anyone" }, schema: { hide: true } } as const;
  app.get("/", page, async () => "here");
  let accepted = 0;
  app.server.on("connection", () => void (accepted += 1));
  const { port } = await listenWidely(app, onAnyPort, { sockets, connectionsMax });
  const clients: Socket[] = [];
  return {
    app,
    port,
    accepted: () => accepted,
    knock: (count: number) =>
      Array.from({ length: count }, () => {
        const client = connect(port, "127.0.0.1").on("error", () => {});
        clients.push(client);
        return client;
      }),
    [Symbol.asyncDispose]: async () => {
      for (const client of clients) client.destroy();
      app.server.closeAllConnections();
      await app.close();
    },
  };
};

/** In how many turns of the event loop a crowd that knocks at once is heard. */
const turnsToHear = async (sockets: number, count: number): Promise<number> => {
  await using server = await openServer(sockets);
  server.knock(count);
  let turns = 0;
  for (; server.accepted() < count && turns < 10 * count; turns++)
    await new Promise((next) => setImmediate(next));
  return turns;
};

// Elsewhere there is one socket, as there always was.
const onLinux = { skip: platform !== "linux" };

test("a crowd that knocks at once is heard many to a turn, not one by one", onLinux, async () => {
  expect(await turnsToHear(1, 320)).toBeGreaterThanOrEqual(300);
  // 20 for each of 16 sockets, were they spread quite evenly.
  expect(await turnsToHear(socketsUsual, 320)).toBeLessThan(100);
});

test("all that are heard count as one server's, up to its limit", onLinux, async () => {
  await using server = await openServer(8, 80);
  const ended = { count: 0 };
  for (const client of server.knock(400)) client.on("close", () => void (ended.count += 1));
  await expect.poll(() => server.accepted() + ended.count).toBe(400);
  expect(server.accepted()).toBe(80);
});

test("every one of them is answered, and none is when it has closed", async () => {
  const server = await openServer(socketsUsual);
  const url = `http://127.0.0.1:${server.port}/`;
  const headers = { connection: "close" };
  const answers = await Promise.all(Array.from({ length: 100 }, () => fetch(url, { headers })));
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(
    Array.from({ length: 100 }, () => "here"),
  );
  await server[Symbol.asyncDispose]();
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});

test("a port that somebody has is refused, also to one who would share it", async () => {
  await using first = await openServer(socketsUsual);
  const app = await httpServer({ identify: async () => ({ roles: [] }) });
  const where = { ...onAnyPort, port: first.port };
  await expect(listenWidely(app, where, { connectionsMax: 10 })).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
  await app.close();
  const stranger = createServer();
  await new Promise<void>((ready) => stranger.listen(0, "127.0.0.1", ready));
  const { port } = stranger.address() as AddressInfo;
  const other = await httpServer({ identify: async () => ({ roles: [] }) });
  await expect(
    listenWidely(other, { ...onAnyPort, port }, { connectionsMax: 10 }),
  ).rejects.toMatchObject({ code: "EADDRINUSE" });
  await other.close();
  stranger.close();
});
