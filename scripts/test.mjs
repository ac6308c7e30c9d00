// npm test: stops at the first stage that fails, and says which.
import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readdirSync, rmSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { ensureBrowser } from "./browser.mjs";
import { isModern } from "./modern-node.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const say = (line) => process.stdout.write(`${line}\n`);
const seconds = (begin) => `${((performance.now() - begin) / 1000).toFixed(1)} s`;

const env = {
  ...process.env,
  PATH: [`${root}node_modules/.bin`, process.env.PATH].join(delimiter),
};

const run = (program, ...words) => {
  const { status, signal, error } = spawnSync(program, words, { cwd: root, env, stdio: "inherit" });
  if (error) say(error.message);
  return status ?? (signal ? 130 : 1);
};

const gibibyte = 2 ** 30;

// Databases of a test live for seconds. In memory all of those on PostgreSQL take 50 s, on a disk 130.
const inMemory = "/dev/shm";
const hasRoom = () => {
  if (!existsSync(inMemory)) return false;
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize > 4 * gibibyte && freemem() > 6 * gibibyte;
};

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
};

/** What runs before this one left that were cut off: it would stay in memory. */
const clear = (parent) => {
  for (const name of readdirSync(parent)) {
    const [, pid] = /^w-(\d+)-/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true });
  }
};

/** Whatever tests leave in the temporary folder goes with it. */
const inFolderOfOurs = (work) => {
  // Before anybody asks for room: it may be what takes it.
  for (const place of [inMemory, tmpdir()]) if (existsSync(place)) clear(place);
  const parent = hasRoom() ? inMemory : tmpdir();
  // Short: the path of a database's socket has 107 bytes at most, and folders of tests are long enough.
  const folder = mkdtempSync(join(parent, `w-${process.pid}-`));
  env.TMPDIR = folder;
  try {
    return work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const vitest = (projects) => () => run("vitest", "run", `--project=${projects}`);

const hasJourneys = () => existsSync(`${root}tests/journeys`);

const journeys = () => {
  const { path, why } = ensureBrowser(say);
  if (path) {
    env.CHROMIUM_PATH = path;
    return vitest("journeys*")();
  }
  say(`LEFT OUT: the browser journeys, because ${why}.`);
  // A green build that tested no page would be a lie.
  return env.CI === "true" ? 1 : undefined;
};

/** @type {[name: string, stage: () => number | undefined][]} */
const stages = [
  ["Types", () => run("npm", "run", "--silent", "types")],
  ["Lint", () => run("npm", "run", "--silent", "lint")],
  ["Format", () => run("npm", "run", "--silent", "format:check")],
  ["Tests without a database", vitest("pure")],
  ["Tests on PostgreSQL", vitest("db")],
  ...(hasJourneys() ? [["Journeys in a browser", journeys]] : []),
];

const runAll = () => {
  const begin = performance.now();
  const lines = [];
  for (const [name, stage] of stages) {
    say(`\n== ${name}`);
    const stageBegin = performance.now();
    const code = stage();
    const verdict = code === undefined ? "left out" : code === 0 ? "passed" : "FAILED";
    lines.push(`${verdict.padEnd(9)}${seconds(stageBegin).padStart(8)}  ${name}`);
    if (code) {
      say(`\n${lines.join("\n")}\nFailed at: ${name} (${seconds(begin)})`);
      return code;
    }
  }
  const files = globSync("{packages,services,apps,bench,tests}/**/*.test.{ts,tsx}", {
    cwd: root,
    exclude: (path) => /(^|\/)node_modules$/.test(path),
  });
  say(`\n${lines.join("\n")}\nAll passed: ${files.length} test files in ${seconds(begin)}`);
  return 0;
};

if (isModern(fileURLToPath(import.meta.url))) process.exitCode = inFolderOfOurs(runAll);
