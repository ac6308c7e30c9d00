import { testDatabase } from "@wares/testkit/database";
import fc from "fast-check";
import { expect, test } from "vitest";
import { asParameter } from "./array-literal.ts";

// NUL is no text in PostgreSQL, and half a surrogate pair is no text at all.
const text = fc.string({ unit: "grapheme" }).map((one) => one.replaceAll("\0", ""));

test("texts arrive as they were, whatever is in them", async () => {
  await using db = await testDatabase("products");
  const given = fc.oneof(
    text,
    fc.constantFrom("", "null", "NULL", '"', "\\", "a,b", "{}", " x ", "\n"),
    fc.constant(null),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(given), async (values) => {
      const { rows } = await db.query("select $1::text[] as back", [asParameter(values)]);
      expect(rows[0].back).toEqual(values);
    }),
    { numRuns: 200 },
  );
});

test("numbers, booleans and nothing too; what is no plain list is left to the driver", async () => {
  await using db = await testDatabase("products");
  const { rows } = await db.query("select $1::float8[] as numbers, $2::bool[] as booleans", [
    asParameter([1, -2.5, 1e21, undefined]),
    asParameter([true, false, null]),
  ]);
  expect(rows[0]).toEqual({ numbers: [1, -2.5, 1e21, null], booleans: [true, false, null] });
  const [date, nested] = [[new Date()], [["a"]]];
  expect([asParameter(date), asParameter(nested), asParameter("x")]).toEqual([date, nested, "x"]);
});
