// After a commit, whoever reads the outbox in this process is woken at once, and the bus tells
// other processes. NOTIFY inside the transaction would do both, but it takes a lock that makes all
// committing transactions of the database queue behind each other's fsync.

/** What a commit said, as its consumers will be handed it. */
export type Said = Readonly<{
  eventId: string;
  type: string;
  subject: string;
  data: unknown;
  /** Of its data, in characters of JSON. */
  size: number;
  correlationId: string;
  userId?: string;
  traceparent?: string;
}>;
type Listener = (said: readonly Said[]) => void;
const listeners = new Set<Listener>();
const pending = new WeakMap<object, Said[]>();

/** Called while the transaction runs: what its commit will have said. */
export const remember = (tx: object, said: readonly Said[]): void => {
  const before = pending.get(tx);
  if (before) before.push(...said);
  else pending.set(tx, [...said]);
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
