import { spawn } from "node:child_process";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { watchOthers } from "./machine.ts";
import { processorSecondsOf } from "./processes.ts";

const SPIN = "const end = Date.now() + 700; while (Date.now() < end);";

test("what a child used is counted, and still after it ended", async () => {
  const before = processorSecondsOf(process.pid);
  const child = spawn(process.execPath, ["-e", SPIN]);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await ended;
  expect(processorSecondsOf(process.pid) - before).toBeGreaterThan(0.05);
});

test("our own work is not that of others", async () => {
  const share = watchOthers();
  await pause(300);
  expect(share()).toBeGreaterThanOrEqual(0);
  expect(share()).toBeLessThanOrEqual(105);
});
