import { rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openShop, type Config } from "@wares/server";
import { buildPages } from "@wares/server/pages";
import { secretIn } from "@wares/server/secret";
import { developmentSignIn } from "@wares/server/sign-in";
import { openStorage } from "@wares/server/storage";
import { sayClosed, sayRunning } from "./running-shop.ts";
import { seedOnce } from "./seed/seed-once.ts";

export type StartOptions = Readonly<{ isEmpty: boolean; isReset: boolean }>;

const pictures = fileURLToPath(new URL("../../../packages/demo-shop/pictures/", import.meta.url));
const say = (line: string) => void process.stderr.write(`${line}\n`);

/** Opens the shop and keeps it open until it is told to stop. */
export const start = async (asked: Config, { isEmpty, isReset }: StartOptions): Promise<void> => {
  const stop = stopSignal();
  // Mails and links name the port: where any will do, it is chosen before the first of them.
  const config = { ...asked, PORT: await freePort(asked) };
  const building = buildPages(say);
  // Heard below, once there is a database to close.
  building.catch(() => {});
  const storage = await openStorage(config, { isReset, say });
  try {
    await building;
    if (stop.aborted) return;
    const folder = config.WARES_FOLDER;
    if (isReset) rmSync(join(folder, "seeded"), { force: true });
    const secret = config.WARES_SECRET ?? secretIn(folder);
    const isDemo = storage.isEmbedded && !isEmpty;
    const hasMailbox = storage.isEmbedded && config.SMTP_URL === undefined;
    announce(config, storage.isEmbedded);
    const hint = isDemo ? developmentSignIn(folder) : undefined;
    const shop = await openShop(
      {
        config,
        databaseUrl: storage.url,
        secret,
        hasMailbox,
        pictures: { sources: pictures, kept: join(folder, "pictures") },
        ...(hint && { hint }),
      },
      async (services) => {
        if (hint) await seedOnce(services, hint, folder);
      },
    );
    try {
      sayRunning(folder, { pid: process.pid, port: shop.port, databaseUrl: storage.url });
      welcome(`http://localhost:${shop.port}`, hint, hasMailbox);
      await stopped(stop);
    } finally {
      sayClosed(folder);
      await shop.close();
    }
  } finally {
    await storage.close();
    // Everything is closed. Should something of a library's still tick, it keeps nobody waiting.
    setTimeout(() => process.exit(), restMs).unref();
  }
};

/** What a shop on one's own database should know before it meets its first customer. */
const announce = ({ WARES_SECRET, WARES_FOLDER, SMTP_URL }: Config, isEmbedded: boolean) => {
  if (isEmbedded) return;
  if (!WARES_SECRET)
    say(
      `WARES_SECRET is not set: the secret in ${join(WARES_FOLDER, "secret")} is used. Keep it with your backups: what is sealed cannot be read without it.`,
    );
  if (!SMTP_URL) say("SMTP_URL is not set: mails wait until it is.");
};

const welcome = (
  url: string,
  hint: { email: string; password: string } | undefined,
  hasMailbox: boolean,
) => {
  const lines = [
    "",
    "  Wares is open.",
    "",
    `  Shop          ${url}/`,
    `  Back office   ${url}/admin${hint ? `   ${hint.email}  ${hint.password}` : ""}`,
    `  API           ${url}/api/docs`,
    ...(hasMailbox ? [`  Mailbox       ${url}/mailbox`] : []),
    "",
    "  Ctrl-C closes it.",
    "",
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
};

/** Asked first: a shop that cannot open its door should not be filled. */
const freePort = ({ PORT, HOST }: Config): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(PORT, HOST, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

const restMs = 300;
const repeatMs = 1_000;
const closingMsMax = 4_500;

/** What was accepted is in the database, which ends with this process and is whole at the next start. */
const giveUp = () => {
  say("It did not close in time, and is ended.");
  process.exit(1);
};

/** The terminal, npm and the launcher may all pass one Ctrl-C on: it counts once. A later one is meant. */
const stopSignal = (): AbortSignal => {
  const stop = new AbortController();
  let first = 0;
  const hear = () => {
    const now = performance.now();
    if (!stop.signal.aborted) {
      first = now;
      stop.abort();
      setTimeout(giveUp, closingMsMax).unref();
    } else if (now - first > repeatMs) process.exit(130);
  };
  process.on("SIGINT", hear);
  process.on("SIGTERM", hear);
  return stop.signal;
};

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
