import type {
  FlashSale,
  FlashSaleFigures,
  OpenFlashSaleList,
  Order,
  Problem,
} from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import type { Static } from "typebox";
import { afterAll, expect, test } from "vitest";
import { clerk } from "./clerk.ts";
import { openApiClient } from "./openapi-client.ts";
import { patient, somebody } from "./people.ts";
import { shopper, type Line } from "./shopper.ts";
import { witness } from "./witness.ts";
import { ourShop } from "./our-shop.ts";

// A flash sale as people meet it: staff schedule it, shoppers buy, it is sold out, and it is over.

const { url, databaseUrl, ...hint } = ourShop();
const { call } = await openApiClient(url);
const { guest, quoted, orderOf, place, pay, untilOrder } = shopper(call);
const staff = await clerk(call, hint);
const { said, rows, close } = witness(call, databaseUrl);
afterAll(close);

const salePrices = { USD: 900, EUR: 800, GBP: 700, JPY: 90_000, CNY: 5_000 };
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const one = (sku: string): Line[] => [{ sku, quantity: 1 }];

const schedule = async (sku: string, change: object = {}) => {
  const sale = {
    id: uuidv7(),
    name: { en: `Sale of ${sku}` },
    startsAt: inMs(1_500),
    endsAt: inMs(3_600_000),
    limitPerCustomer: 1,
    hasWaitingRoom: false,
    items: [{ sku, salePrices, quantity: 3 }],
    ...change,
  };
  return call<FlashSale>("scheduleFlashSale", { token: staff.token, body: sale });
};
const saleOf = async (flashSaleId: string) =>
  (await call<FlashSale>("findFlashSale", { token: staff.token, params: { flashSaleId } })).body;
const until = (flashSaleId: string, status: string) =>
  expect.poll(async () => (await saleOf(flashSaleId)).status, patient).toBe(status);
const openSale = async (flashSaleId: string) => {
  const { body } = await call<OpenFlashSaleList>("listOpenFlashSales");
  return body.sales.find(({ id }) => id === flashSaleId);
};
const figuresOf = async (flashSaleId: string) => {
  const { token } = staff;
  return (await call<FlashSaleFigures>("findFlashSaleFigures", { token, params: { flashSaleId } }))
    .body;
};
type Refused = Static<typeof Problem>;
const refusalOf = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer;
  const { type, field, detail } = body as Refused;
  return { status, type, field, detail };
};
const available = async (sku: string) => (await staff.stockOf(sku)).availableQuantity;

/** What an open page hears of a sale. */
const listen = async (flashSaleId: string) => {
  const stop = new AbortController();
  const { body } = await fetch(`${url}/api/v1/flash-sales/${flashSaleId}/stock/live`, {
    signal: stop.signal,
  });
  let heard = "";
  const listening = (async () => {
    for await (const chunk of body ?? []) heard += Buffer.from(chunk).toString();
  })().catch(() => {});
  return {
    heard: () => heard,
    close: async () => {
      stop.abort();
      await listening;
    },
  };
};

/** Five on the shelf, three of them set aside, and the sale has begun. */
const begun = async () => {
  const { sku } = await staff.goods(5);
  const { status, body: sale } = await schedule(sku);
  expect([status, sale.status]).toEqual([201, "Scheduled"]);
  expect(await said("pricing.flash_sale_scheduled", sale.id)).toMatchObject({ revision: 1 });
  expect(await available(sku)).toBe(2);
  // Before it begins, the shop's own shelf is sold at the shop's own price.
  expect((await quoted(one(sku))).body.items).toMatchObject([{ unitPrice: { amount: 1_900 } }]);
  await expect
    .poll(() => openSale(sale.id), patient)
    .toMatchObject({
      status: "Scheduled",
      items: [{ sku, available: 3 }],
    });
  const page = await listen(sale.id);
  await until(sale.id, "Running");
  await expect.poll(() => page.heard(), patient).toContain('"status":"Running"');
  return { sku, sale, page };
};

