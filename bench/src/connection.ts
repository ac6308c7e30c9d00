import pg from "pg";

export const connectTo = async (databaseUrl: string): Promise<pg.Client> => {
  const db = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  // An error that nobody listens to would end the process; the next query reports it.
  db.on("error", () => {});
  await db.connect();
  return db;
};
