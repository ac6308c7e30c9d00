import { parentPort, workerData } from "node:worker_threads";
import { shopClient } from "../../bench/src/shop-client.ts";
import { onlookers } from "./crowd.ts";

// A thread of their own: beside a crowd of 20,000 a second they would measure how late the crowd's own loop is.

export type Looking = Readonly<{ url: string; paths: readonly string[]; everyMs: number }>;

// Only `onlookersApart` starts this, with exactly that.
const { url, paths, everyMs } = workerData as Looking;
const client = shopClient(url, 50);
const stop = onlookers(client, paths, everyMs);

const tell = async () => {
  parentPort?.postMessage(await stop());
  await client.close();
};
parentPort?.once("message", () => void tell());
