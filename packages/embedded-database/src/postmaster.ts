import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { getPriority, setPriority } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CannotStart } from "./cannot-start.ts";
import { environment, reasonOf } from "./cluster.ts";
import { argumentsOf, endProcess, identify, type Identity } from "./processes.ts";
import { dyingWithParent, type Runner } from "./runner.ts";
import { asArguments, type Settings } from "./settings.ts";
import { readLine, removeLeftSocketFolder } from "./socket-folder.ts";

const LOG_BYTES_MAX = 5 * 1024 * 1024;
/** After a crash it first replays its journal: 2 GB at most, here 20 s a GB. */
const START_MS_MAX = 120_000;

/** Fast: roll back what runs and write everything down. Immediate: the next start recovers. */
export const SHUTDOWN = [
  ["SIGINT", 15_000],
  ["SIGQUIT", 5_000],
  ["SIGKILL", 2_000],
] as const;

export type Postmaster = Readonly<{
  identity: Identity;
  /** Settles when it is gone, with what it said of itself since it began. */
  ended: Promise<string>;
}>;

/** Ends a postmaster that outlived its owner. The caller owns the folder, so nobody else's it is. */
export const endLeftover = async (data: string, log: (line: string) => void): Promise<void> => {
  const pidFile = join(data, "postmaster.pid");
  const left = identify(Number(readLine(pidFile, 1)));
  // The number may be another program's by now: only one that was started with this data is ours.
  if (left && argumentsOf(left.pid).includes(data)) {
    log(`Stopping a database that outlived its shop (process ${left.pid})`);
    if (!(await endProcess(left, SHUTDOWN)))
      throw new CannotStart(`The database cannot start: process ${left.pid} does not stop.`);
  }
  removeLeftSocketFolder(data);
  // Postgres would refuse to start if another program had this number by now.
  rmSync(pidFile, { force: true });
};

export const startPostmaster = async (
  runner: Runner,
  data: string,
  { settings, signal }: { settings: Settings; signal: AbortSignal },
): Promise<Postmaster> => {
  const endsAt = performance.now() + START_MS_MAX;
  for (;;) {
    const attempt = await launch(runner, data, { settings, signal, endsAt });
    if ("postmaster" in attempt) return attempt.postmaster;
    // The backends of a killed postmaster need a moment to notice; until then they hold its memory.
    const mustWait = /pre-existing shared memory block/.test(attempt.talk);
    if (!mustWait || signal.aborted || performance.now() > endsAt)
      throw new CannotStart(`The database cannot start: ${reasonOf(attempt.talk)}`);
    await pause(200);
  }
};

const launch = async (
  runner: Runner,
  data: string,
  { settings, signal, endsAt }: { settings: Settings; signal: AbortSignal; endsAt: number },
): Promise<{ postmaster: Postmaster } | { talk: string }> => {
  const logPath = join(runner.home, "postgres.log");
  const { logFile, begin } = openLog(runner, logPath);
  const [program = "", ...words] = [
    ...runner.prefix,
    ...dyingWithParent(),
    join(runner.native, "bin", "postgres"),
    "-D",
    data,
    ...asArguments(settings),
  ];
  // A session of its own: Ctrl-C goes to the whole group, and the shop has still to finish its
  // work when the database would already refuse it.
  const child = spawn(program, words, {
    ...runner.options,
    env: environment,
    detached: true,
    stdio: ["ignore", logFile, logFile],
  });
  closeSync(logFile);
  yieldToShop(child);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", () => resolve(readFrom(logPath, begin)));
  });
  const talk = await Promise.race([ended, untilReady(child, data, { signal, endsAt })]);
  const identity = talk === undefined ? identify(child.pid ?? 0) : undefined;
  return identity ? { postmaster: { identity, ended } } : { talk: talk ?? (await ended) };
};

// The shop is one thread, and waits for a processor whenever a statement it has just sent begins on the one it
// runs on: a quarter of a rush on two. Both are let in all the same; the shop's thread is let in first.
const niceness = 5;
const lowest = 19;
const yieldToShop = ({ pid }: ChildProcess): void => {
  if (pid === undefined) return;
  try {
    setPriority(pid, Math.min(lowest, getPriority() + niceness));
  } catch {
    // It runs as somebody else, or has ended already: then as before.
  }
};

// Line 8 of its file is where the postmaster says how far it is; pg_ctl waits for the same word.
const untilReady = async (
  child: ChildProcess,
  data: string,
  { signal, endsAt }: { signal: AbortSignal; endsAt: number },
) => {
  const pidFile = join(data, "postmaster.pid");
  while (child.exitCode === null && child.signalCode === null) {
    const isOurs = Number(readLine(pidFile, 1)) === child.pid;
    if (isOurs && readLine(pidFile, 8) === "ready") return undefined;
    if (signal.aborted || performance.now() > endsAt) {
      child.kill("SIGQUIT");
      await once(child, "exit");
      return signal.aborted ? "it was told to stop" : "it was not ready within two minutes";
    }
    await pause(5);
  }
  return new Promise<never>(() => {});
};

const readFrom = (path: string, begin: number): string => {
  try {
    return readFileSync(path).subarray(begin).toString();
  } catch {
    return "";
  }
};

const openLog = (runner: Runner, logPath: string) => {
  if (existsSync(logPath) && statSync(logPath).size > LOG_BYTES_MAX)
    renameSync(logPath, `${logPath}.old`);
  const logFile = openSync(logPath, "a", 0o600);
  runner.give(logPath);
  return { logFile, begin: statSync(logPath).size };
};
