import { readFileSync } from "node:fs";
import { kill } from "node:process";
import { setTimeout as pause } from "node:timers/promises";

/** A process for ever: its number is used again one day, but not with the same time of birth. */
export type Identity = Readonly<{ pid: number; born: string }>;

/** Undefined when nothing lives under this number. A zombie does not count as alive. */
export const identify = (pid: number): Identity | undefined => {
  const stat = read(`/proc/${pid}/stat`);
  // The second field is the command in brackets and may hold anything, brackets too.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
  const [state, startTime] = [fields[0], fields[19]];
  if (!startTime || state === "Z" || state === "X") return undefined;
  return { pid, born: `${bootId()} ${startTime}` };
};

export const isAlive = ({ pid, born }: Identity): boolean => identify(pid)?.born === born;

export const argumentsOf = (pid: number): string[] =>
  read(`/proc/${pid}/cmdline`)?.split("\0") ?? [];

/** Asks in a firmer tone each time; true as soon as it is gone. */
export const endProcess = async (
  process: Identity,
  steps: readonly (readonly [signal: NodeJS.Signals, waitMs: number])[],
): Promise<boolean> => {
  for (const [signal, waitMs] of steps) {
    if (!isAlive(process)) return true;
    try {
      kill(process.pid, signal);
    } catch {
      // It ended between the look and the signal, or is not ours to end: the wait will tell.
    }
    if (await isGoneWithin(process, waitMs)) return true;
  }
  return !isAlive(process);
};

export const isGoneWithin = async (process: Identity, waitMs: number): Promise<boolean> => {
  const endsAt = performance.now() + waitMs;
  while (performance.now() < endsAt) {
    if (!isAlive(process)) return true;
    await pause(20);
  }
  return !isAlive(process);
};

// Start times count from boot, so that without the boot two machines' lives could look alike.
const bootId = () => read("/proc/sys/kernel/random/boot_id")?.trim() ?? "";

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};
