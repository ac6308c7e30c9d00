import { randomBytes } from "node:crypto";
import type { Visitor } from "./browser.ts";

// What shoppers do, in the words and places of the pages.

export const newEmail = () => `maya-${randomBytes(4).toString("hex")}@example.org`;
export const mug = "/p/skerry-mug";
/** 96 of them lie in the demo shop: tests may buy some and leave enough to others. */
export const plentifulMug = `${mug}?sku=SKERRY-MUG-OAT-350-ML`;

export const add = async ({ page }: Visitor) => {
  await page.click("#add-to-cart");
  await page.waitForSelector(".drawer[open] .line-item .name");
};

export const toCheckout = async (visitor: Visitor) => {
  const { page } = visitor;
  await add(visitor);
  await page.click(".drawer-foot .button.main");
  await page.waitForSelector("#field-email");
};

const homes = {
  en: { line: "1420 SW Park Avenue", city: "Portland", state: "Oregon", code: "97205" },
  zh: { line: "安福路 322 号", city: "上海", state: "上海", code: "200031" },
} as const;

export const fillIn = async ({ page, language }: Visitor, email: string) => {
  const home = homes[language];
  await page.fill("#field-email", email);
  await page.fill("#field-firstName", language === "zh" ? "明月" : "Maya");
  await page.fill("#field-lastName", language === "zh" ? "林" : "Lindqvist");
  await page.fill("#field-addressLine1", home.line);
  await page.fill("#field-city", home.city);
  await page.fill("#field-state", home.state);
  await page.fill("#field-postalCode", home.code);
};

export const toPayment = async (visitor: Visitor, email: string) => {
  const { page } = visitor;
  await toCheckout(visitor);
  await fillIn(visitor, email);
  await page.click("button[value=continue]");
  await page.waitForSelector("button[value=pay]");
};

export const payWith = async ({ page }: Visitor, token: string) => {
  await page.check(`input[name=token][value=${token}]`);
  await page.click("button[value=pay]");
  await page.waitForSelector(".order-head");
};

/** Buys what the page at `path` shows; answers where its order lives. */
export const buy = async (visitor: Visitor, path: string, token: string, email = newEmail()) => {
  await visitor.go(path);
  await toPayment(visitor, email);
  await payWith(visitor, token);
  return orderIdOf(visitor);
};

export const orderIdOf = ({ page }: Visitor): string =>
  new URL(page.url()).pathname.split("/").at(-1) ?? "";

export const paidTitle = { en: "Paid. Next we pack it.", zh: "已付款" } as const;

export const untilTitle = ({ page }: Visitor, text: string) =>
  page.locator("h1", { hasText: text }).waitFor({ timeout: 20_000 });
