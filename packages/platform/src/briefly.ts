/**
 * One reading for all who ask within so many milliseconds; nobody asking costs none. One that failed is not
 * remembered: whoever asks next reads again. `lately` answers at once, what a reading told that was begun
 * no longer ago than that.
 */
export const briefly = <Value>(read: () => Promise<Value>, freshMs: number) => {
  let last: { reading: Promise<Value>; at: number } | undefined;
  let told: { value: Value; at: number } | undefined;
  const ask = (): Promise<Value> => {
    const at = performance.now();
    if (last && at - last.at < freshMs) return last.reading;
    const mine = { reading: read(), at };
    last = mine;
    mine.reading.then(
      (value) => {
        if (!told || told.at < at) told = { value, at };
      },
      () => last === mine && (last = undefined),
    );
    return mine.reading;
  };
  const lately = (ageMsMax: number): Value | undefined =>
    told && performance.now() - told.at <= ageMsMax ? told.value : undefined;
  return Object.assign(ask, { lately });
};
