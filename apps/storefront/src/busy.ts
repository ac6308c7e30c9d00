import type { Problem } from "@wares/contracts";

// By itself, so that a page that asks it brings nothing of the server along.

/** Too many at once: nothing was begun, and the same again may be asked later. */
export const isBusy = (problem: Pick<Problem, "type"> | null | undefined): boolean =>
  problem?.type === "platform.busy";
