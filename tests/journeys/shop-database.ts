import pg from "pg";
import { expect } from "vitest";

// A look into the shop's own database, for what no answer tells: the outbox, the books of the bank,
// and clocks that must be moved.

export const shopDatabase = (url: string) => {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // A shop that is killed on purpose takes its connections along.
  pool.on("error", () => {});
  const rows = async <Row extends pg.QueryResultRow>(
    text: string,
    values: readonly unknown[] = [],
  ): Promise<Row[]> => (await pool.query<Row>(text, [...values])).rows;

  /** What was said of one subject, once it was. */
  const said = async <Data = Record<string, unknown>>(
    type: string,
    subject: string,
  ): Promise<Data> => {
    let found: Data | undefined;
    await expect
      .poll(
        async () => {
          const [row] = await rows<{ data: Data }>(
            `select data from platform.outbox where type = $1 and subject = $2
              order by position desc limit 1`,
            [type, subject],
          );
          found = row?.data;
          return found === undefined ? `no ${type} of ${subject}` : "said";
        },
        { timeout: 20_000, interval: 50 },
      )
      .toBe("said");
    return found as Data;
  };
  let ended: Promise<void> | undefined;
  const close = () => (ended ??= pool.end());
  return { rows, said, close, [Symbol.asyncDispose]: close };
};
export type ShopDatabase = ReturnType<typeof shopDatabase>;
