import { availableParallelism, cpus, loadavg, release, totalmem } from "node:os";
import process from "node:process";
import { processorSecondsOf, processorSecondsOfAll } from "./processes.ts";
import { commit } from "./workplace.ts";

export const machine = (): string => {
  const cores = cpus();
  const memoryGib = Math.round(totalmem() / 2 ** 30);
  return `${cores.length} cores (${cores[0]?.model.trim() ?? "unknown"}), ${memoryGib} GiB, Linux ${release()}`;
};

/** How many processes wanted a core in the last minute. At the start of a run it should be near 0. */
export const load = (): string => (loadavg()[0] ?? 0).toFixed(2);

/**
 * Watches, from now on, which part of all processors is used by others than us and what we started (per cent). More
 * than a few, and the figures are not those of this machine but of what was left of it.
 */
export const watchOthers = (): (() => number) => {
  const beganAt = performance.now();
  const before = processorSecondsOfAll() - processorSecondsOf(process.pid);
  return () => {
    const used = processorSecondsOfAll() - processorSecondsOf(process.pid) - before;
    const seconds = (performance.now() - beganAt) / 1000;
    return Math.max(0, (used / seconds / availableParallelism()) * 100);
  };
};

/** What a figure is worth nothing without. */
export const factsOfRun = () => ({
  machine: machine(),
  load_before: load(),
  node_version: process.versions.node,
  commit: commit(),
  date: new Date().toISOString().slice(0, 10),
});
