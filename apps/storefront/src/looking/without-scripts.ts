import type { Browser } from "playwright-core";

/** Browses, filters, buys and pays with scripts switched off, as the pages promise. Throws where they break it. */
export const buyWithoutScripts = async (browser: Browser, base: string, language: "" | "/zh") => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  page.setDefaultTimeout(5_000);
  await page.goto(`${base}${language}/c/ceramics`);
  const boxes = page.locator('#filters input[name="brand"]');
  await boxes.first().check();
  await page.click("#filters noscript button, #filters .button.wide");
  await page.waitForURL(/brand=/);
  await page.click(".card-link >> nth=0");
  await page.click(".choice.swatch >> nth=1");
  await page.waitForURL(/sku=/);
  await page.click("#add-to-cart");
  await page.waitForURL(/\/cart$/);
  await page.click(`a[href="${language}/checkout"]`);
  await page.fill("#field-email", "maya.lindqvist@example.com");
  await page.fill("#field-firstName", "Maya");
  await page.fill("#field-lastName", "Lindqvist");
  await page.fill("#field-addressLine1", "1420 SW Park Avenue");
  await page.fill("#field-city", "Portland");
  await page.fill("#field-postalCode", "not a code");
  await page.click("button[value=continue]");
  await page.locator("#field-postalCode-error").waitFor();
  await page.fill("#field-postalCode", language === "/zh" ? "200040" : "97205");
  await page.click("button[value=continue]");
  await page.click("button[value=pay]");
  await page.waitForURL(/\/orders\//);
  // The page looks again by itself, without scripts too.
  await page.locator(".timeline li:has(time) >> nth=1").waitFor({ timeout: 10_000 });
  const paid = await page.locator("h1").innerText();
  await page.goto(`${base}${language}/checkout`);
  if (!page.url().includes("/orders/"))
    throw new Error("after paying, checkout offers to buy again");
  await context.close();
  return paid;
};
