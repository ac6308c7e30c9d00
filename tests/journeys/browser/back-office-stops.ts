import { awakeBackOffice, type Visitor } from "./browser.ts";
import type { Stop } from "./storefront-stops.ts";

type SignIn = Readonly<{ email: string; password: string }>;
type Stops = AsyncGenerator<Stop, void, void>;

export const signInAsStaff = async ({ page }: Visitor, { email, password }: SignIn) => {
  await page.goto("/admin");
  await page.fill("input[type=email]", email);
  await page.fill("input[type=password]", password);
  await page.click(".auth button[type=submit]");
  await page.waitForSelector(".rail:visible, .tabbar:visible");
};

/** Leads one visitor past every face of the back office; `orderId` is a paid order, `other` a cancelled one. */
export async function* backOfficeStops(
  visitor: Visitor,
  staff: SignIn,
  orderId: string,
  cancelledId: string,
): Stops {
  const { page } = visitor;
  await page.goto("/admin");
  await page.waitForSelector(".auth");
  yield { name: "office-sign-in" };
  await signInAsStaff(visitor, staff);
  const go = async (path: string) => {
    await page.goto(`/admin${path}`);
    await awakeBackOffice(page);
  };
  yield* places(visitor, go);
  yield* records(visitor, go, orderId, cancelledId);
  yield* forms(visitor, go);
  yield* mailbox(visitor);
  yield* floating(visitor, go);
}

/** The same places on a shop's first day, when there is nothing in them. */
export async function* emptyOfficeStops(visitor: Visitor, owner: SignIn): Stops {
  const { page } = visitor;
  await signInAsStaff(visitor, owner);
  for (const name of [
    "home",
    "orders",
    "products",
    "categories",
    "stock",
    "customers",
    "coupons",
  ]) {
    await page.goto(`/admin/${name === "home" ? "" : name}`);
    await awakeBackOffice(page);
    yield { name: `office-first-day-${name}` };
  }
}

type Go = (path: string) => Promise<void>;

async function* places({ page }: Visitor, go: Go): Stops {
  for (const [name, path] of [
    ["home", ""],
    ["orders", "/orders"],
    ["orders-none", "/orders?query=nobody-of-that-name"],
    ["products", "/products"],
    ["products-none", "/products?query=spaceship"],
    ["new-product", "/products/new"],
    ["categories", "/categories"],
    ["coupons", "/coupons"],
    ["stock", "/stock"],
    ["customers", "/customers"],
    ["more", "/more"],
    ["missing", "/nowhere"],
  ] as const) {
    await go(path);
    if (name === "home") await page.waitForSelector(".plot canvas");
    yield { name: `office-${name}` };
  }
}

async function* records({ page }: Visitor, go: Go, orderId: string, cancelledId: string): Stops {
  await go(`/orders/${cancelledId}`);
  yield { name: "office-order-cancelled" };
  await go(`/orders/${orderId}`);
  yield { name: "office-order" };
  await page.locator("button.btn.p:visible").first().waitFor();
  await page.keyboard.press("r");
  await page.waitForSelector("table.refund");
  yield { name: "office-refund", isOverlay: true };
  await go(`/orders/${orderId}`);
  await page.locator("button.btn.p:visible").first().click();
  await page.waitForSelector(".dlb");
  yield { name: "office-next-step", isOverlay: true };
  await go("/products");
  await page.click("table tbody a >> nth=0");
  await page.waitForURL("**/products/*-*");
  await awakeBackOffice(page);
  yield { name: "office-product" };
  await go("/customers");
  await page.click("table tbody a >> nth=0");
  await page.waitForURL("**/customers/*-*");
  await awakeBackOffice(page);
  yield { name: "office-customer" };
}

/** What the shop wrote, in the language the browser asks for. */
async function* mailbox({ page }: Visitor): Stops {
  for (const [name, query] of [
    ["list", ""],
    ["nobody", "?to=nobody@example.org"],
    ["missing", "?id=01970000-0000-7000-8000-000000000001"],
  ] as const) {
    await page.goto(`/mailbox${query}`);
    await page.waitForSelector("main");
    yield { name: `mailbox-${name}` };
  }
  await page.goto("/mailbox");
  await page.click("nav ol a >> nth=0");
  await page.waitForSelector("iframe");
  yield { name: "mailbox-mail" };
  await page.click(".facts a");
  await page.waitForSelector("main pre");
  yield { name: "mailbox-text" };
}

/** Forms that open over a list, by the key that opens them. */
async function* forms({ page }: Visitor, go: Go): Stops {
  for (const [name, path, keys] of [
    ["new-category", "/categories", ["n"]],
    ["category", "/categories", ["j", "Enter"]],
    ["new-coupon", "/coupons", ["n"]],
    ["coupon", "/coupons", ["j", "Enter"]],
    ["adjust", "/stock", ["j", "a"]],
    ["thresholds", "/stock", ["j", "l"]],
  ] as const) {
    await go(path);
    await page.locator("tbody tr[data-row]").first().waitFor();
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForSelector("[role=dialog][aria-labelledby] .dlb");
    yield { name: `office-${name}`, isOverlay: true };
  }
  await go("/stock");
  await page.locator("tbody .idb").first().click();
  await page.waitForSelector(".peek");
  yield { name: "office-stock-peek" };
}

async function* floating({ page }: Visitor, go: Go): Stops {
  await go("");
  await page.keyboard.press("Control+k");
  await page.waitForSelector(".palin");
  await page.keyboard.type("mug");
  await page.waitForTimeout(600);
  yield { name: "office-palette", isOverlay: true };
  await go("/orders");
  await page.keyboard.press("?");
  await page.waitForSelector(".kcols");
  yield { name: "office-keys", isOverlay: true };
  await page.route("**/api/v1/**", (route) => route.abort());
  await page.goto("/admin/stock");
  await page.locator("[role=alert]").waitFor();
  yield { name: "office-unreadable" };
  await page.unroute("**/api/v1/**");
}
