import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env, execPath, kill } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const openMs = 120_000;

const isProgress = /^(Building|Preparing|Filling|Products|Ledger|Orders|Telling) /;

type Options = Readonly<{
  folder?: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
}>;

/** `wares start`, in a folder of its own, on a port that was free. */
export const runShopProcess = (options: Options = {}) =>
  runWares(["start", ...(options.args ?? ["--port", "0"])], options);

/** The command as a user gives it. */
export const runWares = (words: readonly string[], options: Options = {}) => {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "wares-journey-"));
  const child = spawn(execPath, ["bin/wares.mjs", ...words], {
    cwd: root,
    env: {
      ...env,
      WARES_FOLDER: folder,
      RATE_LIMITS: "off",
      NODE_ENV: "production",
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output = (output + chunk.toString()).slice(-20_000)));
  const exited = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    folder,
    child,
    exited,
    output: () => output,
    /** What it said, but for what it is busy with. */
    lines: () => output.split("\n").filter((line) => line !== "" && !isProgress.test(line)),
    signal: (name: NodeJS.Signals) => child.kill(name),
    /** As a power cut would: no goodbye, neither for the shop nor for its database. */
    kill: async () => {
      const postmaster = readFirstLine(join(folder, "postgres/postmaster.pid"));
      child.kill("SIGKILL");
      try {
        if (postmaster) kill(Number(postmaster), "SIGKILL");
      } catch {
        // The kernel told it of its parent's end first.
      }
      await exited;
    },
  };
};
type Process = ReturnType<typeof runShopProcess>;

export type ShopProcess = Readonly<{
  url: string;
  folder: string;
  databaseUrl: string;
  hint: Readonly<{ email: string; password: string }>;
  kill: () => Promise<void>;
  /** Answers the exit code. A folder that was made for this shop goes with it. */
  close: () => Promise<number | null>;
  output: () => string;
}>;

export const openShopProcess = async (options: Options = {}): Promise<ShopProcess> => {
  if (options.folder) rmSync(join(options.folder, "running.json"), { force: true });
  const process = runShopProcess(options);
  const { folder, output, exited } = process;
  const running = await untilOpen(process);
  const hint = readJson<{ email: string; password: string }>(join(folder, "sign-in.json"));
  return {
    url: `http://127.0.0.1:${running.port}`,
    folder,
    databaseUrl: running.databaseUrl,
    hint: hint ?? { email: "", password: "" },
    output,
    kill: process.kill,
    close: async () => {
      process.signal("SIGTERM");
      const code = await exited;
      if (!options.folder) rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
};

type Running = Readonly<{ pid: number; port: number; databaseUrl: string }>;

const readJson = <Value>(file: string): Value | undefined => {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Value;
  } catch {
    return undefined;
  }
};

const readFirstLine = (file: string): string | undefined => {
  try {
    return readFileSync(file, "utf8").split("\n")[0];
  } catch {
    return undefined;
  }
};

const untilOpen = async ({ child, folder, output, kill: end }: Process): Promise<Running> => {
  const deadline = performance.now() + openMs;
  while (performance.now() < deadline) {
    const running = readJson<Running>(join(folder, "running.json"));
    if (running && running.pid === child.pid) return running;
    if (child.exitCode !== null) throw new Error(`The shop did not open:\n${output()}`);
    await sleep(50);
  }
  await end();
  throw new Error(`The shop did not open in ${openMs} ms:\n${output()}`);
};
