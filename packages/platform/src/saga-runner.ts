import type { Database, Queries } from "./database.ts";
import type { Delivered, Publishable } from "./outbox.store.ts";
import { publish } from "./outbox.store.ts";
import { invariant } from "./outcome.ts";
import type { OwnCommand, Reaction, Saga, SagaMessage } from "./saga.ts";
import { findSagas, lockRinging, saveSagas, type SagaRow } from "./saga.store.ts";
import { contentOf, type Consumer } from "./subscription.ts";
import { alongCommit, together, transact } from "./transact.ts";

type Addressed = Readonly<{ subject: string; message: SagaMessage }>;

/** Folds the messages of a batch into their sagas: one read, one write and one send for all of them. */
const run = async (
  tx: Queries,
  saga: Saga,
  stored: readonly SagaRow[],
  messages: readonly Addressed[],
): Promise<void> => {
  const sagas = new Map(stored.map((row) => [row.subject, row]));
  const before = new Map(stored.map(({ subject, revision }) => [subject, revision]));
  const alarms = new Map<string, number | null>();
  const sent: Publishable[] = [];
  for (const { subject, message } of messages) {
    const { state, revision } = sagas.get(subject) ?? { state: saga.initial, revision: 0 };
    const reaction: Reaction<unknown> = saga.react(state, message);
    sagas.set(subject, { subject, state: reaction.state, revision: revision + 1 });
    if (reaction.wakeAfterMs !== undefined) alarms.set(subject, reaction.wakeAfterMs);
    sent.push(...reaction.send);
  }

  const touched = [...new Set(messages.map(({ subject }) => subject))];
  const changes = touched.map((subject) => {
    const row = sagas.get(subject);
    invariant(row !== undefined, "a message leaves its saga behind");
    const wakeAfterMs = alarms.get(subject);
    const change = { ...row, before: before.get(subject) ?? 0 };
    return wakeAfterMs === undefined ? change : { ...change, wakeAfterMs };
  });
  // Whichever fails, both are over before the transaction is.
  await together([saveSagas(tx, saga.name, changes), send(tx, saga, sent)]);
};

const send = async (tx: Queries, saga: Saga, commands: readonly Publishable[]): Promise<void> => {
  await alongCommit(tx, [
    publish(
      tx,
      commands.filter(({ type }) => !(type in saga.own)),
    ),
  ]);
  // In runs of one handler, so that of two commands to one subject the first stays first.
  let run: Publishable[] = [];
  let handler: OwnCommand | undefined;
  const carryOut = async () => {
    if (run.length > 0) await handler?.(run, tx);
    run = [];
  };
  for (const command of commands) {
    const own = saga.own[command.type];
    if (!own) continue;
    if (own !== handler) await carryOut();
    handler = own;
    run.push(command);
  }
  await carryOut();
};

/** A saga reads the bus like any other consumer. */
export const sagaConsumer = (saga: Saga): Consumer => {
  const contracts = new Map(saga.events.map(({ type, data }) => [type, data]));
  const addressed = (event: Delivered): Addressed => {
    const { type, subject } = event;
    const contract = contracts.get(type);
    invariant(contract !== undefined, `${saga.name} was handed ${type}`);
    return { subject, message: { type, data: contentOf(event, contract) } };
  };
  return {
    name: saga.name,
    types: [...contracts.keys()],
    receive: async (events, tx) => {
      const messages = events.map(addressed);
      const subjects = [...new Set(messages.map(({ subject }) => subject))];
      await run(tx, saga, await findSagas(tx, saga.name, subjects), messages);
    },
  };
};

const ringingMax = 200;

/** Wakes the sagas whose alarm has rung. Answers how many; call again while it answers many. */
export const ringAlarms = (db: Database, saga: Saga): Promise<number> =>
  transact(db, async (tx) => {
    const ringing = await lockRinging(tx, saga.name, ringingMax);
    if (ringing.length === 0) return 0;
    const silenced = ringing.map((row) => ({ ...row, before: row.revision, wakeAfterMs: null }));
    // The alarm is off before the saga hears of it: only the saga itself sets it again.
    await saveSagas(tx, saga.name, silenced);
    const messages = ringing.map(({ subject }) => ({ subject, message: saga.alarm(subject) }));
    await run(tx, saga, ringing, messages);
    return ringing.length;
  });
