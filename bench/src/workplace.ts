import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const TMPFS = 0x01021994;
const isMemory = (path: string) => statfsSync(path).type === TMPFS;

/** A folder for the run's shop: on a disk, for writing to memory is no promise kept. */
export const makeWorkplace = (): Readonly<{ folder: string; remove: () => void }> => {
  const parent = isMemory(tmpdir()) ? "/var/tmp" : tmpdir();
  if (isMemory(parent)) throw new Error(`${parent} is memory: set TMPDIR to a folder on a disk.`);
  const folder = mkdtempSync(join(parent, "wares-bench-"));
  // Where PostgreSQL has to run as nobody, it must reach its data below this folder.
  chmodSync(folder, 0o755);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

export const commit = (): string => {
  const cwd = fileURLToPath(new URL("../..", import.meta.url));
  const { status, stdout } = spawnSync("git", ["describe", "--always", "--dirty"], {
    cwd,
    encoding: "utf8",
    timeout: 5_000,
  });
  return status === 0 ? stdout.trim() : "unknown";
};
