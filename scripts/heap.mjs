// How much of the machine V8 takes before it looks for garbage: docs/decisions/memory-at-peak.md has the figures.
import process from "node:process";

/**
 * Two halves of 32 MB for what is new, where V8 would take two of 64; and what is old is looked through at 96 MB,
 * and then whenever it has doubled, where V8 would wait for 512 MB and then for up to four times as much.
 */
const flags = [
  "--max-semi-space-size=32",
  "--initial-old-space-size=96",
  "--heap-growing-percent=100",
];

/** Those that a start of the shop is given; none that whoever starts it has set, in words or in NODE_OPTIONS. */
export const heapFlagsFor = (words, given = []) => {
  const [first = "start"] = words;
  const isStart = first === "start" || first.startsWith("-");
  const set = [...given, ...(process.env.NODE_OPTIONS ?? "").split(" ")].map(nameOf);
  return isStart ? flags.filter((flag) => !set.includes(nameOf(flag))) : [];
};

const nameOf = (flag) => flag.split("=")[0].replaceAll("_", "-");

/**
 * V8 takes them before the first line of a program runs, so the process becomes one that has them: the same id, and
 * some 40 ms later. Who holds a channel to it (the launcher, the bench) gave them already, and would lose it. Where
 * the system cannot do that, the shop runs as well, on some 200 MiB more.
 */
export const takeHeapFlags = (script) => {
  const words = process.argv.slice(2);
  const missing = heapFlagsFor(words, process.execArgv);
  if (missing.length === 0 || process.channel || !process.execve) return;
  const node = process.execPath;
  try {
    process.execve(node, [node, ...missing, ...process.execArgv, script, ...words], process.env);
  } catch {
    // Not on this system.
  }
};
