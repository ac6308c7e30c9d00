import type { Cart, MovementList, OrderList, StaffOrderList } from "@wares/contracts";
import { afterAll, expect, test } from "vitest";
import { clerk } from "./clerk.ts";
import { openApiClient } from "./openapi-client.ts";
import { shopDatabase } from "./shop-database.ts";
import { shopper } from "./shopper.ts";
import { ourShop } from "./our-shop.ts";

// Lists of nothing, of one, and of ten thousand: each is answered in a page, and no row twice.

const { url, databaseUrl, ...hint } = ourShop();
const { call } = await openApiClient(url);
const { guest, customer, place } = shopper(call);
const staff = await clerk(call, hint);
const { rows, close } = shopDatabase(databaseUrl);
afterAll(close);

const many = 10_000;
const pageMs = 2_000;

/** Every page to the end, each in its time; answers how long the pages were, and all their rows. */
const walk = async <Page extends { next?: string }, Row>(
  ask: (query: Record<string, string | number>) => Promise<{ status: number; body: Page }>,
  rowsOf: (page: Page) => readonly Row[],
  limit: number,
) => {
  const all: Row[] = [];
  let after: string | undefined;
  for (let page = 0; page < 2 * (many / limit); page++) {
    const begin = performance.now();
    const { status, body } = await ask({ limit, ...(after && { after }) });
    expect([status, performance.now() - begin < pageMs]).toEqual([200, true]);
    expect(rowsOf(body).length).toBeLessThanOrEqual(limit);
    all.push(...rowsOf(body));
    after = body.next;
    if (!after) return all;
  }
  throw new Error("the pages do not end");
};

const movements = (sku: string, limit: number) =>
  walk(
    (query) =>
      call<MovementList>("listStockMovements", { token: staff.token, params: { sku }, query }),
    (page) => page.movements,
    limit,
  );

test("stock movements", async () => {
  const { sku } = await staff.goods(0);
  expect(await movements(sku, 10)).toEqual([]);
  await staff.adjust(sku, 1);
  expect(await movements(sku, 1)).toHaveLength(1);
  await rows(
    `insert into inventory.movements (sku, location, reason, quantity_change, reserved_change)
     select $1, 'main', 'Adjustment', case nth % 2 when 0 then 1 else -1 end, 0
       from generate_series(1, $2::int) as nth`,
    [sku, many],
  );
  const all = await movements(sku, 200);
  expect(new Set(all.map(({ position }) => position)).size).toBe(many + 1);
  expect(all.length).toBe(many + 1);
});

const reviews = (productId: string, limit: number) =>
  walk(
    (query) =>
      call<{ reviews: { id: string }[]; next?: string }>("listReviews", {
        params: { productId },
        query,
      }),
    (page) => page.reviews,
    limit,
  );

test("reviews", async () => {
  const { id } = await staff.goods(0);
  expect(await reviews(id, 10)).toEqual([]);
  await rows(
    `insert into products.reviews
            (review_id, product_id, user_id, rating, title, text, language, author, created_at)
     select gen_random_uuid(), $1, gen_random_uuid(), 1 + nth % 5, 'Title', 'Text', 'en', 'Somebody',
            date_trunc('milliseconds', now()) - nth / 7 * interval '1 second'
       from generate_series(1, $2::int) as nth`,
    [id, many],
  );
  const all = await reviews(id, 50);
  expect([all.length, new Set(all.map((review) => review.id)).size]).toEqual([many, many]);
});

test("one buyer's orders, and all of the shop's", async () => {
  const { sku } = await staff.goods(2);
  const token = await guest();
  const mine = (limit: number) =>
    walk(
      (query) => call<OrderList>("listMyOrders", { token, query }),
      (page) => page.orders,
      limit,
    );
  expect(await mine(10)).toEqual([]);
  const { body: order } = await place(token, [{ sku, quantity: 1 }]);
  expect(await mine(1)).toHaveLength(1);
  // The same order again and again, each with an id and a number of its own.
  const columns = await rows<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_schema = 'orders' and table_name = 'orders'
        and column_name not in ('order_id', 'order_number', 'status', 'created_at')`,
  );
  const names = columns.map(({ name }) => name).join(", ");
  await rows(
    `with copied as (
       insert into orders.orders (order_id, order_number, status, created_at, ${names})
       select gen_random_uuid(), 'J' || nth || substr($1::text, 25), 'Cancelled',
              created_at - nth / 5 * interval '1 second', ${names}
         from orders.orders, generate_series(1, $2::int) as nth
        where order_id = $1::uuid
       returning created_at, order_id, order_number, name
     ), found_by as (
       insert into orders.order_search (created_at, order_id, search_text)
       select created_at, order_id, lower(order_number || ' ' || name) from copied)
     insert into orders.order_items
            (order_id, id, product_id, sku, name, quantity, unit_price, total_price, attributes)
     select copied.order_id, id, product_id, sku, item.name, quantity, unit_price, total_price, attributes
       from copied, orders.order_items as item
      where item.order_id = $1::uuid`,
    [order.id, many],
  );
  const all = await mine(100);
  expect([all.length, new Set(all.map(({ id }) => id)).size]).toEqual([many + 1, many + 1]);
  const begin = performance.now();
  const { body } = await call<StaffOrderList>("listOrders", {
    token: staff.token,
    query: { limit: 100, query: "Okafor" },
  });
  expect(performance.now() - begin).toBeLessThan(pageMs);
  expect(body.orders).toHaveLength(100);
  expect([body.totalCount, body.countedMax]).toEqual([1_000, 1_000]);
});

test("customers", async () => {
  const { email } = await customer();
  const found = async (query: string) =>
    (
      await call<{ customers: unknown[]; totalCount: number }>("listCustomers", {
        token: staff.token,
        query: { query },
      })
    ).body;
  expect(await found("nobody-of-this-name@example.org")).toMatchObject({ customers: [] });
  expect((await found(email)).customers).toHaveLength(1);
});

test("a cart takes a hundred lines, and says so at the next", async () => {
  const token = await guest();
  const skus = await rows<{ sku: string }>(
    `select sku from inventory.stock join products.skus using (sku)
      where quantity > 0 and is_sold and sku not like 'J-%' order by sku limit 101`,
  );
  expect(skus).toHaveLength(101);
  const statuses: number[] = [];
  for (const { sku } of skus)
    statuses.push((await call("addToCart", { token, body: { sku, quantity: 1 } })).status);
  expect(statuses.slice(0, 100).every((status) => status === 201)).toBe(true);
  expect(statuses[100]).toBeGreaterThanOrEqual(400);
  const { body } = await call<Cart>("findCart", { token });
  expect(body.lines).toHaveLength(100);
});
