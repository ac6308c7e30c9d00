#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { isModern } from "../scripts/modern-node.mjs";

if (isModern(fileURLToPath(import.meta.url))) await import("../apps/cli/src/main.ts");
