import sql from "sql-template-tag";
import type { Queries } from "./database.ts";

/**
 * Queues a job in the caller's transaction: it runs if that commits, at least once. The same
 * `key` queued again while it waits replaces it.
 */
export const enqueue = async (
  tx: Queries,
  job: string,
  payload: Readonly<Record<string, unknown>>,
  options: Readonly<{ key?: string; afterMs?: number }> = {},
): Promise<void> => {
  await tx.query(sql`
    select platform.add_job(
      ${job}, ${JSON.stringify(payload)}::json, ${options.key ?? null}, ${options.afterMs ?? 0})
  `);
};
