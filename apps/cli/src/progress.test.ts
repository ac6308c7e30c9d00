import { expect, test } from "vitest";
import { line, progressOn } from "./progress.ts";

const half = { label: "Products", noun: "products", done: 50, total: 100, elapsedMs: 2_000 };

test("tells share, count, rate and time left", () => {
  expect(line(half)).toBe(
    "Products ██████████░░░░░░░░░░ 50 % · 50 of 100 products · 25/s · 2 s left",
  );
});

test("takes the share from the bytes where the number of rows is not known", () => {
  const bytes = { label: "Orders", noun: "rows", done: 1_000, share: 0.25, elapsedMs: 60_000 };
  expect(line(bytes)).toBe("Orders █████░░░░░░░░░░░░░░░ 25 % · 1,000 rows · 17/s · 3 min left");
});

test("promises nothing it cannot know", () => {
  expect(line({ ...half, elapsedMs: 100 })).not.toMatch(/left|\/s/);
  expect(line({ label: "Rows", noun: "rows", done: 7, elapsedMs: 9_000 })).toBe(
    "Rows … · 7 rows · 1/s",
  );
  expect(line({ ...half, done: 300 })).toContain("100 %");
  expect(line({ ...half, done: 0 })).not.toMatch(/NaN|Infinity/);
});

const drawn = (isTTY: boolean) => {
  const written: string[] = [];
  let now = 0;
  const progress = progressOn(
    { isTTY, columns: 40, write: (text) => written.push(text) },
    () => now,
  )("Rows", "rows");
  for (; now < 1_000; now += 5) progress.at({ done: now, total: 1_000 });
  progress.end({ done: 1_000, total: 1_000 });
  return written;
};

test("redraws at most ten times a second and never wraps", () => {
  const written = drawn(true);
  expect(written.length).toBe(11);
  expect(written.every((text) => text.length < 40 + 6)).toBe(true);
  expect(written.at(-1)).toBe("\r\u001b[2KRows · 1,000 rows · 1.0 s\n");
});

test("leaves one line in a log file", () => {
  expect(drawn(false)).toEqual(["Rows · 1,000 rows · 1.0 s\n"]);
});
