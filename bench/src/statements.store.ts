import type pg from "pg";

/** Where one statement of the shop's spent its time, since the count began. */
export type Statement = Readonly<{ id: string; text: string; calls: number; meanMs: number }>;

/** From the next start of this cluster on. */
export const askForStatements = async (db: pg.Client): Promise<void> => {
  await db.query("alter system set shared_preload_libraries = 'pg_stat_statements'");
};

export const countStatements = async (db: pg.Client): Promise<void> => {
  await db.query("create extension if not exists pg_stat_statements");
  await db.query("select pg_stat_statements_reset()");
};

/** Those that matter: called, and not ours to watch with. */
export const statements = async (db: pg.Client): Promise<readonly Statement[]> => {
  const { rows } = await db.query<Statement>(`
    select queryid::text as id, left(regexp_replace(query, '\\s+', ' ', 'g'), 110) as text,
           calls::float as calls, mean_exec_time as "meanMs"
      from pg_stat_statements
     where queryid is not null and query !~ 'pg_stat|bench_history|^(begin|commit|vacuum|checkpoint)'
     order by total_exec_time desc
     limit 150
  `);
  return rows;
};
