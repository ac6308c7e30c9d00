import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { clerk, type Clerk } from "../clerk.ts";
import { openApiClient } from "../openapi-client.ts";
import { signInAsStaff } from "./back-office-stops.ts";
import { awakeBackOffice, desk, phone, until, type Visitor } from "./browser.ts";
import { visiting } from "./visiting.ts";
import { ourShop } from "../our-shop.ts";

// Small forms of the back office, with somebody else at the same thing meanwhile.

const shop = ourShop();
const visit = visiting();
let other: Clerk;
beforeAll(async () => {
  const { call } = await openApiClient(shop.url);
  other = await clerk(call, shop);
});

const go = async ({ page }: Visitor, path: string) => {
  await page.goto(`/admin${path}`);
  await awakeBackOffice(page);
};
const enter = async (path: string) => {
  const visitor = await visit();
  await signInAsStaff(visitor, shop);
  await go(visitor, path);
  return visitor;
};
const closed = ({ page }: Visitor) => page.waitForSelector(".dlf", { state: "detached" });

test("thresholds: set by keyboard, and asked about after another's change", async () => {
  const { sku } = await other.goods(3);
  const visitor = await enter(`/stock?query=${sku}`);
  const { page } = visitor;
  const openDialog = async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("l");
    await page.locator(".dlb").getByLabel("Reorder at").waitFor();
  };
  await openDialog();
  await page.locator(".dlb").getByLabel("Reorder at").fill("1.5");
  await page.getByText("A whole number").waitFor();
  await page.locator(".dlb").getByLabel("Reorder at").fill("40");
  await page.keyboard.press("Enter");
  await closed(visitor);
  expect(await other.stockOf(sku)).toMatchObject({ reorderPoint: 40, thresholdsRevision: 2 });

  await openDialog();
  await page.locator(".dlb").getByLabel("Reorder at").fill("50");
  await other.call("setStockThresholds", {
    token: other.token,
    params: { sku },
    headers: { "if-match": '"2"' },
    body: { reorderPoint: 45, lowStockThreshold: 7 },
  });
  await page.keyboard.press("Enter");
  const conflict = page.locator(".conflict");
  await conflict.waitFor();
  expect(await conflict.locator(".val").allInnerTexts()).toEqual(["40", "45", "50"]);
  // What they alone changed is theirs already.
  expect(await page.locator(".dlb").getByLabel("Low at").inputValue()).toBe("7");
  await conflict.getByRole("button", { name: "Keep mine" }).click();
  await page.click(".dlf button[type=submit]");
  await closed(visitor);
  expect(await other.stockOf(sku)).toMatchObject({ reorderPoint: 50, lowStockThreshold: 7 });
});

test("coupons: made, refused twice, switched off and on, and never over another's switch", async () => {
  const code = `J-${randomBytes(4).toString("hex").toUpperCase()}`;
  const visitor = await enter("/coupons");
  const { page } = visitor;
  const make = async () => {
    await page.keyboard.press("n");
    await page.locator(".dlb").getByLabel("Code").fill(code.toLowerCase());
    await page.click(".dlf button[type=submit]");
  };
  await make();
  await closed(visitor);
  const row = page.locator("tbody tr", { hasText: code });
  expect(await row.innerText()).toMatch(/On\s+10 %\s+–\s+0\s+1/);
  await make();
  await page.getByText("There is already a coupon of this code.").waitFor();
  await page.keyboard.press("Escape");
  await closed(visitor);

  const press = async () => {
    await row.locator(".idb").click();
    await page.waitForSelector(".dlf");
  };
  await press();
  await page.getByRole("button", { name: "Switch off" }).click();
  await closed(visitor);
  await row.getByText("Off", { exact: true }).waitFor();

  await press();
  const turn = (isOn: boolean, revision: number) =>
    other.call("switchCoupon", {
      token: other.token,
      params: { code },
      headers: { "if-match": `"${revision}"` },
      body: { isOn },
    });
  expect((await turn(true, 2)).status).toBe(200);
  await page.getByRole("button", { name: "Switch on" }).click();
  await page.getByText("Somebody changed this coupon meanwhile").waitFor();
  // It is on already: what is offered now is the opposite.
  await page.getByRole("button", { name: "Switch off" }).waitFor();
});

