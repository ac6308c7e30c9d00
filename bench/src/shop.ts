import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startChild } from "./children.ts";
import { memoryOf, processorSecondsOf, shopPeakMibOf, type Memory } from "./processes.ts";

export const COMMAND = fileURLToPath(new URL("../../bin/wares.mjs", import.meta.url));

export type Shop = Readonly<{
  origin: string;
  databaseUrl: string;
  /** Of the owner, in a shop on one's own machine. */
  signIn: Readonly<{ email: string; password: string }>;
  /** From the command to the first page served. */
  startSeconds: number;
  /** Done by the first start after the sources changed, and then no more. */
  builtPages: boolean;
  memory: () => Memory;
  /** The most that the shop's own processes ever had. */
  peakMib: () => number;
  /** Of processor, the shop's and its database's, so far. */
  processorSeconds: () => number;
  /**
   * Waits until what was promised for later (mails, statistics, …) is done, so that one load's work is not counted
   * against the next. Tells the seconds waited, or undefined when it was still at it after `secondsMax`.
   */
  untilQuiet: (secondsMax: number) => Promise<number | undefined>;
  stop: () => Promise<void>;
}>;

/** A first start makes the database and the demo shop, on a disk that may be busy. */
const START_MS_MAX = 180_000;
const LOOK_MS = 10;

export const settingsFor = (folder: string) => ({
  WARES_FOLDER: folder,
  // One machine plays all shoppers: limits by network would measure themselves.
  RATE_LIMITS: "off",
});

/** The shop as a user starts it, in its own process, with its own PostgreSQL. */
export const startShop = async (folder: string): Promise<Shop> => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const begin = performance.now();
  const child = startChild(COMMAND, ["start", "--port", String(port)], settingsFor(folder));
  try {
    while (!(await isServing(origin))) {
      if (child.hasEnded()) throw new Error(`The shop ended:\n${child.tail()}`);
      if (performance.now() - begin > START_MS_MAX)
        throw new Error(`The shop does not start:\n${child.tail()}`);
      await pause(LOOK_MS);
    }
    const startSeconds = (performance.now() - begin) / 1000;
    const databaseUrl = readRunning(folder);
    return {
      origin,
      databaseUrl,
      signIn: readSignIn(folder),
      startSeconds,
      builtPages: child.tail().includes("Building the "),
      memory: () => memoryOf(child.pid),
      peakMib: () => shopPeakMibOf(child.pid),
      processorSeconds: () => processorSecondsOf(child.pid),
      untilQuiet: (secondsMax) => untilQuiet(child.pid, secondsMax),
      stop: child.stop,
    };
  } catch (error) {
    await child.stop();
    throw error;
  }
};

const SAMPLE_SECONDS = 0.5;
/** Of one processor, over a sample: timers and polls at rest use less. */
const QUIET_SHARE = 0.1;

const untilQuiet = async (pid: number, secondsMax: number): Promise<number | undefined> => {
  let used = processorSecondsOf(pid);
  let quietSamples = 0;
  for (let waited = 0; waited < secondsMax; waited += SAMPLE_SECONDS) {
    await pause(SAMPLE_SECONDS * 1000);
    const now = processorSecondsOf(pid);
    // A PostgreSQL process that ended takes its share along: less than before is quiet too.
    quietSamples = now - used < QUIET_SHARE * SAMPLE_SECONDS ? quietSamples + 1 : 0;
    used = now;
    if (quietSamples === 3) return Math.max(0, waited - 2 * SAMPLE_SECONDS);
  }
  return undefined;
};

const freePort = async (): Promise<number> => {
  const server = createServer();
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
};

const isServing = async (origin: string): Promise<boolean> => {
  try {
    const answer = await fetch(`${origin}/`, { signal: AbortSignal.timeout(10_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false; // nothing listens yet
  }
};

const readRunning = (folder: string): string => {
  const path = join(folder, "running.json");
  const running: unknown = JSON.parse(readFileSync(path, "utf8"));
  const url =
    typeof running === "object" && running !== null && "databaseUrl" in running
      ? running.databaseUrl
      : undefined;
  if (typeof url !== "string") throw new Error(`${path} names no databaseUrl`);
  return url;
};

const readSignIn = (folder: string): Shop["signIn"] => {
  const path = join(folder, "sign-in.json");
  const { email, password } = JSON.parse(readFileSync(path, "utf8")) as Partial<Shop["signIn"]>;
  if (!email || !password) throw new Error(`${path} names nobody`);
  return { email, password };
};
