import { mkdtempDisposableSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { writingTo } from "./output-file.ts";

test("an export that fails half-way leaves what was there before, and nothing of its own", async () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), "wares-output-"));
  const path = join(folder.path, "orders.jsonl");
  writeFileSync(path, "yesterday\n");
  const work = writingTo(path, new PassThrough(), async (write) => {
    for (let nth = 0; nth < 50_000; nth++) await write(`line ${nth}\n`);
    throw new Error("the database went away");
  });
  await expect(work).rejects.toThrow("the database went away");
  expect(readFileSync(path, "utf8")).toBe("yesterday\n");
  expect(readdirSync(folder.path)).toEqual(["orders.jsonl"]);
});

test("a slow reader is waited for, instead of being written to without end", async () => {
  let received = 0;
  const slow = new Writable({
    highWaterMark: 1_000,
    write: (chunk, _encoding, done) => {
      received += chunk.length;
      setImmediate(done);
    },
  });
  let ahead = 0;
  await writingTo(undefined, slow, async (write) => {
    for (let sent = 100; sent <= 100_000; sent += 100) {
      await write("x".repeat(100));
      ahead = Math.max(ahead, sent - received);
    }
  });
  expect(ahead).toBeLessThanOrEqual(1_100);
});

test("a reader that goes away ends the export", async () => {
  const gone = new PassThrough();
  const work = writingTo(undefined, gone, async (write) => {
    for (let nth = 0; ; nth++) {
      if (nth === 3) gone.destroy(new Error("write EPIPE"));
      await sleep(1);
      await write("line\n");
    }
  });
  await expect(work).rejects.toThrow("EPIPE");
});
