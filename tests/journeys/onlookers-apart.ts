import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { onlookers } from "./crowd.ts";
import type { Looking } from "./onlookers.worker.ts";

type Looked = Awaited<ReturnType<ReturnType<typeof onlookers>>>;

/** Onlookers in a thread of their own. Answers how to stop them, and what they saw. */
export const onlookersApart = async (looking: Looking): Promise<() => Promise<Looked>> => {
  const worker = new Worker(new URL("./onlookers.worker.ts", import.meta.url), {
    workerData: looking,
  });
  await once(worker, "online");
  return async () => {
    const told = once(worker, "message");
    worker.postMessage("stop");
    const [looked] = await told;
    await worker.terminate();
    return looked as Looked;
  };
};
