import { gateway } from "@wares/gateway";
import { createLog, keysFrom } from "@wares/platform";
import { connect } from "@wares/platform/database";
import { httpServer, listenWidely, type Listed } from "@wares/platform/http";
import { migrate, migrateJobs, runBackground, runLive } from "@wares/platform/run";
import { compose } from "./composition.ts";
import type { Config } from "./config.ts";
import { loadAdmin, loadStorefront, storefrontRoutes } from "./faces.ts";
import { callInto } from "./in-process.ts";
import { mailboxRoutes } from "./mailbox.ts";
import { pictureRoutes } from "./pictures.ts";
import { migrated } from "./service-list.ts";
import type { Hint } from "./sign-in.ts";

export { readConfig, BadConfiguration, type Config } from "./config.ts";
export type { Composition } from "./composition.ts";

export type ShopOptions = Readonly<{
  config: Config;
  databaseUrl: string;
  secret: string;
  /** Folder of pictures that come with the shop, and where made sizes are kept. */
  pictures: Readonly<{ sources: string; kept: string }>;
  /** Mails are shown at /mailbox instead of being sent. */
  hasMailbox: boolean;
  /** The development sign-in, shown where staff sign in. */
  hint?: Hint;
}>;

/**
 * Services without a port: what commands work with. Everything it opened is closed by `close`. Whoever
 * only looks finds the database as it is, and not brought up to date.
 */
export const openServices = async (
  { config, databaseUrl, secret, hasMailbox }: Omit<ShopOptions, "pictures">,
  { isLookOnly = false } = {},
) => {
  const log = createLog(config.LOG_LEVEL);
  const admin = connect({ url: databaseUrl, connectionsMax: 10 });
  try {
    if (!isLookOnly) await migrate(admin, migrated);
    if (!isLookOnly) await migrateJobs(admin, log);
  } catch (error) {
    await admin.end();
    throw error;
  }
  const live = runLive(admin, log);
  const shopUrl = config.SHOP_URL ?? `http://localhost:${config.PORT}`;
  const keys = keysFrom(secret);
  const shop = compose({ config, url: databaseUrl, keys, live, log, shopUrl, hasMailbox });
  return {
    ...shop,
    admin,
    log,
    keys,
    runBackground: () => runBackground(shop.placed, { url: databaseUrl, jobsPool: admin, log }),
    close: async () => {
      await live.close();
      await shop.close();
      await admin.end();
    },
  };
};
export type OpenServices = Awaited<ReturnType<typeof openServices>>;

// A connection at rest takes some 10 KiB: 200 MiB at most, where the system gives so many handles.
const connectionsMax = 20_000;
// Who knocks while all do: of Node's usual 511, the rest are not heard and knock again seconds later, up to half a minute.
const backlog = 4_096;

/** The API and every page on one server, not yet listening. */
export const shopServer = async (
  services: OpenServices,
  { config, pictures, hint, hasMailbox }: Omit<ShopOptions, "databaseUrl" | "secret">,
  onRoute?: (route: Listed) => void,
) => {
  const { log, admin, placed } = services;
  const isSecure = config.SHOP_URL?.startsWith("https:") ?? false;
  const port = gateway({
    identify: services.identify,
    rateLimits: config.RATE_LIMITS === "on",
    isSecure,
    isInSale: services.waitingRoom.isInSale,
  });
  const app = await httpServer({
    identify: port.identify,
    door: port.door,
    db: admin,
    log,
    ...(config.TRUSTED_PROXIES && { trustedProxies: config.TRUSTED_PROXIES.split(",") }),
    ...(onRoute && { onRoute }),
  });
  await app.register(port.plugin);
  for (const { service } of placed) {
    for (const { prefix, plugin } of service.routes ?? [])
      await app.register(plugin, { prefix: `/api/v1${prefix}` });
    for (const { prefix, plugin } of service.pages ?? []) await app.register(plugin, { prefix });
  }
  await app.register(pictureRoutes(pictures.sources, pictures.kept), { prefix: "/pictures" });
  if (hasMailbox) await app.register(mailboxRoutes, { prefix: "/mailbox" });
  const call = callInto(app);
  await app.register(await loadAdmin(call, { hint, isSecure }));
  const originOf = (host: string) => config.SHOP_URL ?? `http://${host}`;
  await app.register(storefrontRoutes(await loadStorefront(call), originOf));
  return app;
};

/** Everything, listening. `close` lets requests under way finish, within five seconds. */
export const openShop = async (
  options: ShopOptions,
  onServices?: (services: OpenServices) => Promise<void>,
) => {
  const services = await openServices(options);
  // Closed in the reverse order, also when a later step fails.
  const closing: (() => Promise<unknown>)[] = [services.close];
  const close = async () => {
    for (const end of closing.splice(0).toReversed()) await end();
  };
  try {
    const background = await services.runBackground();
    closing.push(background.close);
    await onServices?.(services);
    const app = await shopServer(services, options);
    closing.push(async () => {
      app.server.closeAllConnections();
      await app.close();
    });
    const { PORT, HOST } = options.config;
    const where = { port: PORT, host: HOST, backlog };
    const { port } = await listenWidely(app, where, { connectionsMax });
    return { port, close };
  } catch (error) {
    await close();
    throw error;
  }
};
