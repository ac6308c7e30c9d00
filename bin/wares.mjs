#!/usr/bin/env node
import process from "node:process";
import { fileURLToPath } from "node:url";
import { takeHeapFlags } from "../scripts/heap.mjs";
import { isModern } from "../scripts/modern-node.mjs";

// Set before anything is imported: React is a development build, several times slower, unless told so.
process.env.NODE_ENV ??= "production";

const script = fileURLToPath(import.meta.url);
if (isModern(script)) {
  takeHeapFlags(script);
  await import("../apps/cli/src/main.ts");
}
