import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { finish, startChild, stopAll } from "./children.ts";
import { familyOf, memoryOf } from "./processes.ts";

const script = (text: string): string => {
  const folder = mkdtempSync(join(tmpdir(), "wares-bench-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "script.mjs");
  writeFileSync(path, text);
  return path;
};

/** Starts a child of its own, and says its number. */
const parent = `
  import { spawn } from "node:child_process";
  const child = spawn("sleep", ["60"], { stdio: "ignore" });
  console.log(child.pid);
  setInterval(() => {}, 1000);
  if (process.argv[2] === "stubborn") process.on("SIGTERM", () => { setTimeout(process.exit, 300); });
`;

test("a stopped child leaves nothing behind, not even what it started", async () => {
  const child = startChild(script(parent), ["stubborn"], {});
  await vi.waitFor(() => expect(child.tail()).toMatch(/\d+/), { timeout: 5_000 });
  const grandchild = Number(child.tail());
  expect(familyOf(child.pid).map(({ pid }) => pid)).toContain(grandchild);
  expect(memoryOf(child.pid).shopMib).toBeGreaterThan(10);

  await stopAll();
  expect(child.hasEnded()).toBe(true);
  await vi.waitFor(() => expect(familyOf(grandchild)).toEqual([]), { timeout: 2_000 });
});

test("a command that ends tells how long it took and its highest memory", async () => {
  const hungry = script(`
    const held = Buffer.alloc(150e6, 1);
    setTimeout(() => console.log("held", held.length), 400);
  `);
  const { seconds, peakMib, said } = await finish(startChild(hungry, [], {}), 20);
  expect(said.trim()).toBe("held 150000000");
  expect(seconds).toBeGreaterThan(0.4);
  expect(peakMib).toBeGreaterThan(150);
});

test("a command that fails or does not end is an error with its last words", async () => {
  const failing = script(`console.error("no such file"); process.exitCode = 3;`);
  await expect(finish(startChild(failing, [], {}), 20)).rejects.toThrow(
    /ended with 3:\nno such file/,
  );
  const endless = script(`console.log("waiting"); setInterval(() => {}, 1000);`);
  await expect(finish(startChild(endless, [], {}), 0.5)).rejects.toThrow(/within 0.5 s:\nwaiting/);
});

test("a child sees none of the user's settings", async () => {
  vi.stubEnv("DATABASE_URL", "postgres://precious/shop");
  onTestFinished(() => void vi.unstubAllEnvs());
  const told = script(`console.log(process.env.DATABASE_URL, process.env.WARES_FOLDER);`);
  const { said } = await finish(startChild(told, [], { WARES_FOLDER: "/here" }), 20);
  expect(said.trim()).toBe("undefined /here");
});

test("the shop is started with the heap it has when a user starts it", async () => {
  const told = script(`console.log(process.execArgv.join(" "));`);
  const { said } = await finish(startChild(told, ["start"], {}), 20);
  expect(said.trim()).toMatch(/^--max-semi-space-size=\d+ --initial-old-space-size=\d+ /);
  expect((await finish(startChild(told, ["import"], {}), 20)).said.trim()).toBe("");
});
