import { expect, test } from "vitest";
import { troublesAlong } from "./inspection.ts";
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
    const stops = storefrontStops(shopper, await newStaff(shop));
    expect(await troublesAlong(shopper, stops, "offline")).toEqual([]);
  },
);
