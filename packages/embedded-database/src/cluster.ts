import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import { CannotStart } from "./cannot-start.ts";
import type { Runner } from "./runner.ts";

export const USER = "wares";
/** A fresh cluster takes 40 MB, its first journal segments as much again. */
const FREE_BYTES_MIN = 200 * 1024 * 1024;
const INITDB_MS_MAX = 120_000;

const MAKING = [
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--locale=C.UTF-8",
  "--data-checksums",
];

/** No locale and no time zone of the machine finds its way into the data. */
export const environment = { PATH: env["PATH"] ?? "/usr/bin:/bin", LANG: "C", TZ: "UTC" };

/** Where the data is and how to sign in; made on first use, whole or not at all. */
export const prepareCluster = (runner: Runner, log: (line: string) => void) => {
  const data = join(runner.home, "postgres");
  const passwordFile = join(runner.home, "password");
  if (existsSync(join(data, "PG_VERSION"))) {
    checkVersion(data);
    return { data, password: readPassword(passwordFile, data) };
  }

  log("Preparing the database for the first time");
  const { bavail, bsize } = statfsSync(runner.home);
  if (bavail * bsize < FREE_BYTES_MIN)
    throw new CannotStart(
      `The database cannot start: ${runner.home} is on a disk with less than 200 MB free.`,
    );
  const password = randomBytes(24).toString("base64url");
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  runner.give(passwordFile);
  initialise(runner, { data, passwordFile });
  return { data, password };
};

// A killed initdb leaves a half-made cluster that looks whole: only the rename makes it one.
const initialise = (runner: Runner, paths: { data: string; passwordFile: string }): void => {
  const draft = `${paths.data}.unfinished`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  runner.give(draft);
  const [program, ...words] = [
    ...runner.prefix,
    join(runner.native, "bin", "initdb"),
    ...MAKING,
    `--username=${USER}`,
    `--pwfile=${paths.passwordFile}`,
    "-D",
    draft,
  ];
  const { status, stderr, error } = spawnSync(program, words, {
    ...runner.options,
    env: environment,
    encoding: "utf8",
    timeout: INITDB_MS_MAX,
  });
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    const talk = `${stderr ?? ""}\n${error?.message ?? ""}`;
    throw new CannotStart(`The database cannot start: ${reasonOf(talk)}`);
  }
  renameSync(draft, paths.data);
};

/** The one line of PostgreSQL's talk that says why. */
export const reasonOf = (talk: string): string => {
  if (isFull(talk)) return `${FULL}. Free some space and start again.`;
  const lines = talk.split("\n").map((line) => line.trim());
  const why =
    lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.findLast(Boolean) ?? "";
  const sentence = why.replace(/^.*?(?:FATAL|PANIC|error): +/, "");
  return `${sentence || "PostgreSQL did not say why"}.`;
};

export const FULL = "the disk is full";
export const isFull = (talk: string): boolean => /No space left on device|Disk quota/.test(talk);

const readPassword = (passwordFile: string, data: string): string => {
  if (existsSync(passwordFile)) return readFileSync(passwordFile, "utf8").trim();
  throw new CannotStart(
    `The database cannot start: its password file ${passwordFile} is gone, while the data in ${data} is still there.`,
  );
};

const MAJOR = "18";
const checkVersion = (data: string): void => {
  const version = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR)
    throw new CannotStart(
      `The data in ${data} is of PostgreSQL ${version}; this version of Wares brings ${MAJOR}.`,
    );
};
