/** Wakes a loop that waits for work. A ring during work is not lost: the next wait returns at once. */
export const bell = () => {
  let hasRung = false;
  let wake: (() => void) | undefined;
  return {
    ring: (): void => {
      hasRung = true;
      wake?.();
    },
    /** Until rung, or for so long. */
    wait: async (ms: number): Promise<void> => {
      if (!hasRung) {
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        const timer = setTimeout(resolve, ms);
        await promise;
        clearTimeout(timer);
        wake = undefined;
      }
      hasRung = false;
    },
  };
};
