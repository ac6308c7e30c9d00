import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { uuidv7 } from "@wares/platform";
import { expect, test } from "vitest";
import { clerk } from "./clerk.ts";
import { openApiClient } from "./openapi-client.ts";
import { patient } from "./people.ts";
import { shopDatabase, type ShopDatabase } from "./shop-database.ts";
import { openShopProcess, type ShopProcess } from "./shop-process.ts";
import { shopper } from "./shopper.ts";

// The power goes out in the middle of a busy hour, twice. What was promised is kept.

const cards = ["tok_visa", "tok_mastercard", "tok_declined", "tok_timeout", "tok_webhook_twice"];
const shoppersMax = 12;
const shelf = 500;
const busyMs = 1_500;

type Promised = { orders: string[]; payments: string[] };

/** Shoppers who buy until the shop is gone under their hands, and remember what they were told. */
const busyHour = async (shop: ShopProcess, skus: readonly string[], promised: Promised) => {
  const { call } = await openApiClient(shop.url);
  const { guest, place } = shopper(call);
  const one = async (nth: number): Promise<string> => {
    const token = await guest();
    for (let turn = nth; ; turn++) {
      const sku = skus[turn % skus.length] ?? "";
      const { status, body } = await place(token, [{ sku, quantity: 1 + (turn % 2) }]);
      if (status !== 201) throw new Error(`answered ${status}`);
      promised.orders.push(body.id);
      if (turn % 7 === 0) continue;
      const paymentId = uuidv7();
      const card = cards[turn % cards.length];
      const paying = await call("pay", {
        token,
        body: { paymentId, orderId: body.id, method: "CreditCard", token: card },
      });
      if (paying.status === 202) promised.payments.push(paymentId);
      if (turn % 5 === 0)
        await call("cancelOrder", { token, params: { orderId: body.id }, body: {} });
    }
  };
  const ends = Array.from({ length: shoppersMax }, (_none, nth) =>
    one(nth).catch((error: unknown) => (error instanceof Error ? error.message : String(error))),
  );
  await sleep(busyMs);
  await shop.kill();
  return Promise.all(ends);
};

const afterwards = ({ rows }: ShopDatabase, promised: Promised) => ({
  forgotten: () =>
    rows(
      `select 'order' as what, id from unnest($1::uuid[]) as id
        where not exists (select from orders.orders where order_id = id)
       union all
       select 'payment', id from unnest($2::uuid[]) as id
        where not exists (select from payments.payments where payment_id = id)`,
      [promised.orders, promised.payments],
    ),
  /** Payments that have not ended, and orders whose status does not say how theirs ended. */
  untold: () =>
    rows(
      `select order_id, status, state
         from orders.orders
         join payments.payments using (order_id)
        where state not in ('captured', 'failed', 'voided')
           or (state = 'captured' and status not in ('Paid', 'Cancelled'))
           or (status = 'Pending' and state in ('failed', 'voided'))
           or status = 'Confirmed'`,
    ),
  wrongStock: (skus: readonly string[]) =>
    rows(
      `select sku, quantity, reserved, moved, held, sold
         from inventory.stock
         join lateral (
           select sum(quantity_change)::int as moved, sum(reserved_change)::int as moved_reserved
             from inventory.movements where movements.sku = stock.sku) as movement on true
         join lateral (
           select coalesce(sum(quantity), 0)::int as held
             from inventory.hold_lines
             join inventory.holds using (order_id)
            where hold_lines.sku = stock.sku and state = 'held') as hold on true
         join lateral (
           select coalesce(sum(order_items.quantity), 0)::int as sold
             from orders.order_items
             join orders.orders using (order_id)
            where order_items.sku = stock.sku and status = 'Paid') as sale on true
        where sku = any($1)
          and (quantity <> moved or reserved <> moved_reserved or reserved <> held
               or quantity <> $2::int - sold)`,
      [skus, shelf],
    ),
  wrongMoney: () =>
    rows(
      `select order_id, status, total, coalesce(kept, 0) as kept
         from orders.orders
         left join (
           select order_id, sum(case kind when 'capture' then moved.amount else -moved.amount end) as kept
             from sandbox.money_log as moved
             join payments.payments on payment_id::text = reference
            group by order_id) as books using (order_id)
        where order_number is not null
          and order_id = any($1)
          and coalesce(kept, 0) <> case when status = 'Paid' then total else 0 end`,
      [promised.orders],
    ),
  strayMoney: () =>
    rows(
      `select reference from sandbox.money_log
        where not exists (select from payments.payments where payment_id::text = reference)`,
    ),
});

test(
  "kill -9 of shop and database, twice, in the middle of it all",
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "wares-crash-"));
    const promised: Promised = { orders: [], payments: [] };
    let shop = await openShopProcess({ folder });
    const staff = await clerk((await openApiClient(shop.url)).call, shop.hint);
    const goods = [await staff.goods(shelf), await staff.goods(shelf), await staff.goods(shelf)];
    const skus = goods.map(({ sku }) => sku);
    for (let crash = 0; crash < 2; crash++) {
      const before = promised.orders.length;
      const ends = await busyHour(shop, skus, promised);
      expect(ends.filter((end) => end.includes("answered"))).toEqual([]);
      expect(promised.orders.length - before).toBeGreaterThan(20);
      shop = await openShopProcess({ folder });
    }
    expect(promised.payments.length).toBeGreaterThan(20);

    await using database = shopDatabase(shop.databaseUrl);
    const { forgotten, untold, wrongStock, wrongMoney, strayMoney } = afterwards(
      database,
      promised,
    );
    expect(await forgotten()).toEqual([]);
    await expect.poll(untold, patient).toEqual([]);
    await expect.poll(() => wrongStock(skus), patient).toEqual([]);
    await expect.poll(wrongMoney, patient).toEqual([]);
    expect(await strayMoney()).toEqual([]);
    expect(await database.rows("select consumer, type, error from platform.parked")).toEqual([]);
    await database.close();
    expect(await shop.close()).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  },
);
