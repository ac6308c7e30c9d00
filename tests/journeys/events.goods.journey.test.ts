import type { StaffProduct } from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import { afterAll, expect, test } from "vitest";
import { clerk } from "./clerk.ts";
import { openApiClient } from "./openapi-client.ts";
import { patient } from "./people.ts";
import { shopper } from "./shopper.ts";
import { witness } from "./witness.ts";
import { ourShop } from "./our-shop.ts";

// Every event of goods and their stock, said because staff did something, and what follows.

const { url, databaseUrl, ...hint } = ourShop();
const { call } = await openApiClient(url);
const { customer } = shopper(call);
const staff = await clerk(call, hint);
const { said, untilCount, close } = witness(call, databaseUrl);
afterAll(close);

test("ProductCreated, InventoryUpdated: new goods get a shelf, and can be found", async () => {
  const { id, sku, name } = await staff.goods(4);
  expect(await said("products.product_created", id)).toMatchObject({ product: { sku } });
  expect(await said("inventory.inventory_updated", sku)).toMatchObject({ newAvailable: 4 });
  const found = async () => {
    const { body } = await call<{ products: { id: string; isInStock: boolean }[] }>("search", {
      query: { query: name, inStock: "true" },
    });
    return body.products.some((product) => product.id === id && product.isInStock);
  };
  await expect.poll(found, patient).toBe(true);
});

test("ProductUpdated, PriceChanged, ProductStatusChanged: search follows the catalogue", async () => {
  const { id, name } = await staff.goods(4);
  const read = async () => {
    const answer = await call<StaffProduct>("findCatalogueProduct", {
      token: staff.token,
      params: { productId: id },
    });
    return { product: answer.body, headers: { "if-match": answer.headers.get("etag") ?? "" } };
  };
  const put = async (operation: string, body: unknown, headers: Record<string, string>) =>
    expect(
      (await call(operation, { token: staff.token, params: { productId: id }, headers, body }))
        .status,
    ).toBe(200);
  const first = await read();
  const { description, brand, categoryId, attributes, images } = first.product;
  const edited = { name: { en: `${name} de luxe` }, description, brand, categoryId, attributes };
  await put("editProduct", { ...edited, images }, first.headers);
  expect(await said("products.product_updated", id)).toMatchObject({
    product: { name: edited.name },
  });
  const second = await read();
  const { sku, prices } = second.product;
  await put("changePrices", { prices: [{ sku, prices: { ...prices, EUR: 1 } }] }, second.headers);
  expect(await said("products.price_changed", id)).toMatchObject({ newPrices: { EUR: 1 } });
  const card = async () => {
    const query = { query: name, currency: "EUR" };
    const { body } = await call<{
      products: { id: string; name: string; price: { amount: number } }[];
    }>("search", { query });
    return body.products.find((product) => product.id === id);
  };
  await expect.poll(card, patient).toMatchObject({ name: `${name} de luxe`, price: { amount: 1 } });
  const third = await read();
  await put("changeProductStatus", { status: "Discontinued" }, third.headers);
  expect(await said("products.product_status_changed", id)).toMatchObject({
    oldStatus: "Active",
    newStatus: "Discontinued",
  });
  await expect.poll(card, patient).toBeUndefined();
});

test("CategoryChanged: a new shelf can be searched by", async () => {
  const categoryId = uuidv7();
  const slug = `shelf-${categoryId.slice(-8)}`;
  const answer = await call("createCategory", {
    token: staff.token,
    body: {
      id: categoryId,
      slug: { en: slug },
      name: { en: `Shelf ${slug}` },
      description: { en: "" },
      sortOrder: 99,
    },
  });
  expect(answer.status).toBe(201);
  await said("products.category_changed", categoryId);
  await untilCount("search.categories where category_id = $1", [categoryId]).toBe(1);
});

test("ReviewAdded: opinions count in search", async () => {
  const { token } = await customer();
  const { id: productId } = await staff.goods(1);
  const review = { rating: 4, title: "Good", text: "It boils.", language: "en", author: "Mira" };
  const answer = await call("writeReview", { token, params: { productId }, body: review });
  expect(answer.status).toBe(201);
  expect(await said("products.review_added", productId)).toMatchObject({ ratingSum: 4 });
  await untilCount("search.documents where product_id = $1 and rating_count = 1", [productId]).toBe(
    1,
  );
});

test("StockLow, ReorderPointReached, StockOut: the shop writes to itself, once each", async () => {
  const { sku } = await staff.goods(10);
  await call("setStockThresholds", {
    token: staff.token,
    params: { sku },
    headers: { "if-match": '"1"' },
    body: { lowStockThreshold: 5, reorderPoint: 8 },
  });
  for (const change of [-2, -3, -5]) await staff.adjust(sku, change);
  expect(await said("inventory.reorder_point_reached", sku)).toMatchObject({ available: 8 });
  expect(await said("inventory.stock_low", sku)).toMatchObject({ available: 5 });
  await said("inventory.stock_out", sku);
  // A mail's id is its event's, but for the last eight digits.
  const written = `notifications.mails
    join platform.outbox on left(notification_id::text, 28) = left(outbox.event_id::text, 28)
    where subject = $1 and template = any($2)`;
  await untilCount(written, [sku, ["reorder", "stock-low", "stock-out"]]).toBe(3);
});

test("FlashSaleScheduled, FlashSaleEnded: units stand apart, and go back on the shelf", async () => {
  const { sku } = await staff.goods(5);
  const { token } = staff;
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const id = uuidv7();
  const body = {
    id,
    name: { en: `Sale of ${sku}` },
    startsAt: inMinutes(60),
    endsAt: inMinutes(70),
    limitPerCustomer: 1,
    hasWaitingRoom: false,
    items: [{ sku, salePrices: { USD: 1, EUR: 1, GBP: 1, JPY: 1, CNY: 1 }, quantity: 4 }],
  };
  expect((await call("scheduleFlashSale", { token, body })).status).toBe(201);
  expect(await said("pricing.flash_sale_scheduled", id)).toMatchObject({ items: [{ sku }] });
  await untilCount("inventory.set_asides where flash_sale_id = $1 and state = 'agreed'", [id]).toBe(
    1,
  );
  expect(await staff.stockOf(sku)).toMatchObject({ availableQuantity: 1 });
  const cancelled = await call("cancelFlashSale", {
    token,
    params: { flashSaleId: id },
    headers: { "if-match": '"1"' },
  });
  expect(cancelled.status).toBe(200);
  expect(await said("pricing.flash_sale_ended", id)).toMatchObject({ reason: "Cancelled" });
  await expect.poll(() => staff.stockOf(sku), patient).toMatchObject({ availableQuantity: 5 });
});
