import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env, kill } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const openMs = 120_000;

export type ShopProcess = Readonly<{
  url: string;
  folder: string;
  databaseUrl: string;
  hint: Readonly<{ email: string; password: string }>;
  /** As a power cut would: no goodbye, neither for the shop nor for its database. */
  kill: () => Promise<void>;
  close: () => Promise<number | null>;
  output: () => string;
}>;

/** A shop as a user starts it, in a folder of its own, on a port that was free. */
export const openShopProcess = async (
  options: Readonly<{
    folder?: string;
    args?: readonly string[];
    env?: Readonly<Record<string, string>>;
  }> = {},
): Promise<ShopProcess> => {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "wares-journey-"));
  rmSync(join(folder, "running.json"), { force: true });
  const child = spawn("node", ["bin/wares.mjs", "start", "--port", "0", ...(options.args ?? [])], {
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

  const running = await untilOpen(child, folder, () => output);
  const hint = readJson<{ email: string; password: string }>(join(folder, "sign-in.json"));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    url: `http://127.0.0.1:${running.port}`,
    folder,
    databaseUrl: running.databaseUrl,
    hint: hint ?? { email: "", password: "" },
    output: () => output,
    kill: async () => {
      const postmaster = readFileSync(join(folder, "postgres/postmaster.pid"), "utf8").split(
        "\n",
      )[0];
      kill(running.pid, "SIGKILL");
      child.kill("SIGKILL");
      try {
        kill(Number(postmaster), "SIGKILL");
      } catch {
        // The kernel told it of its parent's end first.
      }
      await exited;
    },
    close: async () => {
      child.kill("SIGTERM");
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

const untilOpen = async (
  child: ChildProcess,
  folder: string,
  output: () => string,
): Promise<Running> => {
  const deadline = performance.now() + openMs;
  while (performance.now() < deadline) {
    const running = readJson<Running>(join(folder, "running.json"));
    if (running) return running;
    if (child.exitCode !== null) throw new Error(`The shop did not open:\n${output()}`);
    await sleep(50);
  }
  child.kill("SIGKILL");
  throw new Error(`The shop did not open in ${openMs} ms:\n${output()}`);
};
