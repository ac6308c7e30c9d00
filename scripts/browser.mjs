// Finds the browser of the journeys, or installs Debian's. Plain JavaScript: any Node >= 20 runs it.
import { spawnSync } from "node:child_process";
import { accessSync, closeSync, constants, openSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
// The CJK font is part of it: without it Chinese pages are pictures of boxes.
const PACKAGES = "chromium fonts-noto-cjk";
const INSTALL_MS_MAX = 8 * 60_000;

const isRunnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name) =>
  (process.env.PATH ?? "/usr/bin")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isRunnable);

/** The path of a browser, or undefined. CHROMIUM_PATH rules; a wrong one is not replaced in silence. */
export const findBrowser = () => {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return isRunnable(chosen) ? chosen : undefined;
  return NAMES.map(onPath).find(Boolean) ?? ["/usr/bin/chromium"].find(isRunnable);
};

const install = () => {
  const logPath = join(tmpdir(), `wares-browser-${process.pid}.log`);
  const log = openSync(logPath, "w");
  const endsAt = Date.now() + INSTALL_MS_MAX;
  const apt = (words) =>
    spawnSync("apt-get", words.split(" "), {
      stdio: ["ignore", log, log],
      timeout: Math.max(1, endsAt - Date.now()),
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  const installed =
    apt("-q -o DPkg::Lock::Timeout=120 update") &&
    apt(`-q -y -o DPkg::Lock::Timeout=120 install --no-install-recommends ${PACKAGES}`);
  closeSync(log);
  return { installed, logPath };
};

const canInstall = () => process.getuid?.() === 0 && Boolean(onPath("apt-get"));

/** `{ path }`, or `{ why }` there is none. */
export const ensureBrowser = (say) => {
  const found = findBrowser();
  if (found) return { path: found };
  if (process.env.CHROMIUM_PATH)
    return { why: `CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, which cannot be run` };
  if (!canInstall())
    return { why: "there is no chromium here, and only root with apt-get can install one" };
  say("Installing chromium and a CJK font with apt-get (minutes, once)");
  const { installed, logPath } = install();
  const path = installed ? findBrowser() : undefined;
  return path ? { path } : { why: `chromium could not be installed, see ${logPath}` };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { path, why } = ensureBrowser((line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`${path ?? why}\n`);
  process.exitCode = path ? 0 : 1;
}
