import { randomUUID } from "node:crypto";
import type { Visitor } from "./browser.ts";
import { confirm, linkInMail, openAccount, register } from "./opening-accounts.ts";
import {
  add,
  buy,
  fillIn,
  mug,
  newEmail,
  orderIdOf,
  payWith,
  toPayment,
  plentifulMug,
  untilTitle,
  paidTitle,
} from "./shopping.ts";
import type { Staff } from "./staff.ts";

export type Stop = Readonly<{
  name: string;
  /** Stands over the page: what counts is what is seen. */
  isOverlay?: boolean;
}>;

export type Stops = AsyncGenerator<Stop, void, void>;

/** A shop without a single thing: what it says to whoever comes too early. */
export async function* emptyShopStops(visitor: Visitor): Stops {
  const { page, go } = visitor;
  await go("/");
  await page.click(".consent button[value=yes]");
  await page.waitForSelector(".consent", { state: "detached" });
  for (const [name, path] of [
    ["empty-home", "/"],
    ["empty-category", "/c/ceramics"],
    ["empty-listing", "/search"],
    ["empty-search", `/search?q=${encodeURIComponent("杯")}`],
    ["empty-sale", "/search?onSale=true"],
    ["empty-cart", "/cart"],
  ] as const) {
    await go(path);
    yield { name };
  }
  await openAccount(visitor, new URL(page.url()).origin);
  yield { name: "empty-account" };
  await go("/account/addresses");
  yield { name: "empty-addresses" };
}

/** Leads one visitor past every face of the storefront; who listens looks at each. */
export async function* storefrontStops(visitor: Visitor, staff: Staff): Stops {
  yield* browsing(visitor);
  yield* product(visitor);
  yield* cartAndCheckout(visitor);
  yield* afterBuying(visitor, staff);
  yield* account(visitor);
  yield* lost(visitor);
}

async function* browsing(visitor: Visitor): Stops {
  const { page, go, language } = visitor;
  await go("/");
  yield { name: "home-first-visit", isOverlay: true };
  await page.click(".consent button[value=yes]");
  await page.waitForSelector(".consent", { state: "detached" });
  await go("/");
  yield { name: "home" };
  // The same mugs and bowls, in dollars and in yuan.
  const [priceMin, priceMax] = language === "zh" ? [140, 640] : [20, 90];
  await go(`/c/ceramics?inStock=true&priceMin=${priceMin}&priceMax=${priceMax}`);
  yield { name: "listing" };
  await go("/c/ceramics#filters");
  yield { name: "listing-filters", isOverlay: true };
  await go("/search?onSale=true");
  yield { name: "sale" };
  await go("/c/ceramics?brand=Nobody");
  yield { name: "listing-nothing" };
  await go(`/search?q=${encodeURIComponent(language === "zh" ? "杯" : "mug")}`);
  yield { name: "search" };
  await go(`/search?q=${encodeURIComponent(language === "zh" ? "宇宙飞船" : "spaceship")}`);
  yield { name: "search-nothing" };
  await go("/");
  await page.keyboard.press("/");
  await page.keyboard.type(language === "zh" ? "杯" : "mu", { delay: 40 });
  await page.waitForSelector(".answer .picture");
  await page.keyboard.press("ArrowDown");
  yield { name: "search-layer", isOverlay: true };
}

async function* product({ page, go }: Visitor): Stops {
  await go(mug);
  yield { name: "product" };
  await page.click(".gallery button, .gallery a");
  await page.waitForTimeout(300);
  yield { name: "product-picture", isOverlay: true };
  await go("/p/halden-desk-lamp");
  yield { name: "product-lamp" };
  await go("/cart");
  yield { name: "cart-empty" };
}

async function* cartAndCheckout(visitor: Visitor): Stops {
  const { page, go } = visitor;
  await go(plentifulMug);
  await add(visitor);
  yield { name: "cart-drawer", isOverlay: true };
  await go("/cart");
  yield { name: "cart" };
  await go("/checkout");
  yield { name: "checkout" };
  await page.click("button[value=continue]");
  await page.waitForSelector(".notice.error");
  yield { name: "checkout-errors" };
  await fillIn(visitor, newEmail());
  await page.click("button[value=continue]");
  await page.waitForSelector("button[value=pay]");
  yield { name: "checkout-pay" };
}

async function* afterBuying(visitor: Visitor, staff: Staff): Stops {
  const { page, go, at, language } = visitor;
  await payWith(visitor, "tok_webhook_late");
  yield { name: "order-paying" };
  await untilTitle(visitor, paidTitle[language]);
  yield { name: "order-paid" };
  const orderId = orderIdOf(visitor);
  await staff.ship(orderId);
  await page.reload();
  yield { name: "order-shipped" };
  await staff.deliver(orderId);
  await page.reload();
  yield { name: "order-delivered" };
  await buy(visitor, plentifulMug, "tok_declined");
  yield { name: "order-declined" };
  await page.click("button[value=cancel]");
  await page.waitForSelector("button[value=cancel]", { state: "detached" });
  yield { name: "order-cancelled" };
  await buy(visitor, plentifulMug, "tok_second_factor");
  yield { name: "order-proving" };
  await page.click(".order-head .button.main");
  await page.waitForURL("**/sandbox-bank/**");
  yield { name: "bank" };
  await page.goto("/mailbox");
  yield { name: "mailbox" };
  await page.goto(at(`/orders/${randomUUID()}`));
  yield { name: "order-of-nobody" };
  await go("/");
}

async function* account(visitor: Visitor): Stops {
  const { page, go } = visitor;
  await go("/sign-in");
  yield { name: "sign-in" };
  await page.fill("#field-email", newEmail());
  await page.fill("#field-password", "not the right one");
  await page.click("main .button.main");
  await page.waitForSelector(".notice.error");
  yield { name: "sign-in-refused" };
  await go("/password-reset");
  yield { name: "password-reset" };
  await go("/confirm/aaaaaaaaaaaaaaaaaaaaaaaa");
  await page.click("main .button.main");
  await page.waitForSelector(".notice.error");
  yield { name: "confirm-too-late" };
  await go("/register");
  yield { name: "register" };
  const email = await register(visitor);
  yield { name: "registered" };
  await page.goto(await linkInMail(new URL(page.url()).origin, email, "/confirm/"));
  yield { name: "confirm" };
  await confirm(visitor);
  yield { name: "account" };
  for (const [name, path] of [
    ["account-profile", "/account/profile"],
    ["account-preferences", "/account/preferences"],
    ["account-addresses", "/account/addresses"],
    ["account-address", "/account/addresses?edit=new"],
    ["account-cards-none", "/account/payment-methods"],
  ] as const) {
    await go(path);
    yield { name };
  }
  await go(plentifulMug);
  await toPayment(visitor, email);
  await page.check("input[name=keep]");
  yield { name: "checkout-keep" };
  await payWith(visitor, "tok_mastercard");
  await untilTitle(visitor, paidTitle[visitor.language]);
  await go(plentifulMug);
  await toPayment(visitor, email);
  yield { name: "checkout-kept" };
  await go("/account/payment-methods");
  yield { name: "account-cards" };
}

async function* lost({ page, go }: Visitor): Stops {
  await go("/things/halden-lamp");
  yield { name: "lost" };
  await go("/cart");
  await page.context().setOffline(true);
  await page.click(".site-nav a >> nth=1");
  await page.waitForSelector(".quiet-page");
  yield { name: "offline" };
  await page.context().setOffline(false);
}
