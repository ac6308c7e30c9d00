import type pg from "pg";

export type Sizes = Readonly<{
  tablesMib: number;
  indexesMib: number;
  /** Tables that sales change but do not lengthen, with their indexes: what they grow by is dead weight. */
  changedMib: number;
  deadRows: number;
  liveRows: number;
}>;

const changedTables = [
  "inventory.stock",
  "search.stock",
  "platform.cursors",
  "analytics.sales",
  "analytics.event_counts",
  "recommendations.products",
];

export const sizesOf = async (db: pg.Client): Promise<Sizes> => {
  const { rows } = await db.query<Sizes>({
    text: `
      select coalesce(sum(pg_table_size(relid)), 0)::float / 1048576 as "tablesMib",
             coalesce(sum(pg_indexes_size(relid)), 0)::float / 1048576 as "indexesMib",
             coalesce(sum(pg_total_relation_size(relid))
                        filter (where relid = any($1::regclass[]::oid[])), 0)::float / 1048576 as "changedMib",
             coalesce(sum(n_dead_tup), 0)::float as "deadRows",
             coalesce(sum(n_live_tup), 0)::float as "liveRows"
        from pg_stat_user_tables
    `,
    values: [changedTables],
  });
  if (!rows[0]) throw new Error("the database does not say how large it is");
  return rows[0];
};
