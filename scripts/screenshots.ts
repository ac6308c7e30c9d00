// npm run screenshots -- [--readme] [part of a face's name]
// Opens a shop of its own, walks past every face of it in both languages, and keeps what it saw in .wares/screenshots.
// With --readme it also puts the README's picture together anew, in docs/wares.webp.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { backOfficeStops, emptyOfficeStops } from "../tests/journeys/browser/back-office-stops.ts";
import { type Language, newVisitor, openBrowser } from "../tests/journeys/browser/browser.ts";
import { openEmptyShop } from "../tests/journeys/browser/empty-shop.ts";
import { buy, paidTitle, plentifulMug, untilTitle } from "../tests/journeys/browser/shopping.ts";
import { newStaff } from "../tests/journeys/browser/staff.ts";
import { emptyShopStops, storefrontStops } from "../tests/journeys/browser/storefront-stops.ts";
import { openShopProcess } from "../tests/journeys/shop-process.ts";
import { composeReadmePicture } from "./screenshots-readme.ts";
import { writeContactSheet } from "./screenshots-sheet.ts";
import { type Shot, shoot } from "./screenshots-shoot.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, ".wares/screenshots");
const { values, positionals } = parseArgs({
  options: { readme: { type: "boolean", default: false } },
  allowPositionals: true,
});
const [wanted = ""] = positionals;
if (values.readme && wanted) throw new Error("The README's picture needs every face: name none.");
const say = (line: string) => process.stdout.write(`${line}\n`);

type Shop = Readonly<{ url: string; hint: { email: string; password: string } }>;

const walk = async (browser: Browser, shop: Shop, language: Language) => {
  const { hint } = shop;
  // The name it has in its own mails.
  const url = shop.url.replace("127.0.0.1", "localhost");
  const shots: Shot[] = [];
  const staff = await newStaff({ url, ...hint });
  const shopper = await newVisitor(browser, url, { language });
  const keep = async (page: typeof shopper.page, stop: { name: string; isOverlay?: boolean }) => {
    if (!stop.name.includes(wanted)) return;
    shots.push(...(await shoot(page, stop, language, folder)));
    say(`${language} ${stop.name}`);
  };
  for await (const stop of storefrontStops(shopper, staff)) await keep(shopper.page, stop);
  const cancelledId = await buy(shopper, plentifulMug, "tok_declined");
  await shopper.page.click("button[value=cancel]");
  await shopper.page.waitForSelector("button[value=cancel]", { state: "detached" });
  const orderId = await buy(shopper, plentifulMug, "tok_mastercard");
  await untilTitle(shopper, paidTitle[language]);
  const clerk = await newVisitor(browser, url, { language });
  const stops = backOfficeStops(clerk, hint, orderId, cancelledId);
  for await (const stop of stops) await keep(clerk.page, stop);
  for (const problem of [...shopper.problems, ...clerk.problems]) say(`  ${problem}`);
  await Promise.all([shopper.context.close(), clerk.context.close()]);
  return shots;
};

/** A shop of its own, as it is before the first thing stands on a shelf. */
const walkEmptyShop = async (browser: Browser, language: Language, url: string) => {
  const shopper = await newVisitor(browser, url.replace("127.0.0.1", "localhost"), { language });
  const shots: Shot[] = [];
  for await (const stop of emptyShopStops(shopper)) {
    if (!stop.name.includes(wanted)) continue;
    shots.push(...(await shoot(shopper.page, stop, language, folder)));
    say(`${language} ${stop.name}`);
  }
  for (const problem of shopper.problems) say(`  ${problem}`);
  await shopper.context.close();
  return shots;
};

/** The back office of a shop that has just been opened. */
const walkFirstDay = async (browser: Browser, shop: Shop, language: Language) => {
  const url = shop.url.replace("127.0.0.1", "localhost");
  const owner = await newVisitor(browser, url, { language });
  const shots: Shot[] = [];
  for await (const stop of emptyOfficeStops(owner, shop.hint)) {
    if (!stop.name.includes(wanted)) continue;
    shots.push(...(await shoot(owner.page, stop, language, folder)));
    say(`${language} ${stop.name}`);
  }
  await owner.context.close();
  return shots;
};

if (!wanted) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
say("Opening a shop …");
// The first one builds the pages.
const shop = await openShopProcess();
const [emptyShop, browser] = await Promise.all([openEmptyShop(), openBrowser()]);
try {
  const begin = performance.now();
  // One after the other: keys go to the one page that has the focus.
  const walks = [await walk(browser, shop, "en"), await walk(browser, shop, "zh")];
  for (const language of ["en", "zh"] as const) {
    walks.push(await walkEmptyShop(browser, language, emptyShop.url));
    walks.push(await walkFirstDay(browser, emptyShop, language));
  }
  const shots = walks.flat();
  writeContactSheet(folder, shots);
  if (values.readme) await composeReadmePicture(folder, join(root, "docs/wares.webp"));
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  say(`${shots.length} pictures in ${seconds} s: ${join(folder, "index.html")}`);
} finally {
  await browser.close();
  await Promise.all([shop.close(), emptyShop.close()]);
}
