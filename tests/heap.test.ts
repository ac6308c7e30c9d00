import { execFile, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env, execPath } from "node:process";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { heapFlagsFor } from "../scripts/heap.mjs";

const heap = new URL("../scripts/heap.mjs", import.meta.url).href;
const text = `
  import { takeHeapFlags } from ${JSON.stringify(heap)};
  import { fileURLToPath } from "node:url";
  console.log(process.pid);
  takeHeapFlags(fileURLToPath(import.meta.url));
  console.log(JSON.stringify([process.execArgv, process.argv.slice(2), process.env.NOTE]));
  process.disconnect?.();
`;

/** What a program that takes the flags says: how often it began, under which id, and with what in the end. */
const run = async (words: readonly string[], given: readonly string[] = [], options = "") => {
  const child = promisify(execFile)(execPath, [...given, program(), ...words], {
    env: { ...env, NODE_OPTIONS: options, NOTE: "kept" },
  });
  const { pid } = child.child;
  const { stdout, stderr } = await child;
  const lines = stdout.trim().split("\n");
  const said: unknown = JSON.parse(lines.at(-1) ?? "");
  return { began: lines.slice(0, -1).map((id) => Number(id) === pid), said, stderr };
};

const program = () => {
  const folder = mkdtempSync(join(tmpdir(), "wares-heap-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "program.mjs");
  writeFileSync(path, text);
  return path;
};

test("a start begins anew with the flags, under the same id and with all it was given", async () => {
  const flags = heapFlagsFor([]);
  expect(flags).toHaveLength(3);
  const words = ["start", "--port", "0"];
  const { began, said, stderr } = await run(words, ["--stack-trace-limit=20"]);
  expect(began).toEqual([true, true]);
  expect(said).toEqual([[...flags, "--stack-trace-limit=20"], words, "kept"]);
  expect(stderr).toBe("");
  expect((await run(["--port", "0"])).said).toEqual([flags, ["--port", "0"], "kept"]);
});

test("no other command does", async () => {
  expect(await run(["import", "products", "x.csv"])).toMatchObject({
    began: [true],
    said: [[], ["import", "products", "x.csv"], "kept"],
  });
});

test("what whoever starts it has set stays as it is", async () => {
  const [, old, growth] = heapFlagsFor([]);
  const { said } = await run(["start"], ["--max-semi-space-size=8"]);
  expect(said).toEqual([[old, growth, "--max-semi-space-size=8"], ["start"], "kept"]);
  const byEnvironment = await run(["start"], [], "--max_semi_space_size=8");
  expect(byEnvironment.said).toEqual([[old, growth], ["start"], "kept"]);
});

test("who holds a channel to it keeps it", async () => {
  const child = fork(program(), ["start"], {
    execArgv: [],
    silent: true,
    env: { ...env, NOTE: "kept" },
  });
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  await Promise.all([once(child, "disconnect"), once(child, "close")]);
  const [id, said] = output.trim().split("\n");
  expect(Number(id)).toBe(child.pid);
  expect(JSON.parse(said ?? "")).toEqual([[], ["start"], "kept"]);
});
