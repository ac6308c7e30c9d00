import { sql, type Queries } from "@wares/platform/database";

export const serverVersion = async (
  db: Queries,
): Promise<Readonly<{ version: string; major: number }>> => {
  const { rows } = await db.query<{ version: string; number: string }>(sql`
    select current_setting('server_version') as version,
           current_setting('server_version_num') as number
  `);
  const { version = "of an unknown version", number = "0" } = rows[0] ?? {};
  return { version, major: Math.floor(Number(number) / 10_000) };
};
