import { readFileSync } from "node:fs";
import { currencies } from "@wares/contracts";
import { keysFrom, uuidv7 } from "@wares/platform";
import type { ShopDatabase } from "../shop-database.ts";

// A shop as it is after some years: what lies in it already is copied, each list in one statement.
// Orders are copies of one that was bought before, goods of the newest demo product.

/** Ids that grow with the number they were made for, as the ids of a list by time do. */
const idsOf = (kind: string) =>
  `('01980000-0000-7000-8${kind}00-' || lpad(to_hex(n), 12, '0'))::uuid`;

const products = `
  insert into products.products (product_id, revision, status, category_id, sku, brand, slug, name,
         description, attributes, prices, sale_prices, variants, images, label, is_on_sale,
         rating_sum, rating_count, staff_text, created_at)
  select ${idsOf("1")}, 1, (array['Active', 'Draft', 'Inactive', 'Discontinued'])[1 + n % 4],
         category_id, 'BULK-' || n || '-WITH-A-LONG-TAIL-OF-WORDS', brand || ' and the heirs of its founder',
         jsonb_build_object('en', 'bulk-' || n), jsonb_build_object('en', 'Bulk good ' || n || ', brushed steel with a walnut handle, for induction hobs', 'zh', '批量商品 ' || n),
         description, attributes, prices, sale_prices, '[]', images,
         label || jsonb_build_object('sku', 'BULK-' || n || '-WITH-A-LONG-TAIL-OF-WORDS',
           'brand', brand || ' and the heirs of its founder',
           'name', jsonb_build_object('en', 'Bulk good ' || n || ', brushed steel with a walnut handle, for induction hobs', 'zh', '批量商品 ' || n)),
         is_on_sale, 0, 0, lower('Bulk good ' || n || ' 批量商品 BULK-' || n),
         date_trunc('milliseconds', now() - n * interval '1 minute')
    from (select * from products.products order by created_at desc limit 1) as model,
         generate_series(1, $1::int) as n`;

const stock = `
  with stocked as (
    insert into inventory.stock (sku, quantity, reserved)
    select 'BULK-' || n || '-WITH-A-LONG-TAIL-OF-WORDS', n % 97, 0 from generate_series(1, $1::int) as n
    returning sku)
  insert into inventory.stock_search select sku from stocked`;

const orders = `
  insert into orders.orders (order_id, order_number, buyer_id, email, language, name, status, currency,
         subtotal, discount, shipping, tax, total, billing_address, shipping_address, shipping_method,
         pay_before, created_at, updated_at)
  select ${idsOf("2")}, 'B-' || lpad(n::text, 6, '0'), buyer_id, 'bulk' || n || '@example.org', language,
         'Bulk Buyer ' || n,
         (array['Delivered', 'Paid', 'Processing', 'Shipped', 'PaymentFailed', 'Cancelled'])[1 + n % 6],
         (array['${currencies.join("', '")}'])[1 + n % 5], subtotal, discount, shipping, tax, total,
         billing_address, shipping_address, shipping_method,
         now(), at, at
    from (select * from orders.orders order by created_at desc limit 1) as model,
         generate_series(1, $1::int) as n,
         lateral (select date_trunc('milliseconds', now() - n * interval '1 minute') as at) as placed`;
const found = `
  insert into orders.order_search (created_at, order_id, search_text)
  select created_at, order_id, lower(order_number || ' ' || name || ' ' || email)
    from orders.orders where order_number like 'B-%' limit $1::int`;
const items = `
  insert into orders.order_items (order_id, id, product_id, sku, name, quantity, unit_price, total_price, attributes)
  select ${idsOf("2")}, 1, product_id, sku, name, quantity, unit_price, total_price, attributes
    from (select * from orders.order_items limit 1) as model, generate_series(1, $1::int) as n`;

const customers = `
  insert into users.users (user_id, email_sealed, email_index, username, profile_sealed, preferences, created_at, updated_at)
  select user_id, email_sealed, email_index, username, profile_sealed, preferences, now(), now()
    from jsonb_to_recordset($1::jsonb) as one(user_id uuid, email_sealed text, email_index text,
         username text, profile_sealed text, preferences jsonb)`;

/** Most orders were paid in euros, whatever the yen add up to. */
const sales = `
  insert into analytics.sales (day, currency, orders, units, gross)
  select current_date, currency, orders, orders, gross
    from (values ('EUR', $1::int, 900000), ('JPY', $1::int / 10, 900000000)) as one(currency, orders, gross)
      on conflict (day, currency) do update set orders = excluded.orders, gross = excluded.gross`;

/** Fills every list of the back office with so many rows more. */
export const fillShelves = async ({ rows }: ShopDatabase, folder: string, count: number) => {
  for (const statement of [products, stock, orders, found, items, sales])
    await rows(statement, [count]);
  const keys = keysFrom(readFileSync(`${folder}/secret`, "utf8").trim());
  const people = Array.from({ length: count }, (_, n) => {
    const user_id = uuidv7();
    const email = `bulk${n}@example.org`;
    const profile = { firstName: "Bulk", lastName: `Buyer ${n}`, language: "en", currency: "EUR" };
    return {
      user_id,
      email_sealed: keys.seal("users.email", user_id, email),
      email_index: keys.sign("users.email-index", email),
      username: `bulk${n}`,
      profile_sealed: keys.seal("users.profile", user_id, JSON.stringify(profile)),
      preferences: {
        emailNotifications: true,
        smsNotifications: false,
        pushNotifications: false,
        marketingEmails: false,
        theme: "Auto",
        timezone: "UTC",
      },
    };
  });
  await rows(customers, [JSON.stringify(people)]);
};
