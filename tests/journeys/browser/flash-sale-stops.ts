import { awakeBackOffice, type Visitor } from "./browser.ts";
import { add, fillIn, newEmail, payWith, untilTitle, paidTitle } from "./shopping.ts";
import type { Staff } from "./staff.ts";
import type { Stop } from "./storefront-stops.ts";

const looksMax = 40;

type Stops = AsyncGenerator<Stop, void, void>;

const lamp = "/p/halden-desk-lamp?sku=HALDEN-DESK-LAMP-OAT";
const sold = {
  sku: "HALDEN-DESK-LAMP-OAT",
  name: { en: "Lamps for the dark days", zh: "长夜灯会" },
};

/** Leads one visitor through a flash sale: before it, waiting, inside, and too late. */
export async function* flashSaleStops(visitor: Visitor, staff: Staff): Stops {
  const { page, go } = visitor;
  const saleId = await staff.scheduleSale({ ...sold, quantity: 3, startsInMs: 45_000, limit: 3 });
  // Pages read the open sales a few times a second: one that came too early for this is asked again.
  for (let tries = 0; tries < looksMax; tries++) {
    await go(lamp);
    if ((await page.locator(".sale-offer").count()) > 0) break;
    await page.waitForTimeout(250);
  }
  await page.waitForSelector(".sale-offer");
  yield { name: "flash-before" };
  const room = `/sale/${saleId}/wait`;
  await go(room);
  await page.waitForSelector(".wait-story.early");
  yield { name: "flash-waiting-early" };
  await page.locator(".wait-story.admitted").waitFor({ timeout: 90_000 });
  yield { name: "flash-waiting-admitted" };
  await go("/");
  yield { name: "flash-home" };
  await go(lamp);
  yield { name: "flash-running" };
  await page.fill("input[name=quantity]", "3");
  await add(visitor);
  await go("/cart");
  yield { name: "flash-cart" };
  await go("/checkout");
  await fillIn(visitor, newEmail());
  await page.click("button[value=continue]");
  await page.waitForSelector("button[value=pay]");
  yield { name: "flash-checkout" };
  await payWith(visitor, "tok_visa");
  await untilTitle(visitor, paidTitle[visitor.language]);
  await page.context().clearCookies();
  await go(lamp);
  yield { name: "flash-sold-out" };
  await go(room);
  await page.locator(".wait-story.over").waitFor();
  yield { name: "flash-waiting-over" };
  await staff.cancelSale(saleId);
}

/** The same sales from behind the counter. */
export async function* flashSaleOfficeStops({ page }: Visitor, staff: Staff): Stops {
  const go = async (path: string) => {
    await page.goto(`/admin${path}`);
    await awakeBackOffice(page);
  };
  await go("/flash-sales");
  yield { name: "office-flash-sales" };
  await go("/flash-sales/new");
  await page.click("button[type=submit]");
  await page.waitForSelector("[aria-invalid=true]");
  yield { name: "office-flash-sale-new" };
  const terms = { ...sold, quantity: 5, limit: 2 };
  const laterId = await staff.scheduleSale({ ...terms, startsInMs: 3_600_000 });
  await go(`/flash-sales/${laterId}`);
  yield { name: "office-flash-sale-scheduled" };
  await page.locator(".acts .btn.d").click();
  await page.waitForSelector(".dlf");
  yield { name: "office-flash-sale-cancel", isOverlay: true };
  await page.click(".dlf button[type=submit]");
  await page.waitForSelector(".dlf", { state: "detached" });
  const runningId = await staff.scheduleSale({ ...terms, startsInMs: 2_000 });
  await go(`/flash-sales/${runningId}`);
  await page.locator("[data-figure=available]").waitFor({ timeout: 20_000 });
  await page.waitForTimeout(4_000);
  yield { name: "office-flash-sale-live" };
  await staff.cancelSale(runningId);
}
