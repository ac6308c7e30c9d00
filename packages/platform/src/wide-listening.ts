import { createServer, type AddressInfo, type Server } from "node:net";
import { platform } from "node:process";
import type { FastifyInstance } from "fastify";

// libuv takes one new connection per listening socket and turn of the event loop. A rush makes turns long
// (3 ms were usual, 300 a second), so that of 1,000 who came at once the last was heard after 3 s, and a reader
// of the catalogue behind them after 6: not refused, not queued by us, just not yet accepted. Several sockets
// on one port (SO_REUSEPORT: the kernel spreads who comes) take one each.

/** Of 1,000 at once, heard within 65 to 85 turns; each socket costs nothing while nobody knocks. */
export const socketsUsual = 16;

type Where = Readonly<{ port: number; host: string; backlog: number }>;
type Limits = Readonly<{ sockets?: number; connectionsMax: number }>;

/** Listens on one port with several sockets, where the system can; with one elsewhere. Closed with the server. */
export const listenWidely = async (
  app: FastifyInstance,
  where: Where,
  { sockets = socketsUsual, connectionsMax }: Limits,
): Promise<AddressInfo> => {
  const isShared = platform === "linux" && sockets > 1;
  // As the HTTP server's own would be.
  const open = () =>
    createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
      app.server.emit("connection", socket),
    );
  const others = Array.from({ length: isShared ? sockets - 1 : 0 }, open);
  closeWith(app, others);
  // A port that is shared on purpose is not refused to a second shop: so it is asked for alone first.
  const port = await portAlone(where);
  await app.listen({ ...where, port, ...(isShared && { reusePort: true }) });
  const address = app.server.address() as AddressInfo;
  for (const one of others)
    await listening(one, { ...where, port, host: address.address, reusePort: true });
  // Each counts its own; the kernel spreads them evenly.
  for (const one of [app.server, ...others])
    one.maxConnections = Math.ceil(connectionsMax / (1 + others.length));
  return address;
};

const closeWith = (app: FastifyInstance, others: readonly Server[]): void => {
  let closed: readonly Promise<unknown>[] = [];
  app.addHook("preClose", async () => {
    closed = others.map((one) => new Promise((resolve) => one.close(resolve)));
  });
  app.addHook("onClose", async () => void (await Promise.all(closed)));
};

const portAlone = async (where: Where): Promise<number> => {
  const probe = createServer();
  await listening(probe, where);
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
};

const listening = (server: Server, options: Where & { reusePort?: boolean }): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(options, () => {
      server.off("error", reject);
      resolve();
    });
  });