type Begun = Awaited<ReturnType<typeof begun>>;
/** Its time is over, without an hour of waiting. Whoever held a unit then still pays the sale's price. */
const over = async ({ sku, sale, page }: Begun, cleo: string, held: string) => {
  await rows("update pricing.flash_sales set ends_at = now() where flash_sale_id = $1", [sale.id]);
  expect(await said("pricing.flash_sale_ended", sale.id)).toMatchObject({ reason: "Over" });
  await expect.poll(() => available(sku), patient).toBe(3);
  await expect.poll(() => page.heard(), patient).toContain('"status":"Over"');
  await page.close();
  expect(await openSale(sale.id)).toBeUndefined();
  expect((await quoted(one(sku))).body.items).toMatchObject([{ unitPrice: { amount: 1_900 } }]);
  await pay(cleo, held, "tok_visa");
  await untilOrder(cleo, held, "Paid");
  await expect.poll(() => figuresOf(sale.id), patient).toMatchObject({ paid: 2, available: 0 });
};

test("a sale is scheduled, bought out, refused to who had theirs, and over with the rest on the shelf", async () => {
  const { sku, sale, page } = await begun();
  const email = somebody();
  const [ada, ben, cleo, dan] = [await guest(), await guest(), await guest(), await guest()];
  const first = await place(ada, one(sku), { email });
  expect(first.body.items).toMatchObject([
    { flashSaleId: sale.id, unitPrice: { amount: 800, currency: "EUR" } },
  ]);
  await pay(ada, first.body.id, "tok_visa");
  await untilOrder(ada, first.body.id, "Paid");
  expect(await refusalOf(quoted([{ sku, quantity: 2 }]))).toMatchObject({
    status: 422,
    type: "pricing.flash_sale_limit",
    field: "/lines/0/quantity",
  });
  const twice = { type: "pricing.flash_sale_limit_reached", status: 409, detail: { left: 0 } };
  expect(await refusalOf(place(ada, one(sku)))).toMatchObject(twice);
  expect(
    await refusalOf(place(dan, one(sku), { email: `${email.split("@")[0]}+2@example.org` })),
  ).toMatchObject(twice);

  const second = await place(ben, one(sku));
  const third = await place(cleo, one(sku));
  expect([second.status, third.status]).toEqual([201, 201]);
  await expect.poll(() => page.heard(), patient).toContain(`{"sku":"${sku}","available":0}`);
  const soldOut = {
    type: "pricing.flash_sale_sold_out",
    detail: { lines: [{ sku, available: 0 }] },
  };
  expect(await refusalOf(quoted(one(sku)))).toMatchObject(soldOut);
  expect(await available(sku)).toBe(2);

  // One changes their mind: their unit and portion are there again.
  const orderId = second.body.id;
  await call("cancelOrder", { token: ben, params: { orderId }, body: {} });
  await expect.poll(async () => (await quoted(one(sku))).status, patient).toBe(200);
  const { body: quote } = await quoted(one(sku));
  const again = await call<Order>("placeOrder", { token: ben, body: orderOf(one(sku), quote) });
  expect(again.status).toBe(201);
  await call("cancelOrder", { token: ben, params: { orderId: again.body.id }, body: {} });
  await expect
    .poll(() => figuresOf(sale.id), patient)
    .toMatchObject({
      status: "Running",
      requests: 6,
      refused: 2,
      sold: 2,
      paid: 1,
      available: 1,
    });

  await over({ sku, sale, page }, cleo, third.body.id);
  const movements = await staff.movementsOf(sku);
  expect(movements.map(({ reason, quantityChange }) => [reason, quantityChange])).toEqual([
    ["BroughtBack", 1],
    ["SetAside", -3],
    ["Purchase", 5],
  ]);
});

test("a sale with a waiting room is closed to who did not wait", async () => {
  const { sku } = await staff.goods(3);
  const { body: sale } = await schedule(sku, { hasWaitingRoom: true });
  await until(sale.id, "Running");
  expect(await refusalOf(place(await guest(), one(sku)))).toMatchObject({
    status: 403,
    type: "waiting-room",
    detail: { flashSaleId: sale.id },
  });
  const headers = { "if-match": `"${sale.revision}"` };
  const { token } = staff;
  await call("cancelFlashSale", { token, params: { flashSaleId: sale.id }, headers });
  await expect.poll(() => available(sku), patient).toBe(3);
});
