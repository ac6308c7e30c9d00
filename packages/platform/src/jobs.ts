import { Logger, run, runMigrations, type ParsedCronItem, parseCronItems } from "graphile-worker";
import type pg from "pg";
import type { Log } from "./log.ts";

/**
 * Work that need not be done now. `run` may be called again after a crash, so it must bear that.
 * `schedule` is crontab notation in UTC; a run that was missed while the shop was down is not made up for.
 */
export type Job = Readonly<{
  name: string;
  schedule?: string;
  run: (payload: unknown, signal: AbortSignal) => Promise<void>;
}>;

const logger = (log: Log) =>
  new Logger(() => (level, message) => {
    // Said by whoever closes after the database did: there is nothing left to be done.
    if (message.startsWith("Error occurred attempting to UNLISTEN")) log.debug(message);
    else if (level === "error") log.error(message);
    else if (level === "warning") log.warn(message);
    else log.debug(message);
  });

/** Creates the queue's own schema, and the one function through which services reach it. */
export const migrateJobs = async (pool: pg.Pool, log: Log): Promise<void> => {
  await runMigrations({ pgPool: pool, logger: logger(log) });
  await pool.query(`
    create or replace function platform.add_job(name text, payload json, key text, after_ms int)
    returns void language sql security definer set search_path = pg_catalog as $$
      select graphile_worker.add_job(
        name, payload, run_at := now() + after_ms * interval '1 millisecond',
        max_attempts := 25, job_key := key)
    $$;
    revoke all on function platform.add_job from public;
    grant execute on function platform.add_job to wares_service;
  `);
};

/** Runs the jobs until closed; closing waits for those under way. */
export const runJobs = async (pool: pg.Pool, jobs: readonly Job[], log: Log) => {
  const scheduled = jobs.filter(({ schedule }) => schedule !== undefined);
  const items: ParsedCronItem[] = parseCronItems(
    scheduled.map(({ name, schedule = "" }) => ({
      task: name,
      match: schedule,
      identifier: name,
      options: { backfillPeriod: 0, jobKey: name },
    })),
  );
  const runner = await run({
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: logger(log),
    parsedCronItems: items,
    taskList: Object.fromEntries(
      jobs.map(({ name, run: work }) => [
        name,
        async (payload: unknown, { abortSignal }: { abortSignal?: AbortSignal }) =>
          work(payload, abortSignal ?? new AbortController().signal),
      ]),
    ),
  });
  return { close: () => runner.stop() };
};
