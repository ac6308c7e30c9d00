// After a commit, whoever reads the outbox in this process is woken at once, and the bus tells
// other processes. NOTIFY inside the transaction would do both, but it takes a lock that makes all
// committing transactions of the database queue behind each other's fsync.

type Listener = (types: ReadonlySet<string>) => void;
const listeners = new Set<Listener>();
const pending = new WeakMap<object, Set<string>>();

/** Called while the transaction runs: what its commit will have said. */
export const remember = (tx: object, types: Iterable<string>): void => {
  const said = pending.get(tx) ?? new Set();
  for (const type of types) said.add(type);
  pending.set(tx, said);
};

export const announce = (tx: object): void => {
  const said = pending.get(tx);
  if (!said) return;
  pending.delete(tx);
  for (const listener of listeners) listener(said);
};

export const forget = (tx: object): boolean => pending.delete(tx);

export const onAnnouncement = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
