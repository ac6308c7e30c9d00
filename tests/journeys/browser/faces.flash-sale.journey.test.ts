import { expect, test } from "vitest";
import { signInAsStaff } from "./back-office-stops.ts";
import type { Language } from "./browser.ts";
import { flashSaleOfficeStops, flashSaleStops } from "./flash-sale-stops.ts";
import { troublesOf } from "./inspection.ts";
import { newStaff } from "./staff.ts";
import { visiting } from "./visiting.ts";
import { ourShop } from "../our-shop.ts";

// Every face of a flash sale, in both languages, at both sizes and in both themes.

const shop = ourShop();
const visit = visiting(() => shop.url, false);

test.each<Language>(["en", "zh"])(
  "a flash sale is open to everybody, in %s",
  { timeout: 240_000 },
  async (language) => {
    const staff = await newStaff(shop);
    const troubles: string[] = [];
    const shopper = await visit({ language });
    for await (const { name } of flashSaleStops(shopper, staff))
      troubles.push(...(await troublesOf(shopper.page, name, language)));
    const clerk = await visit({ language });
    await signInAsStaff(clerk, shop);
    for await (const { name } of flashSaleOfficeStops(clerk, staff))
      troubles.push(...(await troublesOf(clerk.page, name, language)));
    expect(troubles).toEqual([]);
  },
);
