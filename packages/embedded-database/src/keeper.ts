import { setTimeout as pause } from "node:timers/promises";
import { CannotStart } from "./cannot-start.ts";
import { FULL, isFull } from "./cluster.ts";
import { SHUTDOWN, type Postmaster } from "./postmaster.ts";
import { endProcess } from "./processes.ts";

/** Long enough for somebody to make room, short enough for shoppers to wait. */
const REST_MS = 2_000;

export type Keeper = Readonly<{
  pid: () => number;
  /** False when it would not go. */
  stop: () => Promise<boolean>;
}>;

/**
 * Holds a database open until told to stop. One that ended by itself is started again for as long
 * as it takes: a full disk ends PostgreSQL in the middle of its journal, and somebody makes room.
 */
export const keepRunning = async (
  start: (signal: AbortSignal) => Promise<Postmaster>,
  log: (line: string) => void,
): Promise<Keeper> => {
  const stopping = new AbortController();
  const { signal } = stopping;
  let current: Postmaster = await start(signal);

  const startAgain = async (talk: string): Promise<Postmaster | undefined> => {
    let said = isFull(talk) ? FULL : "";
    while (!signal.aborted)
      try {
        return await start(signal);
      } catch (error) {
        // What is no sentence for a person is a bug of ours, but not a reason to leave the shop alone.
        const line = error instanceof CannotStart ? error.message : String(error);
        const kind = line.includes(FULL) ? FULL : line;
        if (kind !== said && !signal.aborted) log(line);
        said = kind;
        await pause(REST_MS, undefined, { signal }).catch(() => {});
      }
    return undefined;
  };
  const keep = async () => {
    for (;;) {
      const talk = await current.ended;
      if (signal.aborted) return;
      const why = isFull(talk) ? `: ${FULL}. It goes on when there is room` : "";
      log(`The database ended unexpectedly${why}. Its data is safe.`);
      const next = await startAgain(talk);
      if (!next) return;
      current = next;
      if (signal.aborted) return;
      log("The database is back.");
    }
  };
  const kept = keep();
  return {
    pid: () => current.identity.pid,
    stop: async () => {
      stopping.abort();
      if (!(await endProcess(current.identity, SHUTDOWN))) return false;
      await kept;
      // Whoever was starting when we were told to stop.
      return endProcess(current.identity, SHUTDOWN);
    },
  };
};
