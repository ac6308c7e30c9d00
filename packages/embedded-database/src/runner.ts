import { spawnSync, type SpawnOptions } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getuid } from "node:process";
import { copyBinaries, findBinaries } from "./binaries.ts";
import { CannotStart } from "./cannot-start.ts";

/** PostgreSQL refuses to run as root. These are the ways to run it all the same. */
export type Way = "itself" | "namespace" | "nobody";

export type Runner = Readonly<{
  way: Way;
  native: string;
  /** Where data, socket and log stand: the shop's folder, unless nobody may go there. */
  home: string;
  /** What to put before a program's name. */
  prefix: readonly string[];
  options: Pick<SpawnOptions, "uid" | "gid">;
  /** Hands over what was made by this process to the user PostgreSQL runs as. */
  give: (path: string) => void;
}>;

// Inside it is `nobody`, whose number must stand in the password file; outside every file stays
// root's, so that a home of mode 700 is no obstacle.
const NAMESPACE = ["unshare", "--user", "--map-user=65534", "--map-group=65534", "--"];

const works = (command: readonly string[]) =>
  spawnSync(command[0] ?? "", command.slice(1), { timeout: 5_000 }).status === 0;

export const chooseRunner = (folder: string, log: (line: string) => void, wanted?: Way): Runner => {
  const way = wanted ?? chooseWay();
  if (way === "nobody") return runAsNobody(folder, log);
  return {
    way,
    native: findBinaries(folder),
    home: folder,
    prefix: way === "namespace" ? NAMESPACE : [],
    options: {},
    give: () => {},
  };
};

const chooseWay = (): Way => {
  if (getuid?.() !== 0) return "itself";
  return works([...NAMESPACE, "true"]) ? "namespace" : "nobody";
};

const runAsNobody = (folder: string, log: (line: string) => void): Runner => {
  const nobody = findNobody();
  const reaches = (path: string) =>
    spawnSync("test", ["-x", path], { ...nobody, timeout: 5_000 }).status === 0;
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 12);
  const home = reaches(folder) ? folder : join("/var/lib/wares", name);
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (!reaches(home))
    throw new CannotStart(
      `PostgreSQL does not run as root, and the user nobody cannot reach ${home}. ` +
        "Start as an ordinary user, or set DATABASE_URL.",
    );

  const inPlace = findBinaries(home);
  const native = reaches(join(inPlace, "bin", "postgres")) ? inPlace : copyBinaries(inPlace, home);
  log(`PostgreSQL does not run as root and user namespaces are forbidden here: nobody runs it.`);
  if (home !== folder) log(`The user nobody cannot reach ${folder}: the data is in ${home}.`);
  const give = (path: string) => chownSync(path, nobody.uid, nobody.gid);
  return { way: "nobody", native, home, prefix: [], options: nobody, give };
};

const findNobody = () => {
  const line = readFileSync("/etc/passwd", "utf8").match(/^nobody:[^:]*:(\d+):(\d+):/m);
  if (!line)
    throw new CannotStart(
      "PostgreSQL does not run as root, and there is no user nobody here. Start as an ordinary user.",
    );
  return { uid: Number(line[1]), gid: Number(line[2]) };
};

/** Dies within a moment of its parent, where util-linux is there to ask the kernel for it. */
export const dyingWithParent = (): readonly string[] =>
  works(["setpriv", "--pdeathsig", "INT", "true"]) ? ["setpriv", "--pdeathsig", "INT"] : [];
