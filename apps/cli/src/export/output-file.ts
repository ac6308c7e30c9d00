import { once } from "node:events";
import { createWriteStream, renameSync, rmSync } from "node:fs";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { PassThrough } from "node:stream";
import type { Write } from "./products.ts";

/**
 * Hands `work` where to write, and answers what it did. A file gets its name when it is whole: an
 * export that was cut off is not taken for one. Without a path the lines go to `out`.
 */
export const writingTo = async <Result>(
  path: string | undefined,
  out: Writable,
  work: (write: Write) => Promise<Result>,
): Promise<Result> => {
  if (path === undefined) return work(writeTo(out));
  const unfinished = `${path}.unfinished`;
  const lines = new PassThrough({ writableHighWaterMark: 256 * 1024 });
  const file = createWriteStream(unfinished);
  const written = path.endsWith(".gz")
    ? pipeline(lines, createGzip(), file)
    : pipeline(lines, file);
  // Awaited below; until then a failure reaches whoever writes next.
  written.catch(() => {});
  try {
    const result = await work(writeTo(lines));
    lines.end();
    await written;
    renameSync(unfinished, path);
    return result;
  } catch (error) {
    lines.destroy();
    await written.catch(() => {});
    rmSync(unfinished, { force: true });
    throw error;
  }
};

/** Waits where the reader is slower; a reader that went away ends the export. */
const writeTo = (stream: Writable): Write => {
  let failure: Error | undefined;
  stream.on("error", (error) => (failure = error));
  return async (line) => {
    if (failure) throw failure;
    if (!stream.write(line)) await once(stream, "drain");
  };
};
