import type { Browser, Page } from "playwright-core";

/** Does what scripts add to the pages: drawer, steppers, filters without a button, settings, an account. Throws where one breaks. */
export const useWithScripts = async (browser: Browser, base: string) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  const arrive = async (path: string) => {
    await page.goto(base + path);
    await page.waitForFunction(() => "__reactRouterDataRouter" in globalThis);
    await page.waitForTimeout(400);
  };
  await arrive("/");
  await agree(page);
  await filterAndChoose(page);
  await changeCart(page);
  await checkout(page);
  await arrive("/p/skerry-mug");
  await settings(page);
  await arrive("/sign-in");
  await account(page);
  await context.close();
  if (errors.length > 0) throw new Error(errors.join("\n"));
};

const agree = async (page: Page) => {
  await page.click(".consent button[value=yes]");
  await page.waitForSelector(".consent", { state: "detached" });
};

const filterAndChoose = async (page: Page) => {
  await page.click('.families a[href="/c/ceramics"]');
  await page.waitForURL("**/c/ceramics");
  await page.click('#filters label:has-text("Moss")');
  await page.waitForURL(/attribute=Colour%3AMoss/);
  await page.click('.chip:has-text("Moss")');
  await page.waitForFunction(() => !location.search.includes("attribute"));
  await page.click('.card-link:has-text("Skerry mug")');
  await page.waitForURL("**/p/skerry-mug");
  await page.click('.choice:has-text("Ink")');
  await page.waitForURL(/INK-350/);
  await page.locator('.live:has-text("in Ink, 350 ml")').waitFor();
};

const changeCart = async (page: Page) => {
  await page.click("#add-to-cart");
  const drawer = page.locator(".drawer[open]");
  await drawer.locator('.line-item:has-text("Ink, 350 ml")').waitFor();
  await drawer.locator('button[aria-label="One more"]').click();
  await drawer.locator('.drawer-foot:has-text("$56.00")').waitFor();
  await page.locator('.cart-count:text("2")').waitFor({ state: "attached" });
  await drawer.locator('.text-button:has-text("Take out")').click();
  await drawer.locator("text=Your cart is empty.").waitFor();
  await page.keyboard.press("Escape");
  await page.waitForSelector(".drawer[open]", { state: "detached" });
};

const checkout = async (page: Page) => {
  await page.click("#add-to-cart");
  await page.click(".drawer-foot .button.main");
  await page.fill("#field-email", "maya.lindqvist@example.com");
  await page.selectOption("#field-country", "DE");
  await page.check('input[value="air"]');
  await page.locator('.summary.desk .total:has-text("$46.00")').waitFor();
  // What was typed is still there after the sums came anew.
  await page.locator("#field-email:valid").waitFor();
  await page.fill("#field-firstName", "Maya");
  await page.fill("#field-lastName", "Lindqvist");
  await page.fill("#field-addressLine1", "Torstraße 1");
  await page.fill("#field-city", "Berlin");
  await page.fill("#field-postalCode", "10119");
  await page.click(".summary.desk summary");
  await page.fill("#code", "WELCOME10");
  await page.click(".summary.desk .inline-form .button");
  await page.locator('.summary.desk .total:has-text("$43.20")').waitFor();
  await page.click("button[value=continue]");
  await page.locator('button[value=pay]:has-text("Pay $43.20")').dblclick();
  await page.waitForURL(/\/orders\//);
  await page.locator('h1:has-text("Paid.")').waitFor();
  const order = page.url();
  await page.goBack();
  await page.waitForURL(order);
};

const settings = async (page: Page) => {
  await page.click(".settings-button");
  await page.selectOption("#set-language", "zh");
  await page.selectOption("#set-currency", "EUR");
  await page.click('#settings label:has-text("Dark")');
  await page.click("#settings .button");
  await page.waitForURL("**/zh/p/skerry-mug**");
  await page.locator('html[data-theme="dark"][lang="zh-Hans"]').waitFor();
  await page.locator('.price-now:has-text("€")').waitFor();
};

const account = async (page: Page) => {
  await page.fill("#field-email", "maya.lindqvist@example.com");
  await page.fill("#field-password", "not it");
  await page.click("main .button.main");
  await page.locator(".notice.error").waitFor();
  await page.fill("#field-password", "a sentence to sign in with");
  await page.click("main .button.main");
  await page.waitForURL("**/account");
  await page.click('.tabs a[href="/account/profile"]');
  await page.fill("#field-firstName", "Maja");
  await page.click("main .button.main");
  await page.locator('.notice:has-text("Saved.")').waitFor();
  await page.click('.tabs a[href="/account/addresses"]');
  await page.click('main a[href$="edit=new"]');
  await page.fill("#field-firstName", "Maja");
  await page.fill("#field-lastName", "Lindqvist");
  await page.fill("#field-addressLine1", "1420 SW Park Avenue");
  await page.fill("#field-city", "Portland");
  await page.selectOption("#field-country", "US");
  await page.fill("#field-postalCode", "97205");
  await page.click("main .button.main");
  await page.locator('.card-box:has-text("97205")').first().waitFor();
  await page.click('.text-button:has-text("Sign out")');
  // At the door counts what was chosen before.
  await page.waitForURL("**/zh");
  await page.locator('a[aria-label="登录"]').waitFor();
};
