import { mkdtempDisposableSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { csvRows, inBatches, jsonLines, openInput } from "./input-file.ts";
import { problemList } from "./problems.ts";

const inPieces = (text: string | Buffer, size = 7): Readable => {
  const all = Buffer.from(text);
  const pieces = Math.ceil(all.length / size);
  return Readable.from(
    Array.from({ length: pieces }, (_, nth) => all.subarray(nth * size, (nth + 1) * size)),
    { objectMode: false },
  );
};
const all = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
};

test("a bad line in the middle is told by its number, and the rest go on", async () => {
  expect(await all(jsonLines(inPieces('{"a":"茶"}\r\n\n{"a":\n{"a":3}')))).toEqual([
    { line: 1, value: { a: "茶" } },
    { line: 3, problem: expect.stringContaining("is not JSON") },
    { line: 4, value: { a: 3 } },
  ]);
});

test("a line separator inside a text ends no line", async () => {
  const text = JSON.stringify({ a: "100–240 V\u2028IP44" });
  expect(await all(jsonLines(inPieces(`${text}\n${text}\n`)))).toHaveLength(2);
});

test("a line without end is not kept, and the one after it is read", async () => {
  const rows = await all(jsonLines(inPieces(`"${"x".repeat(500)}"\n1\n`), 100));
  expect(rows).toEqual([
    { line: 1, problem: "is longer than 100 bytes" },
    { line: 2, value: 1 },
  ]);
});

test("CSV rows come by name with their lines; one with too many fields is told", async () => {
  const csv = '\uFEFFsku,name\nA,"a, b"\nB,c,d\nC,"two\nlines"\nD,d\n';
  const rows = await all(csvRows(inPieces(csv)));
  // The parser reads ahead: what it skips is told before what it found beside it.
  expect(rows.toSorted((one, other) => one.line - other.line)).toEqual([
    { line: 2, value: { sku: "A", name: "a, b" } },
    { line: 3, problem: expect.stringContaining("columns length is 2") },
    { line: 5, value: { sku: "C", name: "two\nlines" } },
    { line: 6, value: { sku: "D", name: "d" } },
  ]);
});

test("a gzipped file reads like a plain one, and a cut one is an error", async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), "wares-input-"));
  const path = join(folder.path, "rows.jsonl.gz");
  const whole = gzipSync('{"n":1}\n{"n":2}\n');
  writeFileSync(path, whole);
  const file = openInput(path);
  expect(await all(jsonLines(file.bytes))).toHaveLength(2);
  expect(file.share()).toBe(1);
  writeFileSync(path, whole.subarray(0, -6));
  await expect(all(jsonLines(openInput(path).bytes))).rejects.toThrow("unexpected end of file");
  await expect(all(csvRows(openInput(path).bytes))).rejects.toThrow("unexpected end of file");
  const late = [openInput(path), openInput(path), openInput(folder.path), openInput(folder.path)];
  await sleep(50);
  const [json, csv, folderJson, folderCsv] = late.map(({ bytes }) => bytes);
  if (!json || !csv || !folderJson || !folderCsv) throw new Error("four files");
  await expect(all(jsonLines(json))).rejects.toThrow("unexpected end of file");
  await expect(all(csvRows(csv))).rejects.toThrow("unexpected end of file");
  await expect(all(jsonLines(folderJson))).rejects.toThrow("EISDIR");
  await expect(all(csvRows(folderCsv))).rejects.toThrow("EISDIR");
  expect(() => openInput(join(folder.path, "missing"))).toThrow("ENOENT");
});

test("batches are full but for the last", async () => {
  const sizes = (await all(inBatches(Readable.from([1, 2, 3, 4, 5]), 2))).map((one) => one.length);
  expect(sizes).toEqual([2, 2, 1]);
});

test("twenty bad rows are told in full, the others are counted", () => {
  const said: string[] = [];
  const problems = problemList((text) => said.push(text));
  for (let line = 1; line <= 25; line++) problems.tell({ line, problem: "has no name" });
  problems.end();
  expect(said).toHaveLength(21);
  expect(said[0]).toBe("line 1: has no name");
  expect(said.at(-1)).toBe("… and 5 more bad rows.");
  expect(problems.count()).toBe(25);
});
