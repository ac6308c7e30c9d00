import { afterAll, expect, test } from "vitest";
import { shopDatabase } from "../shop-database.ts";
import type { Visitor } from "./browser.ts";
import { newEmail, paidTitle, payWith, plentifulMug, toPayment, untilTitle } from "./shopping.ts";
import { visiting } from "./visiting.ts";
import { ourShop } from "../our-shop.ts";

// The tab is closed in the middle of paying. Whoever comes back sees what is the case, and paid once.

const visit = visiting();
const { rows, close } = shopDatabase(ourShop().databaseUrl);
afterAll(close);

const start = async (shopper: Visitor): Promise<string> => {
  await shopper.go(plentifulMug);
  await toPayment(shopper, newEmail());
  return shopper.page.inputValue("#checkout input[name=orderId]");
};

/** Presses, and is gone once the press is on the wire: no answer reaches this tab. */
const pressAndLeave = async ({ page }: Visitor, selector: string, address: string) => {
  const sent = page.waitForRequest(
    (request) => request.method() === "POST" && request.url().includes(address),
  );
  await page.click(selector, { noWaitAfter: true });
  await sent;
  await page.close();
};

/** The same browser, another tab. */
const comeBack = async (shopper: Visitor, path: string): Promise<Visitor> => {
  const page = await shopper.context.newPage();
  await page.goto(shopper.at(path));
  return { ...shopper, page };
};

const moneyOf = (orderId: string) =>
  rows<{ state: string; taken: number }>(
    `select state, (select count(*)::int from sandbox.money_log
                     where reference = payment_id::text and kind = 'capture') as taken
       from payments.payments where order_id = $1`,
    [orderId],
  );
const paidOnce = async (orderId: string) =>
  expect
    .poll(() => moneyOf(orderId), { timeout: 20_000 })
    .toEqual([{ state: "captured", taken: 1 }]);

test("before the shop could answer: the order is found by who asks to check out again", async () => {
  const shopper = await visit();
  const orderId = await start(shopper);
  await shopper.page.check("input[name=token][value=tok_visa]");
  await pressAndLeave(shopper, "button[value=pay]", "/checkout");
  await paidOnce(orderId);
  const back = await comeBack(shopper, "/checkout");
  expect(new URL(back.page.url()).pathname).toBe(`/orders/${orderId}`);
  await untilTitle(back, paidTitle.en);
  await paidOnce(orderId);
});

test("while the bank thinks: the order's page follows it to the end", async () => {
  const shopper = await visit();
  const orderId = await start(shopper);
  await payWith(shopper, "tok_timeout");
  await shopper.page.close();
  const back = await comeBack(shopper, `/orders/${orderId}`);
  await untilTitle(back, paidTitle.en);
  await paidOnce(orderId);
});

test("at the bank's door: the order waits, and the way there is shown again", async () => {
  const shopper = await visit();
  const orderId = await start(shopper);
  await payWith(shopper, "tok_second_factor");
  await shopper.page.click(".order-head .button.main");
  await shopper.page.waitForURL("**/sandbox-bank/**");
  await shopper.page.close();
  const back = await comeBack(shopper, `/orders/${orderId}`);
  await untilTitle(back, "Your bank asks that it is you.");
  expect(await moneyOf(orderId)).toEqual([{ state: "action", taken: 0 }]);
  // Another card would be refused while this one is asked about.
  expect(await back.page.locator("form[aria-labelledby=pay-title]").count()).toBe(0);
  await back.page.click(".order-head .button.main");
  await back.page.click("button[value=yes]");
  await untilTitle(back, paidTitle.en);
  await paidOnce(orderId);
});

test("having said yes to the bank, without waiting for its answer", async () => {
  const shopper = await visit();
  const orderId = await start(shopper);
  await payWith(shopper, "tok_second_factor");
  await shopper.page.click(".order-head .button.main");
  await pressAndLeave(shopper, "button[value=yes]", "/sandbox-bank/");
  const back = await comeBack(shopper, `/orders/${orderId}`);
  await untilTitle(back, paidTitle.en);
  await paidOnce(orderId);
});
