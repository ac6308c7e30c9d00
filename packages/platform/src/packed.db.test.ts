import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { packed, sql } from "./database.ts";

test("whatever JSON can say comes back as it was, each in its place", async () => {
  await using db = await testDatabase();
  const values = [
    "a\u0001b",
    { quote: 'say "no"', back: "\\", comma: ",{}", nothing: null },
    "",
    [1, [2, { three: "\n\t" }]],
    "半个 😀 é",
    0,
  ];
  const { rows } = await db.query<{ value: unknown }>(
    sql`select value::json from unnest(${packed(values)}) as one(value)`,
  );
  expect(rows.map(({ value }) => value)).toEqual(values);
  expect((await db.query(sql`select from unnest(${packed([])})`)).rowCount).toBe(0);
});
