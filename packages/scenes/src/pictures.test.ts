import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { families } from "./families.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { readManifest, shopFolder } from "./manifest.ts";
import { allPictures, shownForms } from "./pictures.ts";

const files = readdirSync(shopFolder).filter((name) => name.endsWith(".avif"));

test("no two pictures share a name, and every form has its scene in a file of its name", () => {
  const names = allPictures().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const homeless = families.filter(
    ({ name }) => !existsSync(join(import.meta.dirname, `${name}.ts`)),
  );
  expect(homeless.map(({ name }) => name)).toEqual([]);
});

test("a fingerprint follows the tone, the view and the scene, and nothing else", () => {
  const prints = allPictures().map(fingerprintOf);
  expect(new Set(prints).size).toBe(prints.length);
  const [first] = allPictures();
  expect(first && fingerprintOf({ ...first, name: "another-name" })).toBe(prints[0]);
});

test("the demo shop is told of exactly the forms that are drawn", () => {
  const told: unknown = JSON.parse(readFileSync(join(shopFolder, "forms.json"), "utf8"));
  expect(told).toEqual(shownForms());
});

test("every picture is accounted for, and all together stay small", async () => {
  const manifest = await readManifest();
  expect(files.map((name) => name.replace(".avif", "")).toSorted()).toEqual(Object.keys(manifest));
  const bytes = files.reduce((sum, name) => sum + statSync(join(shopFolder, name)).size, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(15 * 1024 ** 2);
});

/** Drawing is a pure function: without it, no picture could be trusted to come from its source. */
test("the same scene drawn twice is the same picture", () => {
  const form = families.find(({ name }) => name === "floor-lamp");
  const draw = () => form?.draw({ tone: form.tones[0]!, view: "front" });
  const first = draw();
  // Another scene in between: the studio keeps only one exposure.
  const other = families.find(({ name }) => name === "pendant-lamp");
  other?.draw({ tone: other.tones[0]!, view: "front" });
  expect(draw()).toBe(first);
  expect(first?.startsWith("<svg")).toBe(true);
}, 60_000);
