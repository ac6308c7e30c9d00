import { chmodSync, mkdtempDisposableSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { judgeEvents } from "./database.checks.ts";
import { broken, exitCodeOfFindings, findingLines, missing, well } from "./finding.ts";
import {
  checkBinaries,
  checkBrowser,
  checkFolder,
  checkNode,
  checkPages,
  checkSecret,
} from "./machine.checks.ts";

test("says what is well, what is not and what to do, one line each", () => {
  const findings = [
    well("Node", "24.1.0"),
    broken("Database", "does not answer", "Start it"),
    missing("Browser", "none", "Install one"),
  ];
  expect(findingLines(findings)).toEqual([
    "✓ Node      24.1.0",
    "✗ Database  does not answer → Start it",
    "– Browser   none → Install one",
  ]);
  expect(exitCodeOfFindings(findings)).toBe(1);
  expect(exitCodeOfFindings(findings.filter(({ state }) => state !== "Broken"))).toBe(0);
});

test("Node is old or new enough", () => {
  expect(checkNode("24.0.0").state).toBe("Well");
  expect(checkNode("22.20.1").state).toBe("Broken");
});

test("a secret is long, and not one letter many times; it is never printed", () => {
  expect(checkSecret(undefined).state).toBe("Broken");
  expect(checkSecret("short").text).toBe("is 5 characters long");
  expect(checkSecret("a".repeat(64)).text).toBe("repeats itself");
  const secret = "tGx0mV4b9Kq2Zr7Yw1Hn5Jc8Lp3Sd6Fa";
  expect(checkSecret(secret)).toMatchObject({ state: "Well" });
  expect(JSON.stringify(checkSecret(secret))).not.toContain(secret);
});

test("binaries are for this machine, or none are needed", () => {
  expect(checkBinaries("plan9", "vax", true)).toMatchObject({ state: "Broken" });
  expect(checkBinaries("plan9", "vax", false)).toMatchObject({ state: "Well" });
});

test("a folder that is not there yet is judged by the one above it", () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), "wares-doctor-"));
  expect(checkFolder(join(folder.path, "not", "yet"))).toMatchObject({ state: "Well" });
  writeFileSync(join(folder.path, "file"), "");
  expect(checkFolder(join(folder.path, "file", "below"))).toMatchObject({ state: "Broken" });
});

test("pages and a browser are there or not", () => {
  using folder = mkdtempDisposableSync(join(tmpdir(), "wares-doctor-"));
  const file = join(folder.path, "chromium");
  const pages = [{ name: "storefront", file }];
  expect(checkPages(pages)).toMatchObject({ state: "Broken", text: "storefront not built" });
  expect(checkBrowser(folder.path).state).toBe("Missing");
  writeFileSync(file, "");
  chmodSync(file, 0o755);
  expect(checkPages(pages).state).toBe("Well");
  expect(checkBrowser(folder.path)).toMatchObject({ state: "Well", text: file });
  expect(checkBrowser(folder.path, "/nowhere/chrome").state).toBe("Missing");
});

test("readers may be a moment behind, and not a minute", () => {
  const now = new Date("2026-03-01T12:00:00Z");
  const behind = (oldestAt: string) => [{ consumer: "search", count: 3, oldestAt }];
  expect(judgeEvents(behind("2026-03-01T11:59:30Z"), now).text).toBe(
    "1 readers, 3 events on their way",
  );
  expect(judgeEvents(behind("2026-03-01T11:00:00Z"), now)).toMatchObject({
    state: "Broken",
    text: "unread search: 3, oldest 60 min",
  });
  expect(judgeEvents([{ consumer: "carts", count: 0 }], now).state).toBe("Well");
});
