import { expect, test } from "vitest";
import { signInAsStaff } from "./back-office-stops.ts";
import {
  add,
  buy,
  mug,
  newEmail,
  orderIdOf,
  paidTitle,
  plentifulMug,
  toCheckout,
  toPayment,
  untilTitle,
} from "./shopping.ts";
import { newStaff } from "./staff.ts";
import { visiting } from "./visiting.ts";
import { ourShop } from "../our-shop.ts";

const visit = visiting();
const { url, ...owner } = ourShop();
const declined = "That payment did not go through.";

const stockOf = async (sku: string): Promise<number | undefined> => {
  const answer = await fetch(`${url}/api/v1/stock?skus=${sku}`);
  const { stock } = (await answer.json()) as { stock: { available: number }[] };
  return stock[0]?.available;
};

test("a declined card takes nothing, says so, and a better one pays", async () => {
  const shopper = await visit();
  const { page } = shopper;
  await buy(shopper, plentifulMug, "tok_declined");
  await untilTitle(shopper, declined);
  await page.check("input[name=token][value=tok_mastercard]");
  await page.click("form[aria-labelledby=pay-title] .button.main");
  await untilTitle(shopper, paidTitle.en);
});

test("a second factor is asked for at the bank, and leads back to the paid order", async () => {
  const shopper = await visit();
  const { page } = shopper;
  const orderId = await buy(shopper, plentifulMug, "tok_second_factor");
  await page.click(".order-head .button.main");
  await page.waitForURL("**/sandbox-bank/**");
  await page.click("button[value=yes]");
  await page.waitForURL(`**/orders/${orderId}**`);
  await untilTitle(shopper, paidTitle.en);
});

test("who says no at the bank has bought nothing yet", async () => {
  const shopper = await visit();
  await buy(shopper, plentifulMug, "tok_second_factor");
  await shopper.page.click(".order-head .button.main");
  await shopper.page.click("button[value=no]");
  await untilTitle(shopper, declined);
});

test("a cancelled order gives back its hold and its money", async () => {
  const shopper = await visit();
  const { page } = shopper;
  const sku = "SKERRY-MUG-OAT-250-ML";
  const before = await stockOf(sku);
  await buy(shopper, `${mug}?sku=${sku}`, "tok_mastercard");
  await untilTitle(shopper, paidTitle.en);
  expect(await stockOf(sku)).toBe((before ?? 0) - 1);
  // It is paid: from here on staff cancels, and the shopper's open page says so.
  const clerk = await visit();
  await signInAsStaff(clerk, owner);
  await clerk.page.goto(`/admin/orders/${orderIdOf(shopper)}`);
  await clerk.page.locator("button.btn.d:visible").first().click();
  await clerk.page.click(".dlf button[type=submit]");
  await page.locator("h1", { hasText: /^(Cancelled|Refunded)\.$/ }).waitFor({ timeout: 20_000 });
  await page
    .locator(".timeline", { hasText: "Money on its way back" })
    .waitFor({ timeout: 20_000 });
  await expect.poll(() => stockOf(sku), { timeout: 20_000 }).toBe(before);
});

test("who has not paid yet cancels by themselves, and stays on the order's page", async () => {
  const shopper = await visit();
  const { page } = shopper;
  const orderId = await buy(shopper, plentifulMug, "tok_declined");
  await page.click("button[value=cancel]");
  await untilTitle(shopper, "Cancelled.");
  expect(new URL(page.url()).pathname).toBe(`/orders/${orderId}`);
  await page.reload();
  await untilTitle(shopper, "Cancelled.");
});

test("what is sold out says so, before and in the middle of buying", async () => {
  const shopper = await visit();
  const { page, go } = shopper;
  const staff = await newStaff({ url, ...owner });
  const sku = "SKERRY-MUG-INK-350-ML";
  await staff.setStock(sku, 1);
  await go(`${mug}?sku=${sku}`);
  await page.locator(".live", { hasText: "1 left" }).waitFor();
  await toPayment(shopper, newEmail());
  await staff.setStock(sku, 0);
  await page.click("button[value=pay]");
  await page.locator(".troubles", { hasText: "Skerry mug" }).waitFor();
  await go(`${mug}?sku=${sku}`);
  expect(await page.isDisabled("#add-to-cart")).toBe(true);
  await staff.setStock(sku, 41);
  // It comes back before one's eyes.
  await page.waitForSelector("#add-to-cart:not([disabled])");
});

test("a coupon takes off what it says, and a wrong one says so", async () => {
  const shopper = await visit();
  const { page, go } = shopper;
  await go(plentifulMug);
  await toCheckout(shopper);
  const total = () => page.locator(".sums dd.total >> visible=true").first().innerText();
  const plain = await total();
  await page.click(".checkout details summary:has-text('Add a code') >> visible=true");
  await page.fill("#code", "NO-SUCH-CODE");
  await page.click("button[value='coupon:code']");
  await page.locator("#code-error").waitFor();
  await page.fill("#code", "WELCOME10");
  await page.click("button[value='coupon:code']");
  await page.waitForSelector("#code-error", { state: "detached" });
  expect(await total()).not.toBe(plain);
});

test("pressed twice, reloaded and gone back, it is one order, paid once", async () => {
  const shopper = await visit();
  const { page, go, context } = shopper;
  await go(plentifulMug);
  await toPayment(shopper, newEmail());
  await page.dblclick("button[value=pay]");
  await page.waitForSelector(".order-head");
  await untilTitle(shopper, paidTitle.en);
  const orderId = orderIdOf(shopper);
  await page.goBack();
  await page.waitForURL("**/orders/**");
  await page.waitForSelector(".order-head");
  expect(orderIdOf(shopper)).toBe(orderId);
  const { payments } = (await (
    await context.request.get(`/api/v1/payments?orderId=${orderId}`)
  ).json()) as { payments: unknown[] };
  expect(payments).toHaveLength(1);
});

test("two tabs show one cart, and the second to pay buys nothing twice", async () => {
  const shopper = await visit();
  const { go, context } = shopper;
  await go(plentifulMug);
  await add(shopper);
  const other = await context.newPage();
  await other.goto("/cart");
  await other.locator(".line-item", { hasText: "Skerry mug" }).waitFor();
  await other.goto("/checkout");
  await go("/");
  await buy(shopper, plentifulMug, "tok_mastercard");
  await untilTitle(shopper, paidTitle.en);
  await other.reload();
  await other.waitForURL(/\/(cart|orders\/.*)$|\/orders\//);
  expect(await other.locator("button[value=pay]").count()).toBe(0);
});
