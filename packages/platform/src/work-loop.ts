import { bell } from "./bell.ts";

type Options = Readonly<{
  /** How long to rest when a round found nothing more to do. */
  restMs: number;
  /** Told of a round that failed; the next comes after a rest. */
  failed: (error: unknown) => void;
  /** Rung by whoever knows of work before the rest is over. */
  wakeUp?: ReturnType<typeof bell>;
}>;

/**
 * Runs one round after another until closed: at once while a round answers that more may wait, else
 * after a rest. Closing ends the rest and waits for the round under way.
 */
export const workLoop = (
  round: () => Promise<boolean>,
  { restMs, failed, wakeUp = bell() }: Options,
): { close: () => Promise<void> } => {
  let isClosed = false;
  const run = async () => {
    while (!isClosed) {
      const hasMore = await round().catch((error: unknown) => {
        failed(error);
        return false;
      });
      if (!hasMore && !isClosed) await wakeUp.wait(restMs);
    }
  };
  const running = run();
  return {
    close: async () => {
      isClosed = true;
      wakeUp.ring();
      await running;
    },
  };
};
