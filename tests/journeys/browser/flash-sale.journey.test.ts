import type { FlashSale, StaffProduct } from "@wares/contracts";
import { beforeAll, expect, test } from "vitest";
import { clerk, type Clerk } from "../clerk.ts";
import { openApiClient } from "../openapi-client.ts";
import { signInAsStaff } from "./back-office-stops.ts";
import { awakeBackOffice, phone, type Visitor } from "./browser.ts";
import { countShifts, troublesOf } from "./inspection.ts";
import { fillIn, newEmail, paidTitle, payWith, untilTitle } from "./shopping.ts";
import { visiting } from "./visiting.ts";
import { ourShop } from "../our-shop.ts";

// A flash sale as people meet it: staff schedule it, shoppers wait and buy, and everybody sees it happen.

const shop = ourShop();
const visit = visiting();
let staff: Clerk;
beforeAll(async () => {
  const { call } = await openApiClient(shop.url);
  staff = await clerk(call, shop);
});

/** As a field of type datetime-local holds it, by this machine's clock. */
const localTime = (at: number) =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 19);

type Wanted = { query: string; sku: string; quantity: number; startsInMs: number };

/** In the back office, by hand; answers the sale's id. */
const schedule = async ({ page }: Visitor, { query, sku, quantity, startsInMs }: Wanted) => {
  await page.goto("/admin/flash-sales/new");
  await awakeBackOffice(page);
  await page.getByRole("button", { name: "Schedule the sale" }).click();
  await page.getByText("Please fill this in.").waitFor();
  await page.getByLabel("Name", { exact: true }).fill(`Kettles ${sku}`);
  await page.getByLabel("Name in Chinese").fill(`水壶抢购 ${sku}`);
  await page.getByLabel("Find a product").fill(query);
  await page.locator(".found-items > li > button").first().click();
  await page.getByRole("button", { name: /^Add / }).click();
  // A fifth off, in every currency, is there already.
  expect(await page.getByLabel("USD").inputValue()).toBe("16.00");
  await page.getByLabel("Per cent off").fill("40");
  expect(await page.getByLabel("USD").inputValue()).toBe("12.00");
  await page.getByLabel("Set aside").fill("5000");
  await page.getByText(" available on the shelf.").waitFor();
  const now = Date.now();
  await page.getByLabel("Starts").fill(localTime(now + startsInMs));
  await page.getByLabel("Ends").fill(localTime(now + 600_000));
  await page.getByRole("button", { name: "Schedule the sale" }).click();
  await page.getByText("There is not enough on the shelf to set aside.").waitFor();
  await page.getByLabel("Set aside").fill(String(quantity));
  await page.getByRole("button", { name: "Schedule the sale" }).click();
  await page.waitForURL(/\/flash-sales\/[0-9a-f-]{36}$/);
  await page.getByRole("button", { name: "Call it off" }).waitFor();
  return page.url().slice(-36);
};

const goods = async (quantity: number) => {
  const { sku, id } = await staff.goods(quantity);
  const { body } = await staff.call<StaffProduct>("findCatalogueProduct", {
    token: staff.token,
    params: { productId: id },
  });
  return { sku, name: body.name.en, slug: body.slug.en };
};

