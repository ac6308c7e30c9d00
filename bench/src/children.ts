import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { env, execPath, kill, pid as ownPid } from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { heapFlagsFor } from "../../scripts/heap.mjs";
import { familyOf, peakMibOf } from "./processes.ts";

/** A command of the shop's, in a process of its own. */
export type Child = Readonly<{
  pid: number;
  /** The end of what it said. */
  tail: () => string;
  hasEnded: () => boolean;
  /** Its exit code; null when a signal ended it. */
  ended: Promise<number | null>;
  /** Ends it and all that it started. */
  stop: () => Promise<void>;
}>;

export type Settings = Readonly<Record<string, string>>;

const TAIL_CHARACTERS = 4_000;
const STOP_MS_MAX = 30_000;

const running = new Set<Child>();

/** Whatever is left, when the run ends early. */
export const stopAll = async (): Promise<void> => {
  await Promise.all([...running].map((child) => child.stop()));
};

/**
 * `node script …words` as a user would run it, but with none of the user's own settings: a DATABASE_URL of theirs
 * must not become the target of a load test.
 */
export const startChild = (script: string, words: readonly string[], settings: Settings): Child => {
  const inherited = ["PATH", "HOME", "LANG", "TMPDIR"].flatMap((name) =>
    env[name] === undefined ? [] : [[name, env[name]] as const],
  );
  // As the launcher gives them: of itself, the shop would take them by giving up the channel below.
  const child = spawn(execPath, [...heapFlagsFor(words), script, ...words], {
    // The launcher's channel: it closes when we end, even by kill -9, and the shop ends with it.
    env: { ...Object.fromEntries(inherited), WARES_LAUNCHER: String(ownPid), ...settings },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // A group of its own, so that Ctrl-C reaches us alone and we stop it in order.
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${script} does not start`);
  let tail = "";
  const hear = (text: Buffer) => {
    tail = (tail + text.toString()).slice(-TAIL_CHARACTERS);
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  const ended = once(child, "exit").then(([code]: (number | null)[]) => {
    running.delete(self);
    return code ?? null;
  });
  const self: Child = {
    pid,
    tail: () => tail,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    ended,
    stop: () => stop(child, pid, ended),
  };
  running.add(self);
  return self;
};

const stop = async (child: ChildProcess, pid: number, ended: Promise<unknown>): Promise<void> => {
  const family = familyOf(pid).map((one) => one.pid);
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
  await Promise.race([ended, pause(STOP_MS_MAX, undefined, { ref: false })]);
  for (const one of family) if (isRunning(one)) end(one);
};

const isRunning = (pid: number): boolean => familyOf(pid).length > 0;

const end = (pid: number): void => {
  try {
    kill(pid, "SIGKILL");
  } catch {
    // It ended by itself between the look and the signal.
  }
};

const SAMPLE_MS = 100;

export type Finished = Readonly<{ seconds: number; peakMib: number; said: string }>;

/** Runs a command to its end, which is a good one where its exit code says so. */
export const finish = async (
  child: Child,
  secondsMax: number,
  goodCodes: readonly number[] = [0],
): Promise<Finished> => {
  const begin = performance.now();
  let peakMib = 0;
  while (!child.hasEnded() && performance.now() - begin < secondsMax * 1000) {
    peakMib = Math.max(peakMib, peakMibOf(child.pid));
    await pause(SAMPLE_MS);
  }
  const seconds = (performance.now() - begin) / 1000;
  if (!child.hasEnded()) {
    await child.stop();
    throw new Error(`It did not end within ${secondsMax} s:\n${child.tail()}`);
  }
  const code = await child.ended;
  if (code === null || !goodCodes.includes(code))
    throw new Error(`It ended with ${code}:\n${child.tail()}`);
  return { seconds, peakMib, said: child.tail() };
};
