import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { families } from "./families.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { readManifest, shopFolder } from "./manifest.ts";
import { allPictures, shownForms } from "./pictures.ts";
import { asVariant, lathe, mattePaint, scene, tone } from "./studio.ts";

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

/** The studio keeps one exposure; a scene that comes back after another must not get the other's light. */
test("the same scene drawn twice is the same picture, whatever was drawn between", () => {
  const ball = (radius: number) =>
    scene(() => ({
      camera: { target: [0, 0.5, 0], height: 4 },
      layers: [
        {
          parts: [
            {
              form: lathe([
                [0.001, 0],
                [radius, 0.5, 0.4],
                [0.001, 1],
              ]),
              material: mattePaint,
              ink: asVariant,
              grid: 20,
            },
          ],
        },
      ],
    }));
  const [small, large] = [ball(0.4), ball(0.6)];
  const picture = { tone: tone("any", 0.6, 0.1, 40), view: "front" } as const;
  const first = small(picture);
  expect(large(picture)).not.toBe(first);
  expect(small(picture)).toBe(first);
}, 60_000);
