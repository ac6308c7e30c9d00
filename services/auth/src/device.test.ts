import { expect, test } from "vitest";
import { deviceOf } from "./device.ts";

test.for([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0",
    "Firefox on Windows",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Linux"],
  ["Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"],
  ["curl/8", "An app"],
  ["<script>alert(1)</script>\n".repeat(1_000), "An app"],
  [undefined, "An app"],
] as const)("%s", ([agent, device]) => expect(deviceOf(agent)).toBe(device));
