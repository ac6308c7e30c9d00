// npm run screenshots -- [--readme] [part of a face's name]
// Opens a shop of its own, walks past every face of it in both languages, and keeps what it saw in .wares/screenshots.
// With --readme it also puts the README's picture together anew, in docs/wares.webp.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { backOfficeStops, emptyOfficeStops } from "../tests/journeys/browser/back-office-stops.ts";
import {
  type Language,
  newVisitor,
  openBrowser,
  type Visitor,
} from "../tests/journeys/browser/browser.ts";
import { openEmptyShop } from "../tests/journeys/browser/empty-shop.ts";
import {
  flashSaleOfficeStops,
  flashSaleStops,
} from "../tests/journeys/browser/flash-sale-stops.ts";
import { buy, paidTitle, plentifulMug, untilTitle } from "../tests/journeys/browser/shopping.ts";
import { newStaff } from "../tests/journeys/browser/staff.ts";
import {
  emptyShopStops,
  type Stops,
  storefrontStops,
} from "../tests/journeys/browser/storefront-stops.ts";
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

// The name a shop has in its own mails.
const nameOf = ({ url }: Shop) => url.replace("127.0.0.1", "localhost");

const shootAll = async ({ page }: Visitor, stops: Stops, language: Language) => {
  const shots: Shot[] = [];
  for await (const stop of stops) {
    if (!stop.name.includes(wanted)) continue;
    shots.push(...(await shoot(page, stop, language, folder)));
    say(`${language} ${stop.name}`);
  }
  return shots;
};

const leave = async (visitors: readonly Visitor[]) => {
  for (const problem of visitors.flatMap(({ problems }) => problems)) say(`  ${problem}`);
  await Promise.all(visitors.map(({ context }) => context.close()));
};

const walk = async (browser: Browser, shop: Shop, language: Language) => {
  const { hint } = shop;
  const url = nameOf(shop);
  const staff = await newStaff({ url, ...hint });
  const shopper = await newVisitor(browser, url, { language });
  const front = await shootAll(shopper, storefrontStops(shopper, staff), language);
  const cancelledId = await buy(shopper, plentifulMug, "tok_declined");
  await shopper.page.click("button[value=cancel]");
  await shopper.page.waitForSelector("button[value=cancel]", { state: "detached" });
  const orderId = await buy(shopper, plentifulMug, "tok_mastercard");
  await untilTitle(shopper, paidTitle[language]);
  const clerk = await newVisitor(browser, url, { language });
  const stops = backOfficeStops(clerk, hint, orderId, cancelledId);
  const office = await shootAll(clerk, stops, language);
  const buyer = await newVisitor(browser, url, { language });
  const sale = await shootAll(buyer, flashSaleStops(buyer, staff), language);
  const saleOffice = await shootAll(clerk, flashSaleOfficeStops(clerk, staff), language);
  await leave([shopper, clerk, buyer]);
  return [...front, ...office, ...sale, ...saleOffice];
};

/** A shop before the first thing stands on a shelf: what shoppers see of it, and its owner. */
const walkFirstDay = async (browser: Browser, shop: Shop, language: Language) => {
  const shopper = await newVisitor(browser, nameOf(shop), { language });
  const front = await shootAll(shopper, emptyShopStops(shopper), language);
  const owner = await newVisitor(browser, nameOf(shop), { language });
  const office = await shootAll(owner, emptyOfficeStops(owner, shop.hint), language);
  await leave([shopper, owner]);
  return [...front, ...office];
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
  for (const language of ["en", "zh"] as const)
    walks.push(await walkFirstDay(browser, emptyShop, language));
  const shots = walks.flat();
  writeContactSheet(folder, shots);
  if (values.readme) await composeReadmePicture(folder, join(root, "docs/wares.webp"));
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  say(`${shots.length} pictures in ${seconds} s: ${join(folder, "index.html")}`);
} finally {
  await browser.close();
  await Promise.all([shop.close(), emptyShop.close()]);
}
