import { afterAll, beforeAll, expect, test } from "vitest";
import { openShopProcess, type ShopProcess } from "../shop-process.ts";
import type { Language } from "./browser.ts";
import { troublesOf } from "./inspection.ts";
import { emptyShopStops } from "./storefront-stops.ts";
import { visiting } from "./visiting.ts";

// The first minute of a shop that somebody has just opened: nothing to sell, and nothing broken.

let shop: ShopProcess | undefined;
beforeAll(async () => {
  shop = await openShopProcess({ args: ["--port", "0", "--empty"] });
});
afterAll(() => shop?.close());
const visit = visiting(() => shop?.url ?? "");

test.each<Language>(["en", "zh"])(
  "an empty shop says so on every page: in %s",
  { timeout: 120_000 },
  async (language) => {
    const shopper = await visit({ language });
    const troubles: string[] = [];
    for await (const { name } of emptyShopStops(shopper)) {
      troubles.push(...(await troublesOf(shopper.page, name, language)));
      const leads = await shopper.page.locator(".card, .filters, select#sort").count();
      if (leads > 0) troubles.push(`${name} offers what is not there`);
      if ((await shopper.page.locator("main :is(a, button)").count()) === 0)
        troubles.push(`${name} leads nowhere`);
    }
    expect(troubles).toEqual([]);
  },
);
