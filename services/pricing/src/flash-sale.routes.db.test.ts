import type { FlashSale, FlashSaleRequest } from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { settle } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { inMs, saleNumber, saleOf, saleServer } from "./flash-sale.examples.ts";
import { cup, everywhere, teapot } from "./quote.examples.ts";

const said = async (db: Database) =>
  (
    await db.query(
      "select type, data from platform.outbox where type like 'pricing.flash%' order by position",
    )
  ).rows;
const changeOf = (sale: FlashSaleRequest) => {
  const { id: _id, ...terms } = sale;
  return terms;
};

test("a sale is scheduled once however often it is sent, and another wish under its id is refused", async () => {
  await using db = await testDatabase("pricing");
  const { ask } = await saleServer(db);
  const sale = saleOf(1);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => ask("POST", "/flash-sales", { body: sale })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
  expect(answers[0]?.body).toMatchObject({ ...sale, status: "Scheduled", revision: 1 });
  expect(answers[0]?.headers["etag"]).toBe('"1"');
  expect(await said(db)).toMatchObject([
    { type: "pricing.flash_sale_scheduled", data: { flashSaleId: sale.id, revision: 1 } },
  ]);
  const other = await ask("POST", "/flash-sales", { body: { ...sale, limitPerCustomer: 3 } });
  expect(other).toMatchObject({
    status: 422,
    body: { type: "pricing.flash_sale_scheduled_otherwise", field: "/id" },
  });
});

const dear = { ...everywhere(600), JPY: 1_000 };
test.for([
  [{ startsAt: inMs(-1_000) }, 422, "in_the_past", "/startsAt"],
  [{ endsAt: inMs(3_500_000) }, 422, "window", "/endsAt"],
  [{ endsAt: "9998-01-01T00:00:00Z" }, 422, "too_far", "/endsAt"],
  [
    { items: [{ sku: "NOTHING", salePrices: everywhere(1), quantity: 1 }] },
    422,
    "unknown_sku",
    "/items/0/sku",
  ],
  [
    {
      items: [teapot, cup, teapot].map((sku) => ({ sku, salePrices: everywhere(1), quantity: 1 })),
    },
    422,
    "item_twice",
    "/items/2/sku",
  ],
  [
    { items: [{ sku: teapot, salePrices: dear, quantity: 1 }] },
    422,
    "not_cheaper",
    "/items/0/salePrices/JPY",
  ],
  [
    {
      items: [
        { sku: cup, salePrices: everywhere(1), quantity: 1 },
        { sku: teapot, salePrices: everywhere(1), quantity: 1_001 },
      ],
    },
    409,
    "short_of_stock",
    "/items/1/quantity",
  ],
] as const)("%j is refused, and the field is named", async ([mistake, status, name, field]) => {
  await using db = await testDatabase("pricing");
  const { ask } = await saleServer(db);
  const body = { ...saleOf(1), ...mistake };
  expect(await ask("POST", "/flash-sales", { body })).toMatchObject({
    status,
    body: { type: `pricing.flash_sale_${name}`, field },
  });
  expect(await said(db)).toEqual([]);
});

test("two sales cannot have one SKU for one hour, also when both are asked for at once", async () => {
  await using db = await testDatabase("pricing");
  const { ask } = await saleServer(db);
  const answers = await Promise.all(
    [1, 2, 3].map((nth) => ask("POST", "/flash-sales", { body: saleOf(nth) })),
  );
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
    201, 409, 409,
  ]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
    type: "pricing.flash_sale_overlaps",
    field: "/items/0/sku",
  });
  const later = { startsAt: inMs(4_300_000), endsAt: inMs(4_400_000) };
  expect((await ask("POST", "/flash-sales", { body: saleOf(4, later) })).status).toBe(201);
});

