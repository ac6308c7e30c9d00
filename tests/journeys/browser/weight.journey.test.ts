import { expect, test } from "vitest";
import { phone } from "./browser.ts";
import { countShifts, weighing } from "./inspection.ts";
import { mug } from "./shopping.ts";
import { visiting } from "./visiting.ts";

const visit = visiting();

/**
 * Compressed, measured: React's DOM is 57 kB of it and its router 34 kB; our own pages add 18 (home)
 * to 24 kB (product). The aim is 100: it takes another renderer, not shorter pages.
 */
const scriptKilobytesMost = 118;

test.each([
  ["home", "/"],
  ["listing", "/c/ceramics"],
  ["search", "/search?q=mug"],
  ["product", mug],
  ["cart", "/cart"],
])("%s is light, and stands still while it comes", async (_name, path) => {
  const { page, go, problems } = await visit({ view: phone });
  const weigh = weighing(page);
  await page.addInitScript(countShifts);
  await go(path);
  await page.waitForTimeout(1_000);
  const { script, styles } = await weigh();
  expect(problems).toEqual([]);
  expect(styles, "kB of styles").toBeLessThanOrEqual(30);
  expect(script, "kB of script").toBeLessThanOrEqual(scriptKilobytesMost);
  expect(await page.evaluate<number>("globalThis.shifted")).toBeLessThanOrEqual(0.01);
});
