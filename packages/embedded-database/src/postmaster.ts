import { spawn, type ChildProcess } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
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

export type Postmaster = Readonly<{ child: ChildProcess; identity: Identity }>;

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
  settings: Settings,
): Promise<Postmaster> => {
  const endsAt = performance.now() + START_MS_MAX;
  for (;;) {
    const attempt = await launch(runner, data, { settings, endsAt });
    if ("postmaster" in attempt) return attempt.postmaster;
    // The backends of a killed postmaster need a moment to notice; until then they hold its memory.
    const mustWait = /pre-existing shared memory block/.test(attempt.talk);
    if (!mustWait || performance.now() > endsAt) throw new CannotStart(reasonOf(attempt.talk));
    await pause(200);
  }
};

const launch = async (
  runner: Runner,
  data: string,
  { settings, endsAt }: { settings: Settings; endsAt: number },
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
  const ended = Promise.withResolvers<{ error?: Error }>();
  child.once("error", (error) => ended.resolve({ error }));
  child.once("exit", () => ended.resolve({}));

  const end = await Promise.race([ended.promise, untilReady(child, data, endsAt)]);
  const identity = end ? undefined : identify(child.pid ?? 0);
  if (identity) return { postmaster: { child, identity } };
  const { error } = end ?? {};
  return { talk: error?.message ?? readFileSync(logPath).subarray(begin).toString() };
};

// Line 8 of its file is where the postmaster says how far it is; pg_ctl waits for the same word.
const untilReady = async (child: ChildProcess, data: string, endsAt: number) => {
  const pidFile = join(data, "postmaster.pid");
  while (child.exitCode === null && child.signalCode === null) {
    const isOurs = Number(readLine(pidFile, 1)) === child.pid;
    if (isOurs && readLine(pidFile, 8) === "ready") return undefined;
    if (performance.now() > endsAt) {
      child.kill("SIGQUIT");
      return { error: new Error("it was not ready within two minutes") };
    }
    await pause(5);
  }
  return new Promise<never>(() => {});
};

const openLog = (runner: Runner, logPath: string) => {
  if (existsSync(logPath) && statSync(logPath).size > LOG_BYTES_MAX)
    renameSync(logPath, `${logPath}.old`);
  const logFile = openSync(logPath, "a", 0o600);
  runner.give(logPath);
  return { logFile, begin: statSync(logPath).size };
};
