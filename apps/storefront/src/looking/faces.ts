import type { Page } from "playwright-core";

export type Face = {
  name: string;
  path: string;
  /** What somebody did before we look. */
  act?: (page: Page) => Promise<unknown>;
  /** Stands over the page: what counts is what is seen. */
  isOverlay?: boolean;
};

const add = async (page: Page) => {
  await page.click("#add-to-cart");
  await page.waitForSelector(".drawer[open] .line-item .name");
};
const toCheckout = async (page: Page) => {
  await add(page);
  await page.click(".drawer-foot .button.main");
  await page.waitForSelector("#field-email");
};
const fillIn = async (page: Page) => {
  const isChinese = page.url().includes("/zh/");
  await page.fill("#field-email", "maya.lindqvist@example.com");
  await page.fill("#field-firstName", "Maya");
  await page.fill("#field-lastName", "Lindqvist");
  await page.fill("#field-addressLine1", "1420 SW Park Avenue");
  await page.fill("#field-city", "Portland");
  await page.fill("#field-state", "Oregon");
  await page.fill("#field-postalCode", isChinese ? "200040" : "97205");
};
const toPayment = async (page: Page) => {
  await toCheckout(page);
  await fillIn(page);
  await page.click("button[value=continue]");
  await page.waitForSelector("button[value=pay]");
};
const toOrder = (token: string) => async (page: Page) => {
  await toPayment(page);
  await page.check(`input[value=${token}]`);
  await page.click("button[value=pay]");
  await page.waitForSelector(".order-head");
};
const mug = "/p/skerry-mug";

export const faces: Face[] = [
  { name: "home", path: "/" },
  { name: "home-zh", path: "/zh" },
  { name: "listing", path: "/c/ceramics?inStock=true&priceMin=20&priceMax=90" },
  {
    name: "listing-filters",
    path: "/c/ceramics?inStock=true#filters",
    isOverlay: true,
  },
  { name: "listing-nothing", path: "/c/ceramics?brand=Nobody" },
  { name: "search", path: "/search?q=mug" },
  { name: "search-zh", path: "/zh/search?q=%E6%9D%AF" },
  {
    name: "search-layer",
    path: "/",
    isOverlay: true,
    act: async (page) => {
      if (await page.isVisible(".header-search")) await page.keyboard.press("/");
      else await page.click(".site-header a[href='/search']");
      if (!(await page.isVisible(".header-search")))
        await page.waitForSelector(".search-bar input");
      await page.keyboard.type("mu", { delay: 60 });
      await page.waitForSelector(".answer .picture");
      await page.keyboard.press("ArrowDown");
    },
  },
  { name: "product", path: mug },
  { name: "product-zh", path: `/zh${mug}` },
  { name: "product-no-picture", path: "/p/walnut-field-watch" },
  { name: "cart-drawer", path: mug, act: add, isOverlay: true },
  {
    name: "cart",
    path: mug,
    act: async (page) => {
      await add(page);
      await page.goto(new URL("/cart", page.url()).href);
    },
  },
  { name: "cart-empty", path: "/cart" },
  { name: "checkout", path: mug, act: toCheckout },
  {
    name: "checkout-errors",
    path: mug,
    act: async (page) => {
      await toCheckout(page);
      await page.click("button[value=continue]");
      await page.waitForSelector(".notice.error");
    },
  },
  { name: "checkout-pay", path: mug, act: toPayment },
  { name: "checkout-pay-zh", path: `/zh${mug}`, act: toPayment },
  { name: "order-paying", path: mug, act: toOrder("tok_ok") },
  { name: "order-proving", path: mug, act: toOrder("tok_prove") },
  { name: "order-declined", path: mug, act: toOrder("tok_declined") },
  {
    name: "order-paid",
    path: mug,
    act: async (page) => {
      await toOrder("tok_ok")(page);
      await page.waitForTimeout(2_500);
      await page.reload();
    },
  },
  { name: "sign-in", path: "/sign-in" },
  { name: "register", path: "/register" },
  { name: "password-reset", path: "/password-reset" },
  { name: "confirm", path: "/confirm/aaaaaaaaaaaaaaaaaaaaaaaa" },
  ...["", "/profile", "/preferences", "/addresses?edit=new"].map((rest) => ({
    name: `account${rest.replaceAll(/[^a-z]/g, "-")}`,
    path: `/sign-in?next=${encodeURIComponent(`/account${rest}`)}`,
    act: async (page: Page) => {
      await page.fill("#field-email", "maya.lindqvist@example.com");
      await page.fill("#field-password", "a sentence to sign in with");
      await page.click("main .button.main");
      await page.waitForURL("**/account**");
    },
  })),
  { name: "404", path: "/things/halden-lamp" },
];
