import { expect, test } from "vitest";
import type { Language, Visitor } from "./browser.ts";
import { openAccount } from "./opening-accounts.ts";
import { newEmail, paidTitle, plentifulMug, toPayment, untilTitle } from "./shopping.ts";
import { visiting } from "./visiting.ts";
import { ourShop } from "../our-shop.ts";

const visit = visiting();
const { url } = ourShop();

const toCards = async (shopper: Visitor) => {
  await shopper.go(plentifulMug);
  await toPayment(shopper, newEmail());
};
const pay = async ({ page, language }: Visitor) => {
  await page.click("button[value=pay]");
  await untilTitle({ page } as Visitor, paidTitle[language]);
};

test.each<Language>(["en", "zh"])(
  "a card is kept by who ticks it, offered first, and forgotten at one press: in %s",
  { timeout: 90_000 },
  async (language) => {
    const shopper = await visit({ language });
    const { page, go } = shopper;
    await openAccount(shopper, url);
    await toCards(shopper);
    await page.check("input[name=token][value=tok_webhook_twice]");
    await page.check("input[name=keep]");
    await pay(shopper);

    await go("/account/payment-methods");
    const card = page.locator("main .card-box");
    await card.waitFor();
    expect(await card.innerText()).toContain("American Express");
    expect(await card.innerText()).toContain("0005");

    await toCards(shopper);
    const first = page.locator("input[name=token]").first();
    expect(await first.getAttribute("value")).toMatch(/^saved:/);
    expect(await first.isChecked()).toBe(true);
    // What is kept has its own way of paying, and is kept already.
    expect(
      await page.locator("input[name=keep], #field-method").locator("visible=true").count(),
    ).toBe(0);
    await pay(shopper);
    await page.locator("dd", { hasText: "0005" }).waitFor();

    await go("/account/payment-methods");
    expect(await card.count()).toBe(1);
    await card.locator("button.danger").click();
    await page.locator(".notice").waitFor();
    expect(await card.count()).toBe(0);
    await toCards(shopper);
    expect(await page.locator("input[name=token][value^=saved]").count()).toBe(0);
  },
);

test("a guest is offered nothing to keep", async () => {
  const shopper = await visit();
  await toCards(shopper);
  expect(await shopper.page.locator("input[name=keep]").count()).toBe(0);
});