test("the form of a coupon fits its dialog, on a phone too", async () => {
  const { page } = await enter("/coupons");
  await page.keyboard.press("n");
  await page.waitForSelector(".dlb");
  for (const view of [desk, phone]) {
    await page.setViewportSize(view);
    const outside = await page.evaluate<number>(`(() => {
      const right = document.querySelector(".dlb").getBoundingClientRect().right;
      const fields = [...document.querySelectorAll(".dlb input")];
      return fields.filter((field) => field.getBoundingClientRect().right > right).length +
        fields.filter((field, place) => {
          const [one, other] = [field, fields[place + 1]].map((box) => box?.getBoundingClientRect());
          return other && one.top === other.top && one.right > other.left;
        }).length;
    })()`);
    expect([view.width, outside]).toEqual([view.width, 0]);
  }
});

test("categories: made beneath another, renamed in both languages, and asked about", async () => {
  const word = randomBytes(4).toString("hex");
  const visitor = await enter("/categories");
  const { page } = visitor;
  const row = (name: string) => page.locator("tbody tr", { hasText: name });
  const make = async (name: string, parent?: string) => {
    await page.keyboard.press("n");
    await page.locator(".dlb").getByLabel("Name", { exact: true }).fill(name);
    if (parent)
      await page.locator(".dlb").getByLabel("In", { exact: true }).selectOption({ label: parent });
    await page.click(".dlf button[type=submit]");
    await closed(visitor);
    await row(name).first().waitFor();
  };
  await make(`Vases ${word}`);
  await make(`Tall ${word}`, `Vases ${word}`);
  expect(await row(`Tall ${word}`).innerText()).toContain(`tall-${word}`);

  await row(`Tall ${word}`).locator(".idb").click();
  await page.locator(".dlb").getByLabel("Name, Chinese").fill("高花瓶");
  await page.click(".dlf button[type=submit]");
  await closed(visitor);
  await row("高花瓶").waitFor();

  await row("高花瓶").locator(".idb").click();
  await page.locator(".dlb").getByLabel("Name", { exact: true }).fill(`Taller ${word}`);
  type Tree = { categories: { id: string; name: { en: string }; description: { en: string } }[] };
  const { body } = await other.call<Tree>("listCatalogueCategories", { token: other.token });
  const theirs = body.categories.find(({ name }) => name.en === `Tall ${word}`);
  const edited = await other.call("editCategory", {
    token: other.token,
    params: { categoryId: theirs?.id ?? "" },
    headers: { "if-match": '"2"' },
    body: { name: { en: `Tallest ${word}`, zh: "高花瓶" }, description: { en: "" } },
  });
  expect(edited.status).toBe(200);
  await page.click(".dlf button[type=submit]");
  const conflict = page.locator(".conflict");
  await conflict.waitFor();
  await conflict.getByRole("button", { name: "Take theirs" }).click();
  expect(await page.locator(".dlb").getByLabel("Name", { exact: true }).inputValue()).toBe(
    `Tallest ${word}`,
  );
  await page.click(".dlf button[type=submit]");
  await closed(visitor);
  await row(`Tallest ${word}`).waitFor();
  // In the other language its other name leads.
  await page.getByRole("button", { name: "中文" }).first().click();
  await until(page, "document.documentElement.lang === 'zh'");
  await page.locator("tbody .idb", { hasText: "高花瓶" }).first().waitFor();
});

test("products: hidden together, one of them too late, and taken back", async () => {
  const goods = [await other.goods(1), await other.goods(1), await other.goods(1)];
  const visitor = await enter("/products");
  const { page } = visitor;
  for (let presses = 0; presses < 3; presses++) {
    await page.keyboard.press("j");
    await page.keyboard.press("x");
  }
  const statusOf = async (productId: string) =>
    (
      await other.call<{ status: string }>("findCatalogueProduct", {
        token: other.token,
        params: { productId },
      })
    ).body.status;
  const [first] = goods;
  const late = await other.call("changeProductStatus", {
    token: other.token,
    params: { productId: first?.id ?? "" },
    headers: { "if-match": '"1"' },
    body: { status: "Inactive" },
  });
  expect(late.status).toBe(200);
  await page.getByRole("button", { name: "Hide 3" }).click();
  await page.getByText("2 hidden.").waitFor();
  await page.getByText("1 not: Somebody changed this since you read it.").waitFor();
  const statuses = () => Promise.all(goods.map(({ id }) => statusOf(id)));
  expect(await statuses()).toEqual(["Inactive", "Inactive", "Inactive"]);
  await page.keyboard.press("z");
  await page.getByText("2 taken back.").waitFor();
  expect(await statuses()).toEqual(["Inactive", "Active", "Active"]);
  await page.locator("tbody .dotl.on").nth(1).waitFor();
});
