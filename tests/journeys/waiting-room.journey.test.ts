import type { FlashSale, PlacedOrder, Quote, WaitingTicket } from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import { afterAll, expect, test } from "vitest";
import { clerk } from "./clerk.ts";
import { openApiClient } from "./openapi-client.ts";
import { patient } from "./people.ts";
import { shopDatabase } from "./shop-database.ts";
import { shopper } from "./shopper.ts";
import { ourShop } from "./our-shop.ts";

// A flash sale with a waiting room, as shoppers meet it: by the documented API alone.

const { url, databaseUrl, ...hint } = ourShop();
const { call } = await openApiClient(url);
const { guest, orderOf } = shopper(call);
const staff = await clerk(call, hint);
const { rows, close } = shopDatabase(databaseUrl);
afterAll(close);

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const schedule = async (sku: string, quantity: number, startsInMs: number) => {
  const { body, status } = await call<FlashSale>("scheduleFlashSale", {
    token: staff.token,
    body: {
      id: uuidv7(),
      name: { en: "Kettles for a moment" },
      startsAt: inMs(startsInMs),
      endsAt: inMs(600_000),
      limitPerCustomer: 1,
      hasWaitingRoom: true,
      items: [
        { sku, quantity, salePrices: { USD: 500, EUR: 500, GBP: 500, JPY: 50_000, CNY: 3_000 } },
      ],
    },
  });
  expect([status, body]).toEqual([201, expect.anything()]);
  return body.id;
};
const ask = async (operation: string, flashSaleId: string, token: string) =>
  (
    await call<WaitingTicket>(operation, {
      token,
      params: { flashSaleId },
      ...(operation === "joinWaitingRoom" && { body: {} }),
    })
  ).body;
type Refused = { type?: string };
/** What became of an order of one unit: its status, or why not. */
const order = async (token: string, sku: string) => {
  const lines = [{ sku, quantity: 1 }];
  const { body: quote } = await call<Quote>("quote", {
    token,
    body: (await quoteBody(lines)) as object,
  });
  const { status, body } = await call<PlacedOrder & Refused>("placeOrder", {
    token,
    body: orderOf(lines, quote),
  });
  return status === 201 ? "placed" : (body.type ?? String(status));
};
const quoteBody = async (lines: readonly { sku: string; quantity: number }[]) => ({
  lines,
  currency: "EUR",
  language: "en",
  shippingMethodId: "standard",
  destination: { country: "IE", state: "", postalCode: "H91 X2F4" },
});

test("who comes early waits, who is let in may order once, and who comes too late is told", async () => {
  const { sku } = await staff.goods(3);
  const saleId = await schedule(sku, 3, 3_000);
  const people = await Promise.all(Array.from({ length: 15 }, guest));
  const joined = await Promise.all(people.map((one) => ask("joinWaitingRoom", saleId, one)));
  expect(new Set(joined.map(({ state }) => state))).toEqual(new Set(["Early"]));

  const states = async () =>
    Promise.all(people.map((one) => ask("findWaitingTicket", saleId, one)));
  const inside = async () =>
    (await states()).flatMap(({ state }, nth) => (state === "Admitted" ? [people[nth] ?? ""] : []));
  await expect.poll(async () => (await inside()).length, patient).toBe(10);
  const admitted = await inside();
  const [waiting = ""] = people.filter((one) => !admitted.includes(one));
  expect(await order(waiting, sku)).toBe("waiting-room");
  expect(await order(await guest(), sku)).toBe("waiting-room");

  const [first = "", ...others] = admitted;
  expect(await order(first, sku)).toBe("placed");
  expect((await ask("findWaitingTicket", saleId, first)).state).toBe("Used");
  expect(await order(first, sku)).not.toBe("placed");
  const outcomes = await Promise.all(others.map((one) => order(one, sku)));
  expect(outcomes.filter((one) => one === "placed")).toHaveLength(2);

  await expect
    .poll(async () => (await ask("findWaitingTicket", saleId, waiting)).state, patient)
    .toBe("Over");
  // Who was let in and found nothing may try again until their time is over.
  const after = (await states()).map(({ state }) => state);
  expect(after.filter((state) => state === "Used")).toHaveLength(3);
  const used = await rows<{ count: string }>(
    "select count(*) as count from gateway.waiting_tickets where flash_sale_id = $1 and used_by is not null",
    [saleId],
  );
  expect(used).toEqual([{ count: "3" }]);
});
