import { env } from "node:process";

/** Of what was made for each of vitest's workers, this one's. They are numbered from 1. */
export const ofThisWorker = <Made>(all: readonly Made[]): Made => {
  const own = all[(Number(env["VITEST_POOL_ID"]) - 1) % all.length];
  if (own === undefined) throw new Error("nothing was made for this worker");
  return own;
};
