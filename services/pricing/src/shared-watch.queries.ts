type Send<Value> = (value: Value) => void;
type Watched<Value> = { readonly senders: Set<Send<Value>>; last?: string; isReading: boolean };

/**
 * One reading for all who look at the same thing, while somebody looks, and only what changed is
 * sent. A reading that fails is made again at the next turn.
 */
export const sharedWatch = <Key, Value>(read: (key: Key) => Promise<Value>, everyMs: number) => {
  const watched = new Map<Key, Watched<Value>>();
  let timer: NodeJS.Timeout | undefined;

  const turn = async (key: Key, one: Watched<Value>): Promise<void> => {
    if (one.isReading) return;
    one.isReading = true;
    try {
      const value = await read(key);
      const text = JSON.stringify(value);
      if (text !== one.last) for (const send of one.senders) send(value);
      one.last = text;
    } catch {
      // The page still shows what it was told last.
    } finally {
      one.isReading = false;
    }
  };
  const run = () => {
    for (const [key, one] of watched) void turn(key, one);
  };

  /** `first` is what this one is told at once. Answers how to stop. */
  return (key: Key, first: Value, send: Send<Value>): (() => void) => {
    const one: Watched<Value> = watched.get(key) ?? { senders: new Set(), isReading: false };
    watched.set(key, one);
    one.senders.add(send);
    send(first);
    timer ??= setInterval(run, everyMs).unref();
    return () => {
      one.senders.delete(send);
      if (one.senders.size === 0 && watched.get(key) === one) watched.delete(key);
      if (watched.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  };
};
