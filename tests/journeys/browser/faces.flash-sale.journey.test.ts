import { expect, test } from "vitest";
import { signInAsStaff } from "./back-office-stops.ts";
import type { Language } from "./browser.ts";
import { flashSaleOfficeStops, flashSaleStops } from "./flash-sale-stops.ts";
import { troublesAlong } from "./inspection.ts";
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
    const shopper = await visit({ language });
    const outside = await troublesAlong(shopper, flashSaleStops(shopper, staff));
    const clerk = await visit({ language });
    await signInAsStaff(clerk, shop);
    const inside = await troublesAlong(clerk, flashSaleOfficeStops(clerk, staff));
    expect([...outside, ...inside]).toEqual([]);
  },
);
