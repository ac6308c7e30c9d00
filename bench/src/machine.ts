import { cpus, release, totalmem } from "node:os";

export const machine = (): string => {
  const cores = cpus();
  const memoryGib = Math.round(totalmem() / 2 ** 30);
  return `${cores.length} cores (${cores[0]?.model.trim() ?? "unknown"}), ${memoryGib} GiB, Linux ${release()}`;
};
