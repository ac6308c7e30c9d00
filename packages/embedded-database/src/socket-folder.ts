import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Runner } from "./runner.ts";

// The kernel's limit for a socket's path is 107 bytes, and it is cut off in silence.
const SOCKET_PATH_BYTES_MAX = 107;
const PREFIX = "wares-socket-";
const FILE = ".s.PGSQL.65535.lock";

/** A folder that only PostgreSQL and we may enter, with a path short enough to be a socket's. */
export const makeSocketFolder = (runner: Runner): string => {
  const wanted = join(runner.home, "socket");
  const fits = Buffer.byteLength(join(wanted, FILE)) <= SOCKET_PATH_BYTES_MAX;
  if (fits) {
    rmSync(wanted, { recursive: true, force: true });
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
  }
  const folder = fits ? wanted : mkdtempSync(join(tmpdir(), PREFIX));
  runner.give(folder);
  return folder;
};

/**
 * A killed postmaster leaves its lock, and where its number is still borne by anybody, by itself
 * waiting to be reaped too, the next one would refuse to start. Whoever comes here owns the folder.
 */
export const clearSocketFolder = (folder: string): void => {
  for (const file of readdirSync(folder)) rmSync(join(folder, file), { force: true });
};

export const removeSocketFolder = (folder: string): void => {
  if (!basename(folder).startsWith(PREFIX)) return;
  rmSync(folder, { recursive: true, force: true });
};

/** A killed postmaster leaves its short folder behind; line 5 of its file names it. */
export const removeLeftSocketFolder = (data: string): void => {
  const folder = readLine(join(data, "postmaster.pid"), 5);
  if (folder && dirname(folder) === tmpdir() && isFolder(folder)) removeSocketFolder(folder);
};

export const readLine = (path: string, nth: number): string | undefined => {
  try {
    return readFileSync(path, "utf8").split("\n")[nth - 1]?.trim();
  } catch {
    return undefined;
  }
};

const isFolder = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
