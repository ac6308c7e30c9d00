import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pid } from "node:process";
import { CannotStart } from "./cannot-start.ts";
import { identify, isAlive, type Identity } from "./processes.ts";

export type Ownership = Readonly<{
  /** False once somebody took the lock away and another may have come. */
  isKept: () => boolean;
  letGo: () => void;
}>;

/**
 * Makes this process the folder's only owner until it lets go or dies. Sees only processes of
 * its own machine and container: two containers must not share one folder.
 */
export const own = (folder: string): Ownership => {
  const lock = join(folder, "owner.json");
  // Of two that one process takes in turn, the second is not the first.
  const mine = JSON.stringify({ ...identify(pid), taken: randomUUID() });
  // A whole file appears or none: nobody ever reads half an owner.
  const draft = `${lock}.${pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (appears(draft, lock))
        return { isKept: () => read(lock) === mine, letGo: () => letGo(lock, mine) };
      const theirs = read(lock);
      const owner = parseOwner(theirs);
      if (owner && isAlive(owner)) throw new CannotStart(isTaken(folder, owner));
      clearAway(lock, theirs);
    }
    throw new CannotStart(`The database cannot start: others keep taking ${lock}.`);
  } finally {
    rmSync(draft, { force: true });
  }
};

const isTaken = (folder: string, { pid: owner }: Identity) =>
  `The database in ${folder} is already in use by process ${owner}. Stop that one first, or choose another folder.`;

const appears = (draft: string, lock: string): boolean => {
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
};

// Two may find the same dead owner. Whoever moved a living one's lock away puts it back.
const clearAway = (lock: string, theirs: string | undefined): void => {
  const aside = `${lock}.${pid}.old`;
  try {
    renameSync(lock, aside);
    if (read(aside) !== theirs) linkSync(aside, lock);
  } catch {
    // Another was faster: the next attempt meets them.
  }
  rmSync(aside, { force: true });
};

const letGo = (lock: string, mine: string): void => {
  if (read(lock) === mine) rmSync(lock, { force: true });
};

const parseOwner = (text: string | undefined): Identity | undefined => {
  try {
    const owner: unknown = JSON.parse(text ?? "");
    if (typeof owner !== "object" || owner === null || !("pid" in owner) || !("born" in owner))
      return undefined;
    return { pid: Number(owner.pid), born: String(owner.born) };
  } catch {
    return undefined;
  }
};

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};
