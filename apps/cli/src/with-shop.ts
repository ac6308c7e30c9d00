import { join } from "node:path";
import { openServices, type Config, type OpenServices } from "@wares/server";
import { secretIn } from "@wares/server/secret";
import { openStorage } from "@wares/server/storage";
import { deliverAll, readersOf } from "@wares/platform/run";
import { progressOn } from "./progress.ts";
import { runningShop } from "./running-shop.ts";

export const say = (line: string): void => void process.stderr.write(`${line}\n`);
export const startProgress = progressOn(process.stderr, () => performance.now());

export type Work<Result> = (
  services: OpenServices,
  /** Until everybody has heard of what was written: searchable, countable, recommendable. */
  deliver: () => Promise<void>,
) => Promise<Result>;

/**
 * Works on the shop of this folder or DATABASE_URL, whether it is open or not: beside an open one,
 * or on its database alone.
 */
export const withShop = <Result>(config: Config, work: Work<Result>): Promise<Result> =>
  onStorage(config, async (databaseUrl) => {
    const secret = config.WARES_SECRET ?? secretIn(config.WARES_FOLDER);
    const services = await openServices({ ...settings(config), databaseUrl, secret });
    try {
      return await work(services, () => deliver(services));
    } finally {
      await services.close();
    }
  });

/** Looks at the same, and leaves it as it is: nothing is migrated, and no secret is made. */
export const lookAtShop = <Result>(
  config: Config,
  look: (services: OpenServices) => Promise<Result>,
): Promise<Result> =>
  onStorage(config, async (databaseUrl) => {
    const secret = "Whoever only looks seals nothing.";
    const asked = { ...settings(config), databaseUrl, secret };
    const services = await openServices(asked, { isLookOnly: true });
    try {
      return await look(services);
    } finally {
      await services.close();
    }
  });

const settings = (config: Config) => ({
  config,
  hasMailbox: !config.DATABASE_URL && config.SMTP_URL === undefined,
});

const onStorage = async <Result>(
  config: Config,
  work: (databaseUrl: string) => Promise<Result>,
): Promise<Result> => {
  const open = config.DATABASE_URL ? undefined : runningShop(config.WARES_FOLDER);
  const storage = open
    ? { url: open.databaseUrl, close: async () => {} }
    : await openStorage(config, { isReset: false, say });
  try {
    return await work(storage.url);
  } finally {
    await storage.close();
  }
};

const deliver = async ({ placed }: OpenServices): Promise<void> => {
  const progress = startProgress("Telling the services", "messages");
  let done = 0;
  let total = 0;
  await deliverAll(readersOf(placed), {
    onStart: (unread) => (total = unread),
    onDelivered: (count) => progress.at({ done: (done += count), total: Math.max(done, total) }),
  });
  progress.end({ done });
};

export const inFolder = ({ WARES_FOLDER }: Config, name: string): string =>
  join(WARES_FOLDER, name);
