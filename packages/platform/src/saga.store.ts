import sql from "sql-template-tag";
import type { Queries } from "./database.ts";
import { named } from "./named.ts";
import { packed } from "./packed.ts";

export type SagaRow = Readonly<{ subject: string; state: unknown; revision: number }>;
export type SagaChange = Readonly<{
  subject: string;
  state: unknown;
  revision: number;
  wakeAfterMs?: number | null;
}>;

/** Locked in subject order, so that two runners queue instead of deadlocking. */
export const lockSagas = async (tx: Queries, saga: string, subjects: readonly string[]) => {
  const { rows } = await tx.query<SagaRow>(
    named(
      "platform.lock_sagas",
      sql`
      select subject, state, revision
        from platform.sagas
       where saga = ${saga} and subject = any(${subjects}::text[])
       order by subject
         for update
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

export const saveSagas = async (tx: Queries, saga: string, changes: readonly SagaChange[]) => {
  if (changes.length === 0) return;
  await tx.query(
    named(
      "platform.save_sagas",
      sql`
      insert into platform.sagas as saga (saga, subject, state, revision, wake_at)
      select ${saga}, subject, state::jsonb, revision, now() + wake * interval '1 millisecond'
        from unnest(${changes.map(({ subject }) => subject)}::text[],
                    ${packed(changes.map(({ state }) => state))},
                    ${changes.map(({ revision }) => revision)}::int[],
                    ${changes.map(({ wakeAfterMs }) => wakeAfterMs)}::float8[])
          as change(subject, state, revision, wake)
          on conflict (saga, subject) do update
         set state = excluded.state,
             revision = excluded.revision,
             updated_at = now(),
             wake_at = case
               when saga.subject = any(${changes.filter(({ wakeAfterMs }) => wakeAfterMs === undefined).map(({ subject }) => subject)}::text[])
               then saga.wake_at
               else excluded.wake_at
             end
    `,
    ),
  );
};
