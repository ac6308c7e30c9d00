import type { Response } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApiClient } from "../openapi-client.ts";
import { shopDatabase } from "../shop-database.ts";
import { shopper } from "../shopper.ts";
import { openShopProcess, type ShopProcess } from "../shop-process.ts";
import { signInAsStaff } from "./back-office-stops.ts";
import { awakeBackOffice, desk, phone, until, type Visitor } from "./browser.ts";
import { fillShelves } from "./full-shelves.ts";
import { visiting } from "./visiting.ts";

// Every list of the back office with ten thousand rows more than the demo shop has.

const many = 10_000;
const wideDesk = { width: 1480, height: 900 };
const pageRows = 50;
/** A key press or a click until the page has drawn it, at the slowest; measured: 24 to 96 ms. */
const interactionMsMost = 100;

let shop: ShopProcess;
const visit = visiting(() => shop.url);
beforeAll(async () => {
  shop = await openShopProcess();
  const { call } = await openApiClient(shop.url);
  const { guest, place } = shopper(call);
  await place(await guest(), [{ sku: "SKERRY-MUG-OAT-350-ML", quantity: 1 }]);
  await using database = shopDatabase(shop.databaseUrl);
  await fillShelves(database, shop.folder, many);
});
afterAll(() => shop?.close());

type List = Readonly<{
  path: string;
  api: string;
  /** Finds one row, by something staff would type. */
  query: string;
  found?: string;
  /** Another order, and a word of the row that then comes first. */
  sort: string;
  filter?: string;
}>;
type Answer = Readonly<Record<string, unknown>> & Readonly<{ totalCount: number }>;

const lists: Readonly<Record<string, List>> = {
  orders: {
    path: "/orders",
    api: "/api/v1/orders/all",
    query: "B-004321",
    sort: "Placed",
    filter: "status=Paid",
  },
  products: {
    path: "/products",
    api: "/api/v1/catalogue/products",
    query: "BULK-9876",
    sort: "Added",
    filter: "status=Draft",
  },
  stock: {
    path: "/stock",
    api: "/api/v1/stock/all",
    query: "BULK-9876",
    sort: "Available",
    filter: "attention=Out",
  },
  customers: {
    path: "/customers",
    api: "/api/v1/users",
    query: "bulk9876",
    found: "Buyer 9876",
    sort: "Since",
  },
};

/** Remembers the slowest press since it was last asked, as the browser itself measures it. */
const watchPresses = `
  globalThis.slowest = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.interactionId) globalThis.slowest = Math.max(globalThis.slowest, entry.duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
`;

const firstCell = "tbody tr:first-child :is(a, .idb)";
const rowsIn = ({ page }: Visitor) => page.locator("tbody tr[data-row]");
const firstRow = ({ page }: Visitor) => page.locator(firstCell).first().innerText();

/** Presses, and waits until the list begins with another row. */
const turn = async (visitor: Visitor, press: () => Promise<void>): Promise<string> => {
  const before = await firstRow(visitor);
  await press();
  await until(
    visitor.page,
    `document.querySelector(${JSON.stringify(firstCell)})?.innerText !== ${JSON.stringify(before)}`,
  );
  return firstRow(visitor);
};

const open = async (path: string, options: Parameters<typeof visit>[0] = {}) => {
  const visitor = await visit(options);
  const { page } = visitor;
  await page.addInitScript(watchPresses);
  await signInAsStaff(visitor, shop.hint);
  const answers: Answer[] = [];
  const longest = { rows: 0 };
  page.on("response", (response: Response) => {
    if (!response.url().includes("/api/v1/") || !response.ok()) return;
    void response.json().then(
      (body: object) => {
        for (const value of Object.values(body))
          if (Array.isArray(value)) longest.rows = Math.max(longest.rows, value.length);
        if (lists[path] && new URL(response.url()).pathname === lists[path].api)
          answers.push(body as Answer);
      },
      () => {},
    );
  });
  await page.goto(`/admin${lists[path]?.path ?? path}`);
  await awakeBackOffice(page);
  if (lists[path]) await rowsIn(visitor).first().waitFor();
  return { visitor, page, answers, longest };
};

test.each(Object.entries(lists))("%s: forward, back, and never all of it", async (name, list) => {
  const { visitor, page, longest } = await open(name);
  expect(await rowsIn(visitor).count()).toBe(pageRows);
  const first = await firstRow(visitor);
  const shown = page.locator(".pager .num");
  expect(await shown.innerText()).toMatch(/^1–50 of 10,\d{3}\+?$/);

  const second = await turn(visitor, () => page.click(".pager button:text('Next page')"));
  expect(await shown.innerText()).toMatch(/^51–100 of 10,\d{3}\+?$/);
  const third = await turn(visitor, () => page.keyboard.press("]"));
  expect(new Set([first, second, third]).size).toBe(3);
  // A page is read from its top.
  const top = "document.querySelector('main .list').scrollTop + scrollY";
  expect(await page.evaluate<number>(top)).toBe(0);

  expect(await turn(visitor, () => page.click(".pager button:text('Previous page')"))).toBe(second);
  expect(await turn(visitor, () => page.keyboard.press("["))).toBe(first);
  await turn(visitor, () => page.keyboard.press("]"));
  await turn(visitor, () => page.keyboard.press("]"));
  expect(await turn(visitor, () => page.click(".pager button:text('First page')"))).toBe(first);

  // The other order begins with another row, and leads on.
  const sorted = await turn(visitor, () => page.click(`th button:text('${list.sort}')`));
  expect(await page.locator("th[aria-sort]").innerText()).toBe(list.sort);
  expect(await turn(visitor, () => page.keyboard.press("]"))).not.toBe(sorted);
  expect(longest.rows).toBeLessThanOrEqual(100);
});