test("a sale is changed while it has not begun, by whoever read it last, and cancelled once", async () => {
  await using db = await testDatabase("pricing");
  const { ask } = await saleServer(db);
  const sale = saleOf(1);
  await ask("POST", "/flash-sales", { body: sale });
  const url = `/flash-sales/${sale.id}`;
  const change = { ...changeOf(sale), limitPerCustomer: 5 };
  expect((await ask("PUT", url, { body: change })).status).toBe(428);
  expect(await ask("PUT", url, { body: change, revision: 1 })).toMatchObject({
    status: 200,
    body: { limitPerCustomer: 5, revision: 2 },
  });
  expect((await ask("PUT", url, { body: change, revision: 1 })).status).toBe(412);
  // The request that made it still makes it.
  expect(await ask("POST", "/flash-sales", { body: sale })).toMatchObject({
    status: 201,
    body: { limitPerCustomer: 5 },
  });
  expect((await ask("PUT", `${url}/cancellation`, { revision: 1 })).status).toBe(412);
  for (const revision of [2, 3])
    expect(await ask("PUT", `${url}/cancellation`, { revision })).toMatchObject({
      status: 200,
      body: { status: "Cancelled", revision: 3 },
    });
  expect(await ask("PUT", url, { body: change, revision: 3 })).toMatchObject({
    status: 409,
    body: { type: "pricing.flash_sale_begun" },
  });
  expect((await said(db)).map(({ type, data }) => [type, data.revision, data.reason])).toEqual([
    ["pricing.flash_sale_scheduled", 1, undefined],
    ["pricing.flash_sale_scheduled", 2, undefined],
    ["pricing.flash_sale_ended", 3, "Cancelled"],
  ]);
  const nowhere = `/flash-sales/${saleNumber(9)}`;
  expect((await ask("GET", nowhere)).status).toBe(404);
  expect((await ask("PUT", nowhere, { body: change, revision: 1 })).status).toBe(404);
});

test("what began can only be cancelled; what is over is said to be, once", async () => {
  await using db = await testDatabase("pricing");
  const { ask, pricing } = await saleServer(db);
  const sale = saleOf(1, { startsAt: inMs(150), endsAt: inMs(900) });
  await ask("POST", "/flash-sales", { body: sale });
  const url = `/flash-sales/${sale.id}`;
  const status = async () => (await ask("GET", url)).body.status;
  await expect.poll(status, { interval: 20 }).toBe("Running");
  const change = changeOf(saleOf(1));
  expect((await ask("PUT", url, { body: change, revision: 1 })).body.type).toBe(
    "pricing.flash_sale_begun",
  );
  const loops = [pricing.service.work?.(), pricing.service.work?.()];
  await expect.poll(status, { timeout: 3_000 }).toBe("Over");
  await expect.poll(async () => (await said(db)).length, { timeout: 3_000 }).toBe(2);
  expect((await said(db))[1]).toMatchObject({
    type: "pricing.flash_sale_ended",
    data: { reason: "Over", revision: 2 },
  });
  expect((await ask("PUT", `${url}/cancellation`, { revision: 2 })).body.type).toBe(
    "pricing.flash_sale_over",
  );
  await Promise.all(loops.map(async (loop) => loop?.close()));
  await settle(db, [pricing.service]);
  expect(await said(db)).toHaveLength(2);
});

test("staff page through the sales; a shopper sees what is open, and nothing of the books", async () => {
  await using db = await testDatabase("pricing");
  const { ask, as } = await saleServer(db);
  const windows = [0, 1, 2].map((nth) => ({
    startsAt: inMs(3_600_000 + nth * 900_000),
    endsAt: inMs(4_200_000 + nth * 900_000),
  }));
  for (const [nth, window] of windows.entries())
    await ask("POST", "/flash-sales", { body: saleOf(nth, window) });
  const far = { startsAt: inMs(8 * 86_400_000), endsAt: inMs(9 * 86_400_000) };
  await ask("POST", "/flash-sales", { body: saleOf(7, far) });
  await ask("PUT", `/flash-sales/${saleNumber(1)}/cancellation`, { revision: 1 });

  const seen: string[] = [];
  for (let after = ""; ;) {
    const { body } = await ask("GET", `/flash-sales?limit=3${after}`);
    seen.push(...body.sales.map(({ id }: FlashSale) => id));
    if (!body.next) break;
    after = `&after=${body.next}`;
  }
  expect(seen).toEqual([7, 2, 1, 0].map(saleNumber));
  const cancelled = await ask("GET", "/flash-sales?status=Cancelled");
  expect(cancelled.body.sales).toMatchObject([{ id: saleNumber(1) }]);
  expect((await ask("GET", "/flash-sales?after=forged.cursor")).status).toBe(400);
  expect(await ask("GET", `/flash-sales/${saleNumber(0)}/figures`)).toMatchObject({
    status: 200,
    body: { status: "Scheduled", sold: 0, available: 100, waiting: 0 },
  });

  as("customer");
  const { body } = await ask("GET", "/flash-sales/open");
  expect(body.sales).toMatchObject([
    { id: saleNumber(0), status: "Scheduled", items: [{ sku: teapot, available: 100 }] },
    { id: saleNumber(2) },
  ]);
  expect(Math.abs(Date.parse(body.sales[0].now) - Date.now())).toBeLessThan(5_000);
  const closed = ["", `/${saleNumber(0)}`, `/${saleNumber(0)}/figures`];
  for (const url of closed) expect((await ask("GET", `/flash-sales${url}`)).status).toBe(403);
  expect((await ask("GET", `/flash-sales/${uuidv7()}/stock/live`)).status).toBe(404);
});
