import { expect, test } from "vitest";
import { backOfficeStops } from "./back-office-stops.ts";
import type { Language } from "./browser.ts";
import { troublesAlong } from "./inspection.ts";
import { buy, paidTitle, plentifulMug, untilTitle } from "./shopping.ts";
import { visiting } from "./visiting.ts";
import { ourShop } from "../our-shop.ts";

// Every face of the back office, in both languages, at both sizes and in both themes.

const shop = ourShop();
const visit = visiting(() => shop.url, false);

test.each<Language>(["en", "zh"])(
  "the back office is open to everybody, in %s",
  { timeout: 240_000 },
  async (language) => {
    const shopper = await visit({ language });
    const cancelledId = await buy(shopper, plentifulMug, "tok_declined");
    await shopper.page.click("button[value=cancel]");
    await shopper.page.waitForSelector("button[value=cancel]", { state: "detached" });
    const orderId = await buy(shopper, plentifulMug, "tok_mastercard");
    await untilTitle(shopper, paidTitle[language]);
    const clerk = await visit({ language });
    const stops = backOfficeStops(clerk, shop, orderId, cancelledId);
    expect(await troublesAlong(clerk, stops, "office-unreadable")).toEqual([]);
  },
);
