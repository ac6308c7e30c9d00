import { expect, test } from "vitest";
import { phone } from "./browser.ts";
import { countShifts, listLost, weighing } from "./inspection.ts";
import { mug } from "./shopping.ts";
import { visiting } from "./visiting.ts";

const visit = visiting();

/**
 * Compressed, measured: home 59, listing, search and cart 61, product 65. Preact and the router are 39 of it,
 * our own pages 18 to 24, the router's manifest 2.
 */
const scriptKilobytesMost = 66;

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
  await page.addInitScript(listLost);
  await go(path);
  await page.waitForTimeout(1_000);
  const { script, styles } = await weigh();
  expect(problems).toEqual([]);
  expect(styles, "kB of styles").toBeLessThanOrEqual(30);
  expect(script, "kB of script").toBeLessThanOrEqual(scriptKilobytesMost);
  expect(await page.evaluate<number>("globalThis.shifted")).toBeLessThanOrEqual(0.01);
  // Preact warns of nothing: a page it does not know again, it draws anew.
  expect(await page.evaluate<string[]>("globalThis.lost")).toEqual([]);
});
