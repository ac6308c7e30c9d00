import { outcomeOf, tally, type Send, type Tally } from "./load.ts";

export type ClosedLoop = Readonly<{
  clients: number;
  seconds: number;
  /** Sent as hard as the rest, and not counted: code that runs for the first time is slow. */
  warmUpSeconds: number;
}>;

export type ClosedResult = Readonly<{
  perSecond: number;
  tally: Tally;
  /** All that were sent, those of the warm-up included. */
  sent: number;
}>;

/**
 * As many clients, each sending its next request when the last is answered: how much gets through. Its latencies
 * are those of a saturated shop; what a shopper waits is the open loop's to tell.
 */
export const runClosedLoop = async (
  { clients, seconds, warmUpSeconds }: ClosedLoop,
  send: Send,
): Promise<ClosedResult> => {
  const result = tally();
  const startsAt = performance.now() + warmUpSeconds * 1000;
  const endsAt = startsAt + seconds * 1000;
  let next = 0;

  const client = async (): Promise<void> => {
    for (let begin = performance.now(); begin < endsAt;) {
      const outcome = await outcomeOf(send, next++);
      const end = performance.now();
      // Answered inside the window, so that neither edge is counted with time it did not have.
      if (end >= startsAt && end < endsAt) result.note(outcome, end - begin);
      begin = end;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { perSecond: result.okCount() / seconds, tally: result, sent: next };
};