const filtered = Object.entries(lists).filter(([, { filter }]) => filter !== undefined);
test.each(filtered)("%s: a filter leaves thousands, and leads on", async (name, list) => {
  const { visitor, page, answers } = await open(name);
  await page.goto(`/admin${list.path}?${list.filter}`);
  await awakeBackOffice(page);
  expect(answers.at(-1)?.totalCount).toBeGreaterThan(100);
  expect(await rowsIn(visitor).count()).toBe(pageRows);
  await turn(visitor, () => page.keyboard.press("]"));
});

test.each(Object.entries(lists))("%s: finds one in all of it", async (name, list) => {
  const { page } = await open(name);
  await page.keyboard.press("/");
  await page.keyboard.type(list.query);
  await until(page, "document.querySelectorAll('tbody tr[data-row]').length === 1");
  expect(await page.locator("tbody tr").innerText()).toContain(list.found ?? list.query);
});

test.each(Object.entries(lists))("%s: by keyboard, and at once", async (name) => {
  const { visitor, page } = await open(name);
  const rounds: number[] = [];
  // The machine has other work too: of three rounds the calmest tells of the page.
  for (let round = 0; round < 3; round++) {
    await page.evaluate("globalThis.slowest = 0");
    for (let presses = 0; presses < 12; presses++) await page.keyboard.press("j");
    await page.keyboard.press("k");
    expect(await page.evaluate<number>(indexOfRowAtHand)).toBe(10);
    await turn(visitor, () => page.keyboard.press("]"));
    expect(await page.evaluate<number>(indexOfRowAtHand)).toBe(-1);
    if (name === "orders") {
      await page.keyboard.press("j");
      await page.keyboard.press("x");
      await page.locator(".bulk").waitFor();
      await page.keyboard.press("Escape");
    }
    await page.waitForTimeout(100);
    rounds.push(await page.evaluate<number>("globalThis.slowest"));
    await turn(visitor, () => page.keyboard.press("["));
  }
  expect(Math.min(...rounds)).toBeLessThanOrEqual(interactionMsMost);
  // A page that has just been turned may still be drawn when the key comes.
  await expect
    .poll(async () => {
      const at = await page.evaluate<number>(indexOfRowAtHand);
      if (at < 0) await page.keyboard.press("j");
      return at;
    })
    .toBe(0);
  await page.keyboard.press("Enter");
  if (name === "stock") await page.locator(".peek").waitFor();
  else await page.waitForURL(/\/(orders|products|customers)\/[\w-]{36}/);
});
const indexOfRowAtHand =
  "[...document.querySelectorAll('tbody tr[data-row]')].indexOf(document.querySelector('tr.at'))";

/** Of the page, and of the list in it. */
const sideways = `(() => {
  const list = document.querySelector(".list");
  const root = document.documentElement;
  return [root.scrollWidth - root.clientWidth, list.scrollWidth - list.clientWidth];
})()`;

test.each(
  Object.keys(lists).flatMap((name) =>
    (
      [
        ["a phone", phone],
        ["a desk", desk],
        ["a wide desk", wideDesk],
      ] as const
    ).map(([where, view]) => [name, where, view] as const),
  ),
)("%s: nothing scrolls sideways on %s", async (name, _where, view) => {
  const { page, visitor } = await open(name, { view });
  expect(await page.evaluate<number[]>(sideways)).toEqual([0, 0]);
  await turn(visitor, () => page.click(".pager button:text('Next page')"));
  expect(await page.evaluate<number[]>(sideways)).toEqual([0, 0]);
  expect(await page.evaluate<number>("scrollY")).toBe(0);
});

test.each([["a desk", desk] as const, ["a wide desk", wideDesk] as const])(
  "the story of one SKU beside the list leaves room for both on %s",
  async (_where, view) => {
    const { page } = await open("stock", { view });
    await page.locator("tbody .idb").first().click();
    await page.waitForSelector(".peek");
    expect(await page.evaluate<number[]>(sideways)).toEqual([0, 0]);
  },
);

test("home counts ten thousand orders, and asks for a handful", async () => {
  const { page, longest } = await open("", {});
  expect(longest.rows).toBeLessThanOrEqual(100);
  await page.locator(".rail .count").first().waitFor();
});

test("home opens in the currency that sold, and remembers another choice", async () => {
  const euros = async () =>
    page
      .locator("select.pick")
      .evaluate((select) => (select as unknown as { value: string }).value);
  const { page } = await open("", {});
  await page.locator(".stats").waitFor();
  expect(await euros()).toBe("EUR");
  await page.locator("select.pick").selectOption("JPY");
  await page.reload();
  await page.locator(".stats").waitFor();
  expect(await euros()).toBe("JPY");
});

test("a column is left out, and stays left out in this browser", async () => {
  const { page } = await open("orders");
  const heads = () => page.locator("thead th").allInnerTexts();
  expect(await heads()).toContain("Delivery");
  await page.click(".menu summary");
  await page.locator(".menu label", { hasText: "Delivery" }).locator("input").uncheck();
  expect(await heads()).not.toContain("Delivery");
  await page.keyboard.press("Escape");
  expect(await page.locator(".menu[open]").count()).toBe(0);
  await page.reload();
  await awakeBackOffice(page);
  expect(await heads()).not.toContain("Delivery");
  expect(await heads()).toContain("Customer");
});
