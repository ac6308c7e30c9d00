import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What an open shop says of itself in its folder, for commands that want to work beside it. */
export type Running = Readonly<{ pid: number; port: number; databaseUrl: string }>;

const fileIn = (folder: string) => join(folder, "running.json");

export const sayRunning = (folder: string, running: Running): void =>
  writeFileSync(fileIn(folder), JSON.stringify(running), { mode: 0o600 });

export const sayClosed = (folder: string): void => rmSync(fileIn(folder), { force: true });

/** The shop that is open in this folder, unless it was cut off and only its note is left. */
export const runningShop = (folder: string): Running | undefined => {
  try {
    const running = JSON.parse(readFileSync(fileIn(folder), "utf8")) as Running;
    process.kill(running.pid, 0);
    return running;
  } catch {
    return undefined;
  }
};
