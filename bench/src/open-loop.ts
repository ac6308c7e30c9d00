import { setTimeout as pause } from "node:timers/promises";
import { outcomeOf, tally, type Send, type Tally } from "./load.ts";

export type OpenLoop = Readonly<{
  perSecond: number;
  seconds: number;
  warmUpSeconds: number;
  /** A shop that cannot keep up must not fill our memory: what is due beyond this is counted as unsent. */
  waitingMax: number;
}>;

export type OpenResult = Readonly<{
  tally: Tally;
  sent: number;
  /** Due while too many were waiting. Each is a shopper turned away: with any, the rate was not borne. */
  unsent: number;
}>;

const TICK_MS = 1;

/**
 * Requests at fixed times, whether or not the earlier ones are answered, as shoppers come. Each wait counts from the
 * time the request was due, so that one stall is felt by all who came during it (no coordinated omission).
 */
export const runOpenLoop = async (
  { perSecond, seconds, warmUpSeconds, waitingMax }: OpenLoop,
  send: Send,
): Promise<OpenResult> => {
  const result = tally();
  const startsAt = performance.now();
  const warm = Math.round(warmUpSeconds * perSecond);
  const total = warm + Math.round(seconds * perSecond);
  const waiting = new Set<Promise<void>>();
  let unsent = 0;

  const sendOne = async (nth: number, dueAt: number): Promise<void> => {
    const outcome = await outcomeOf(send, nth, dueAt);
    if (nth >= warm) result.note(outcome, performance.now() - dueAt);
  };
  const dueAt = (nth: number) => startsAt + (nth * 1000) / perSecond;

  for (let nth = 0; nth < total;) {
    for (; nth < total && dueAt(nth) <= performance.now(); nth++) {
      if (waiting.size >= waitingMax) {
        unsent++;
        continue;
      }
      const one: Promise<void> = sendOne(nth, dueAt(nth)).finally(() => waiting.delete(one));
      waiting.add(one);
    }
    await pause(TICK_MS);
  }
  await Promise.all(waiting);
  return { tally: result, sent: total - unsent, unsent };
};
