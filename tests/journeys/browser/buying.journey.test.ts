import { expect, test } from "vitest";
import { signInAsStaff } from "./back-office-stops.ts";
import { awakeBackOffice, type Language, until, type Visitor } from "./browser.ts";
import { add, fillIn, newEmail, orderIdOf, paidTitle, payWith, untilTitle } from "./shopping.ts";
import { visiting } from "./visiting.ts";
import { ourShop } from "../our-shop.ts";

// The whole of a purchase by people who see nothing but pages: a shopper, and who packs for them.

const shop = ourShop();
const visit = visiting();

const said = {
  en: { search: "skerry", mug: "Skerry mug", oat: "Oat", large: "350 ml", mail: "Your order" },
  zh: { search: "礁石", mug: "礁石马克杯", oat: "燕麦", large: "350 毫升", mail: "订单" },
} as const;
const titles = {
  en: { packed: "Being packed.", onTheRoad: "On the road.", there: "Delivered." },
  zh: { packed: "正在打包", onTheRoad: "在路上了", there: "已送达" },
} as const;

test.each<Language>(["en", "zh"])(
  "find, choose, buy, be written to, be sent it: in %s",
  { timeout: 120_000 },
  async (language) => {
    const shopper = await visit({ language });
    const { page } = shopper;
    await find(shopper);
    await choose(shopper);
    await add(shopper);
    await page.click(".drawer-foot .button.main");
    await page.waitForSelector("#field-email");
    const email = newEmail();
    await fillIn(shopper, email);
    await page.click("button[value=continue]");
    await payWith(shopper, "tok_visa");
    await untilTitle(shopper, paidTitle[language]);
    expect(await page.evaluate<number>("scrollY")).toBe(0);

    await readMail(await visit({ language }), email, said[language].mail);

    const clerk = await visit({ language });
    await signInAsStaff(clerk, shop);
    await clerk.page.goto(`/admin/orders/${orderIdOf(shopper)}`);
    await awakeBackOffice(clerk.page);
    // The shopper's page stays open all the while, and follows by itself.
    await takeNextStep(clerk);
    await untilTitle(shopper, titles[language].packed);
    await takeNextStep(clerk, "PP 4471 0093");
    await untilTitle(shopper, titles[language].onTheRoad);
    await page.getByText("PP 4471 0093").first().waitFor();
    await takeNextStep(clerk);
    await untilTitle(shopper, titles[language].there);
  },
);

const find = async ({ page, go, language }: Visitor) => {
  await go("/");
  await page.fill(".header-search input", said[language].search);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/(search|p\/skerry)/);
  if (page.url().includes("/p/")) return;
  await page.locator(".card-link", { hasText: said[language].mug }).first().click();
  await page.waitForURL(/\/p\//);
};

const choose = async ({ page, language }: Visitor) => {
  await page.locator(".choice", { hasText: said[language].oat }).click();
  await page.waitForURL(/OAT/);
  await page.locator(".choice", { hasText: said[language].large }).click();
  await page.waitForURL(/OAT-350/);
};

const readMail = async ({ page }: Visitor, email: string, subject: string) => {
  await expect
    .poll(
      async () => {
        await page.goto("/mailbox");
        return page.locator("nav a", { hasText: email }).allInnerTexts();
      },
      { timeout: 20_000, interval: 500 },
    )
    .toContainEqual(expect.stringContaining(subject));
  await page.locator("nav a", { hasText: email }).first().click();
  await page.frameLocator("iframe").locator("a").first().waitFor();
};

/** Presses the one filled button, and says yes in the dialog. */
const takeNextStep = async ({ page }: Visitor, trackingNumber?: string) => {
  await page.locator("button.btn.p:visible").first().click();
  await page.waitForSelector(".dlf");
  if (trackingNumber) await page.locator(".dlb input").last().fill(trackingNumber);
  await page.click(".dlf button[type=submit]");
  await page.waitForSelector(".dlf", { state: "detached" });
  await until(page, "!document.querySelector('[aria-busy=true]')");
};
