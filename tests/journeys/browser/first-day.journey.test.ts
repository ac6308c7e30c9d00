import { uuidv7 } from "@wares/platform";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApiClient } from "../openapi-client.ts";
import type { ShopProcess } from "../shop-process.ts";
import { emptyOfficeStops, signInAsStaff } from "./back-office-stops.ts";
import { awakeBackOffice, type Language } from "./browser.ts";
import { openEmptyShop } from "./empty-shop.ts";
import { troublesOf } from "./inspection.ts";
import { visiting } from "./visiting.ts";

// The back office of a shop that has just been opened: none of anything, and then one.

let shop: ShopProcess;
const visit = visiting(() => shop.url);
beforeAll(async () => {
  shop = await openEmptyShop();
});
afterAll(() => shop?.close());

const said = {
  en: {
    orders: "No order yet",
    products: "No products yet",
    categories: "No category yet",
    stock: "Nothing in stock yet",
    coupons: "No coupon yet",
    customers: "owner",
  },
  zh: {
    orders: "还没有订单",
    products: "还没有商品",
    categories: "还没有分类",
    stock: "还没有库存",
    coupons: "还没有优惠券",
    customers: "owner",
  },
} as const;

test.each<Language>(["en", "zh"])("says that there is nothing yet: in %s", async (language) => {
  const owner = await visit({ language });
  const troubles: string[] = [];
  for await (const { name } of emptyOfficeStops(owner, shop.hint)) {
    troubles.push(...(await troublesOf(owner.page, name, language)));
    const place = name.replace("office-first-day-", "");
    const words = (said[language] as Readonly<Record<string, string>>)[place] ?? "";
    expect([place, await owner.page.locator("main").innerText()]).toEqual([
      place,
      expect.stringContaining(words),
    ]);
  }
  expect(troubles).toEqual([]);
});

test("then there is one product, and every list shows one", async () => {
  const { call } = await openApiClient(shop.url);
  const { body } = await call<{ accessToken: string }>("signIn", { body: shop.hint });
  const token = body.accessToken;
  const categoryId = uuidv7();
  const named = (en: string, zh: string) => ({ en, zh });
  const shelf = await call("createCategory", {
    token,
    body: {
      id: categoryId,
      slug: named("kettles", "水壶"),
      name: named("Kettles", "水壶"),
      description: named("", ""),
      sortOrder: 0,
    },
  });
  const kettle = await call("createProduct", {
    token,
    body: {
      id: uuidv7(),
      sku: "FIRST-KETTLE",
      status: "Active",
      name: named("First kettle", "第一把水壶"),
      description: named("Boils water.", "烧水。"),
      brand: "Firsts",
      categoryId,
      attributes: { en: {} },
      images: [],
      prices: { USD: 2_000, EUR: 1_900, GBP: 1_700, JPY: 300_000, CNY: 14_000 },
      variants: [],
    },
  });
  expect([shelf.status, kettle.status]).toEqual([201, 201]);
  const owner = await visit();
  const { page } = owner;
  await signInAsStaff(owner, shop.hint);
  for (const place of ["products", "stock", "customers"]) {
    await page.goto(`/admin/${place}`);
    await awakeBackOffice(page);
    await page.locator("tbody tr[data-row]").first().waitFor();
    expect(await page.locator("tbody tr[data-row]").count()).toBe(1);
    expect(await page.locator(".pager .num").innerText()).toBe("1–1 of 1");
    expect(await page.locator(".pager button:enabled").count()).toBe(0);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("]");
    expect(await page.locator("tr.at").count()).toBe(1);
  }
});
