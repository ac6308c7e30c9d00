/**
 * One reading for all who ask within so many milliseconds; nobody asking costs none. One that failed is not
 * remembered: whoever asks next reads again.
 */
export const briefly = <Value>(
  read: () => Promise<Value>,
  freshMs: number,
): (() => Promise<Value>) => {
  let last: { reading: Promise<Value>; at: number } | undefined;
  return () => {
    const at = performance.now();
    if (last && at - last.at < freshMs) return last.reading;
    const mine = { reading: read(), at };
    last = mine;
    mine.reading.catch(() => last === mine && (last = undefined));
    return mine.reading;
  };
};
