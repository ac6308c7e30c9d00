import { expect, test } from "vitest";
import { arrayText } from "./array-text.ts";
import { sql } from "./database.ts";
import { tallyDatabase } from "./tally.examples.ts";

const texts: readonly (readonly (string | null)[])[] = [
  [],
  [""],
  ["a", "b c"],
  ['"', "\\", '\\"', "{}", ",", "NULL", "null", " ", "\n", "é 漢 🫖", "'"],
  [null, "a", null],
  ['{"json": "\\u0041"}', "plain"],
];

test("arrays arrive as they were given", async () => {
  await using db = await tallyDatabase();
  for (const given of texts) {
    const { rows } = await db.query(sql`select ${given}::text[] as came`);
    expect(rows).toEqual([{ came: given }]);
    const plain = await db.query("select $1::text[] as came", [given]);
    expect(plain.rows).toEqual([{ came: given }]);
  }
  const { rows } = await db.query(
    sql`select ${[1, -2, null, 3]}::int[] as ints, ${[0.5, 1e21]}::float8[] as floats,
               ${[true, false]}::boolean[] as flags, ${"one"} as word`,
  );
  expect(rows).toEqual([
    { ints: [1, -2, null, 3], floats: [0.5, 1e21], flags: [true, false], word: "one" },
  ]);
});

test("what is no text, number or flag is left to the driver", async () => {
  await using db = await tallyDatabase();
  expect(arrayText([new Date(0)])).toBeUndefined();
  expect(arrayText([Buffer.from("a")])).toBeUndefined();
  const { rows } = await db.query(
    sql`select ${[Buffer.from("tea")]}::bytea[] as bytes, ${[["a"], ["b"]]}::text[] as nested`,
  );
  expect(rows).toEqual([{ bytes: [Buffer.from("tea")], nested: [["a"], ["b"]] }]);
});
