import { expect, test } from "vitest";
import { troublesOf } from "./inspection.ts";
import type { Language } from "./browser.ts";
import { newStaff } from "./staff.ts";
import { storefrontStops } from "./storefront-stops.ts";
import { visiting } from "./visiting.ts";
import { ourShop } from "../our-shop.ts";

// Every face of the storefront, in both languages, at both sizes and in both themes.

const shop = ourShop();
const visit = visiting(() => shop.url, false);

test.each<Language>(["en", "zh"])(
  "the storefront is open to everybody, in %s",
  { timeout: 240_000 },
  async (language) => {
    const shopper = await visit({ language });
    const troubles: string[] = [];
    const staff = await newStaff(shop);
    let told = 0;
    for await (const { name } of storefrontStops(shopper, staff)) {
      troubles.push(...(await troublesOf(shopper.page, name, language)));
      // Cut off on purpose: its complaint of it is no news.
      if (name === "offline") shopper.forgive(told);
      told = shopper.problems.length;
    }
    expect(troubles).toEqual([]);
  },
);
