import { readdirSync, readFileSync } from "node:fs";

type Process = Readonly<{ pid: number; parent: number; name: string }>;

const read = (path: string): string => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // it ended meanwhile
  }
};

const all = (): readonly Process[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = read(`/proc/${name}/stat`);
      // The name in brackets may hold anything, brackets too.
      const [opens, closes] = [stat.indexOf("("), stat.lastIndexOf(")")];
      if (closes < 0) return [];
      const [state, parent] = stat.slice(closes + 2).split(" ");
      // Ended, and only not yet taken note of by whoever is its parent now.
      if (state === "Z") return [];
      return [{ pid: Number(name), parent: Number(parent), name: stat.slice(opens + 1, closes) }];
    });

/** A process and all below it. */
export const familyOf = (pid: number): readonly Process[] => {
  const everyone = all();
  const family = everyone.filter((one) => one.pid === pid);
  const known = new Set(family.map((one) => one.pid));
  for (const parent of family)
    // grows while it is walked
    for (const child of everyone)
      if (child.parent === parent.pid && !known.has(child.pid)) {
        known.add(child.pid);
        family.push(child);
      }
  return family;
};

const kibOf = (text: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(text)?.[1] ?? 0);

export type Memory = Readonly<{ shopMib: number; databaseMib: number }>;

/**
 * Resident memory: of the shop's own processes as the kernel counts it, of PostgreSQL's with the buffers that
 * they share counted once (each page divided by how many have it).
 */
export const memoryOf = (pid: number): Memory => {
  let [shopKib, databaseKib] = [0, 0];
  for (const { pid: one, name } of familyOf(pid)) {
    const rss = kibOf(read(`/proc/${one}/status`), "VmRSS");
    if (name !== "postgres") shopKib += rss;
    else databaseKib += kibOf(read(`/proc/${one}/smaps_rollup`), "Pss") || rss;
  }
  return { shopMib: shopKib / 1024, databaseMib: databaseKib / 1024 };
};

/** Seconds of processor that a process and all below it have used so far, those that ended included. */
export const processorSecondsOf = (pid: number): number =>
  familyOf(pid).reduce((sum, one) => {
    const stat = read(`/proc/${one.pid}/stat`);
    // utime, stime, and the same of children that ended.
    const used = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 15);
    return sum + used.reduce((ticks, text) => ticks + Number(text), 0) / TICKS_PER_SECOND;
  }, 0);

/** Seconds of processor that everything on this machine has used so far. */
export const processorSecondsOfAll = (): number => {
  const [, user, nice, system, , , irq, softIrq, steal] = (
    read("/proc/stat").split("\n")[0] ?? ""
  ).split(/\s+/);
  const ticks = [user, nice, system, irq, softIrq, steal].map((text) => Number(text ?? 0));
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS_PER_SECOND;
};

// USER_HZ, which Linux has long fixed for whoever reads /proc.
const TICKS_PER_SECOND = 100;

/** The most that a process ever had at once, its children left out. 0 when it has ended. */
export const peakMibOf = (pid: number): number =>
  kibOf(read(`/proc/${pid}/status`), "VmHWM") / 1024;

/** The most that the largest of a shop's own processes ever had: PostgreSQL's are its database's. */
export const shopPeakMibOf = (pid: number): number =>
  Math.max(
    0,
    ...familyOf(pid)
      .filter(({ name }) => name !== "postgres")
      .map((one) => peakMibOf(one.pid)),
  );
