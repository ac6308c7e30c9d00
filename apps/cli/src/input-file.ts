import { createReadStream, statSync } from "node:fs";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { CsvError, parse as parseCsv } from "csv-parse";
import type { RowProblem } from "./problems.ts";

export type Row<Value> = Readonly<{ line: number; value: Value }> | RowProblem;
export type Rows<Value> = AsyncIterable<Row<Value>>;
export type InputFile = Readonly<{
  bytes: Readable;
  /** How much of the file was read, from 0 to 1. */
  share: () => number;
}>;

/** A file or a gzipped one, read as a stream: its size does not matter. */
export const openInput = (path: string): InputFile => {
  const { size } = statSync(path);
  const file = createReadStream(path, { highWaterMark: 256 * 1024 });
  const share = () => (size === 0 ? 1 : file.bytesRead / size);
  if (!path.endsWith(".gz")) return { bytes: untilRead(file), share };
  const bytes = createGunzip();
  file.on("error", (error) => bytes.destroy(error));
  bytes.once("close", () => file.destroy());
  return { bytes: untilRead(file.pipe(bytes)), share };
};

/** It is read ahead, and may fail before anybody asks: whoever does then hears of it, and not the process. */
const untilRead = (bytes: Readable): Readable => bytes.on("error", () => {});

/** A longer line is a mistake in the file, and is not kept in memory. */
const lineBytesMax = 1_000_000;
const newline = 0x0a;

type Line = Readonly<{ line: number; text?: string }>;

/**
 * Lines end at \n alone: `readline` would also end them at U+2028, which stands inside JSON texts
 * as other systems write them. `text` is missing where a line was too long.
 */
export async function* linesOf(
  bytes: AsyncIterable<Buffer>,
  bytesMax: number = lineBytesMax,
): AsyncGenerator<Line> {
  let line = 1;
  let pending: Buffer[] = [];
  let size = 0;
  const keep = (part: Buffer) => {
    size += part.length;
    if (size <= bytesMax) pending.push(part);
    else pending = [];
  };
  const take = (): Line => {
    const isTooLong = size > bytesMax;
    const text = Buffer.concat(pending).toString("utf8");
    pending = [];
    size = 0;
    return isTooLong ? { line: line++ } : { line: line++, text };
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      keep(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (size > 0) yield take();
}

/** One JSON value a line. A line that is none is told, and the rest go on. */
export async function* jsonLines(
  bytes: AsyncIterable<Buffer>,
  bytesMax: number = lineBytesMax,
): AsyncGenerator<Row<unknown>> {
  for await (const { line, text } of linesOf(bytes, bytesMax)) {
    if (text === undefined) yield { line, problem: `is longer than ${bytesMax} bytes` };
    else if (text.trim() !== "") yield jsonRow(line, text);
  }
}

const jsonRow = (line: number, text: string): Row<unknown> => {
  try {
    return { line, value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch (error) {
    return { line, problem: `is not JSON: ${error instanceof Error ? error.message : "?"}` };
  }
};

export type CsvRow = Readonly<Record<string, string>>;

/** Rows by the names of the first line. A row with too many or too few fields is told. */
export async function* csvRows(bytes: Readable): AsyncGenerator<Row<CsvRow>> {
  const skipped: RowProblem[] = [];
  const parser = parseCsv({
    bom: true,
    columns: true,
    info: true,
    max_record_size: lineBytesMax,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error) skipped.push({ line: lineOf(error), problem: error.message });
      return undefined;
    },
  });
  const parsed: AsyncIterable<{ record: CsvRow; info: { lines: number } }> = parser;
  // A failure of the file, past or to come, is the parser's, which we read from.
  pipeline(bytes, parser, () => {});
  for await (const { record, info } of parsed) {
    yield* skipped.splice(0);
    yield { line: info.lines, value: record };
  }
  yield* skipped;
}

const lineOf = (error: CsvError): number => Number(error["lines"] ?? 0);

/** So many at once: what one statement takes. */
export async function* inBatches<Item>(
  items: AsyncIterable<Item>,
  size: number,
): AsyncGenerator<readonly Item[]> {
  let batch: Item[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Asks for the next one while whoever reads is still busy with this one; for one, and no more. */
export async function* readAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  const ask = () => {
    const answer = items.next();
    // It is awaited below, unless the reader gave up meanwhile.
    answer.catch(() => {});
    return answer;
  };
  try {
    for (let next = ask(); ;) {
      const { done, value } = await next;
      if (done) return;
      next = ask();
      yield value;
    }
  } finally {
    await items.return(undefined);
  }
}
