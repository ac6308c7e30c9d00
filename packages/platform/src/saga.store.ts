import sql from "sql-template-tag";
import type { Queries } from "./database.ts";
import { named } from "./named.ts";
import { StaleWrite } from "./outcome.ts";
import { packed } from "./packed.ts";
import { together } from "./transact.ts";
import { unlessTaken } from "./unless-taken.ts";

export type SagaRow = Readonly<{ subject: string; state: unknown; revision: number }>;
export type SagaChange = Readonly<{
  subject: string;
  state: unknown;
  /** As it was read; 0 where there was none. */
  before: number;
  revision: number;
  wakeAfterMs?: number | null;
}>;

export const findSagas = async (tx: Queries, saga: string, subjects: readonly string[]) => {
  const { rows } = await tx.query<SagaRow>(
    named(
      "platform.find_sagas",
      sql`
      select subject, state, revision
        from platform.sagas
       where saga = ${saga} and subject = any(${subjects}::text[])
    `,
    ),
  );
  return rows;
};

/** Those whose alarm has rung, by the database's clock. Another runner's are passed over. */
export const lockRinging = async (tx: Queries, saga: string, sagasMax: number) => {
  const { rows } = await tx.query<SagaRow>(
    named(
      "platform.lock_ringing",
      sql`
      select subject, state, revision
        from platform.sagas
       where saga = ${saga} and wake_at <= now()
       order by wake_at
       limit ${sagasMax}
         for update skip locked
    `,
    ),
  );
  return rows;
};

/**
 * Nobody locked what is saved: the reader's cursor is the lock among readers, and an alarm that rang
 * meanwhile is found out by the revision. Then nothing is kept, and the messages are heard again.
 */
export const saveSagas = async (
  tx: Queries,
  saga: string,
  changes: readonly SagaChange[],
): Promise<void> => {
  const fresh = changes.filter(({ before }) => before === 0);
  const known = changes.filter(({ before }) => before > 0);
  const updating = updateSagas(tx, saga, known);
  await together<unknown>([insertSagas(tx, saga, fresh), updating]);
  if ((await updating) < known.length) throw new StaleWrite(`${saga} was changed meanwhile`);
};

const insertSagas = async (tx: Queries, saga: string, changes: readonly SagaChange[]) => {
  if (changes.length === 0) return;
  const insert = sql`
    insert into platform.sagas (saga, subject, state, revision, wake_at)
    select ${saga}, subject, state::jsonb, revision, now() + wake * interval '1 millisecond'
      from unnest(${changes.map(({ subject }) => subject)}::text[],
                  ${packed(changes.map(({ state }) => state))},
                  ${changes.map(({ revision }) => revision)}::int[],
                  ${changes.map(({ wakeAfterMs }) => wakeAfterMs)}::float8[])
        as change(subject, state, revision, wake)
  `;
  await unlessTaken(tx.query(named("platform.insert_sagas", insert)), `${saga} began meanwhile`);
};

const updateSagas = async (tx: Queries, saga: string, changes: readonly SagaChange[]) => {
  if (changes.length === 0) return 0;
  const { rowCount } = await tx.query(
    named(
      "platform.update_sagas",
      sql`
      update platform.sagas as saga
         set state = change.state::jsonb,
             revision = change.revision,
             updated_at = now(),
             wake_at = case when keeps_alarm then saga.wake_at
                            else now() + wake * interval '1 millisecond' end
        from unnest(${changes.map(({ subject }) => subject)}::text[],
                    ${packed(changes.map(({ state }) => state))},
                    ${changes.map(({ before }) => before)}::int[],
                    ${changes.map(({ revision }) => revision)}::int[],
                    ${changes.map(({ wakeAfterMs }) => wakeAfterMs === undefined)}::boolean[],
                    ${changes.map(({ wakeAfterMs }) => wakeAfterMs)}::float8[])
          as change(subject, state, before, revision, keeps_alarm, wake)
       where saga.saga = ${saga}
         and saga.subject = change.subject
         and saga.revision = change.before
    `,
    ),
  );
  return rowCount ?? 0;
};