test(
  "a shopper waits, is let in and buys; another sees it sell out; staff see the numbers move",
  { timeout: 180_000 },
  async () => {
    const { sku, name, slug } = await goods(3);
    const office = await visit();
    await signInAsStaff(office, shop);
    const saleId = await schedule(office, { query: sku, sku, quantity: 1, startsInMs: 20_000 });

    const shopper = await visit({ view: phone });
    await shopper.page.addInitScript(countShifts);
    await shopper.go(`/p/${slug}`);
    const { page } = shopper;
    await page.locator(".sale-offer", { hasText: "Starts in" }).waitFor();
    expect(await page.locator(".sale-offer").innerText()).toContain("$12");
    await page.waitForTimeout(1_200);
    expect(await page.evaluate<number>("globalThis.shifted")).toBeLessThanOrEqual(0.01);
    await page.getByRole("link", { name: "Wait for the opening" }).click();
    await page.getByRole("heading", { name: "The sale has not begun." }).waitFor();
    const troubles = [...(await troublesOf(page, "waiting early", "en"))];
    await page.reload();
    await page.getByRole("heading", { name: "The sale has not begun." }).waitFor();
    await page.getByRole("heading", { name: "You are in." }).waitFor({ timeout: 40_000 });
    troubles.push(...(await troublesOf(page, "waiting admitted", "en")));

    const other = await visit({ language: "zh" });
    await other.go(`/p/${slug}`);
    await other.page.locator(".stock-bar", { hasText: "还剩 1 / 1 件" }).waitFor();
    troubles.push(...(await troublesOf(other.page, "sale running", "zh")));
    await other.page.getByRole("link", { name: "进入等候室" }).click();
    await other.page.locator(".wait-story.admitted, .wait-story.waiting").waitFor();
    const lookers = await visit();
    await lookers.go("/");
    await lookers.go(`/p/${slug}`);
    await lookers.page.getByRole("link", { name: "Go to the waiting room" }).waitFor();

    const figure = (which: string) => office.page.locator(`[data-figure=${which}]`);
    await expect.poll(() => figure("admitted").innerText(), { timeout: 5_000 }).toBe("2");
    expect(await figure("sold").innerText()).toBe("0");

    await page.getByRole("link", { name: `Go to ${name}` }).click();
    await page.locator(".admission", { hasText: "You are in. Time left:" }).waitFor();
    await page.locator("button#add-to-cart").click();
    await page.locator(".drawer[open] .sale-mark", { hasText: "Flash sale price" }).waitFor();
    await shopper.go("/cart");
    expect(await page.locator(".cart-summary").innerText()).toContain("$12.00");
    troubles.push(...(await troublesOf(page, "cart in sale", "en")));
    await shopper.go("/checkout");
    expect(await page.locator(".summary .sale-mark").first().textContent()).toBe(
      "Flash sale price",
    );
    await fillIn(shopper, newEmail());
    await page.click("button[value=continue]");
    await page.waitForSelector("button[value=pay]");
    await payWith(shopper, "tok_visa");
    const soldAt = performance.now();
    await lookers.page.locator(".stock-bar", { hasText: "Sold out" }).waitFor();
    expect(performance.now() - soldAt).toBeLessThan(1_500);
    expect(await lookers.page.locator("button#add-to-cart").isDisabled()).toBe(true);
    await untilTitle(shopper, paidTitle.en);
    expect(await page.locator(".order").innerText()).toContain("Flash sale price");

    await expect.poll(() => figure("sold").innerText(), { timeout: 5_000 }).toBe("1");
    await expect.poll(() => figure("paid").innerText(), { timeout: 15_000 }).toBe("1");
    expect(await figure("available").innerText()).toBe("0");
    troubles.push(...(await troublesOf(office.page, "office live sale", "en")));
    troubles.push(...(await troublesOf(lookers.page, "sale sold out", "en")));

    // Who comes now is told, and has somewhere to go on to.
    const late = await visit({ language: "zh" });
    await late.go(`/sale/${saleId}/wait`);
    await late.page.getByRole("heading", { name: "全部抢完了" }).waitFor({ timeout: 15_000 });
    troubles.push(...(await troublesOf(late.page, "waiting sold out", "zh")));
    expect(troubles).toEqual([]);
  },
);

test("two change one sale: both changes stay, and what both changed is asked", async () => {
  const first = await goods(20);
  const second = await goods(20);
  const office = await visit();
  await signInAsStaff(office, shop);
  const { page } = office;
  const { sku } = first;
  const saleId = await schedule(office, { query: sku, sku, quantity: 5, startsInMs: 500_000 });
  const { body: sale } = await staff.call<FlashSale>("findFlashSale", {
    token: staff.token,
    params: { flashSaleId: saleId },
  });
  const { name, startsAt, endsAt, hasWaitingRoom } = sale;
  const items = sale.items.map(({ sku: one, salePrices }) => ({
    sku: one,
    salePrices,
    quantity: 7,
  }));
  const theirs = { name, startsAt, endsAt, hasWaitingRoom, items, limitPerCustomer: 3 };
  const { status } = await staff.call("changeFlashSale", {
    token: staff.token,
    params: { flashSaleId: saleId },
    headers: { "if-match": `"${sale.revision}"` },
    body: theirs,
  });
  expect(status).toBe(200);

  // Another thing, and another quantity of the one they changed too.
  await page.getByLabel("Set aside").fill("6");
  await page.getByLabel("Find a product").fill(second.sku);
  await page.locator(".found-items > li > button").first().click();
  await page.getByRole("button", { name: /^Add / }).click();
  await page.getByRole("button", { name: "Save" }).click();
  const conflict = page.locator(".conflict");
  await conflict.waitFor();
  expect(await conflict.locator(".val").allInnerTexts()).toEqual(["5", "7", "6"]);
  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  const { body: now } = await staff.call<FlashSale>("findFlashSale", {
    token: staff.token,
    params: { flashSaleId: saleId },
  });
  expect(now.limitPerCustomer).toBe(3);
  expect(now.items.map((item) => [item.sku, item.quantity])).toEqual([
    [first.sku, 6],
    [second.sku, 10],
  ]);
  await page.getByRole("button", { name: "Call it off" }).click();
  await page.click(".dlf button[type=submit]");
  await page.locator(".top .dotl", { hasText: "Cancelled" }).waitFor();
});
