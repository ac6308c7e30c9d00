import { expect, test } from "vitest";
import type { Language } from "./browser.ts";
import { fillIn, newEmail, paidTitle, plentifulMug, untilTitle } from "./shopping.ts";
import { visiting } from "./visiting.ts";

// With less than most have: no scripts, or no mouse.

const visit = visiting();

test.each<Language>(["en", "zh"])("buy without scripts: in %s", async (language) => {
  const shopper = await visit({ language, hasScripts: false });
  const { page, go, at } = shopper;
  await go("/c/ceramics");
  await page.locator('#filters input[name="brand"]').first().check();
  await page.click("#filters noscript button");
  await page.waitForURL(/brand=/);
  await go(plentifulMug);
  await page.click("#add-to-cart");
  await page.waitForURL(/\/cart$/);
  await page.click(`a[href="${at("/checkout")}"]`);
  await page.click("button[value=continue]");
  await page.locator("#field-postalCode-error").waitFor();
  await fillIn(shopper, newEmail());
  await page.click("button[value=continue]");
  await page.click("button[value=pay]");
  await page.waitForURL(/\/orders\//);
  // The page looks again by itself, without scripts too.
  await untilTitle(shopper, paidTitle[language]);
  await go("/checkout");
  expect(page.url()).toContain("/orders/");
});

test("buy with the keyboard alone", async () => {
  const shopper = await visit();
  const { page, go } = shopper;
  const press = (key: string) => page.keyboard.press(key);
  /** Moves on until what has the focus matches; a page that traps or skips fails here. */
  const tabTo = async (selector: string) => {
    for (let presses = 0; presses < 80; presses++) {
      await press("Tab");
      if (
        await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)
      )
        return;
    }
    throw new Error(`Tab never came to ${selector}`);
  };
  await go("/");
  await press("/");
  await page.keyboard.type("skerry");
  await page.locator(".answer").first().waitFor();
  await press("Enter");
  await page.waitForURL(/\/(search|p\/)/);
  if (!page.url().includes("/p/")) {
    // The list is still on its way where the address has changed already.
    await page.waitForSelector(".card-link");
    await tabTo(".card-link");
    await press("Enter");
    await page.waitForURL("**/p/**");
  }
  await tabTo("#add-to-cart");
  await press("Enter");
  await page.waitForSelector(".drawer[open] .line-item .name");
  await tabTo(".drawer-foot .button.main");
  await press("Enter");
  await page.waitForSelector("#field-email");
  for (const [field, text] of [
    ["email", newEmail()],
    ["firstName", "Maya"],
    ["lastName", "Lindqvist"],
    ["addressLine1", "1420 SW Park Avenue"],
    ["city", "Portland"],
    ["state", "Oregon"],
    ["postalCode", "97205"],
  ] as const) {
    await tabTo(`#field-${field}`);
    await page.keyboard.type(text);
  }
  await tabTo("button[value=continue]");
  await press("Enter");
  await page.waitForSelector("button[value=pay]");
  await tabTo("input[name=token]");
  await tabTo("button[value=pay]");
  await press("Enter");
  await untilTitle(shopper, paidTitle.en);
});
