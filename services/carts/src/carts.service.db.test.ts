import {
  Cart,
  CartAbandoned,
  GuestId,
  parse,
  ProductId,
  Sku,
  UserErased,
  UserId,
} from "@wares/contracts";
import { idOf, newId } from "@wares/platform";
import { publish, transact, type Database } from "@wares/platform/database";
import type { Principal } from "@wares/platform/http";
import { testDatabase } from "@wares/testkit/database";
import { settle, testServer, testTools } from "@wares/testkit/tools";
import { expect, test } from "vitest";
import { cartsService } from "./carts.service.ts";

const userId = newId(UserId);
const guestId = idOf(GuestId, "a guest");
const prices = { USD: 2_199, EUR: 1_999, GBP: 1_799, JPY: 3_200, CNY: 14_900 };
const teapot = parse(Sku, "TEAPOT-BLUE");
const gone = parse(Sku, "GONE");

const linesOf = async (skus: readonly Sku[]) =>
  new Map(
    skus
      .filter((sku) => sku !== "NOTHING")
      .map((sku) => [
        sku,
        {
          productId: idOf(ProductId, sku),
          name: `<b>${sku}</b>`,
          slug: sku.toLowerCase(),
          attributes: {},
          prices,
          isActive: sku !== gone,
        },
      ]),
  );
const availableOf = async () => new Map([[teapot, 3]]);

const lamp = parse(Sku, "LAMP");
const salePrices = { USD: 1_099, EUR: 999, GBP: 899, JPY: 1_600, CNY: 7_400 };
const offersNow = async () => new Map([[lamp, { salePrices, available: 2 }]]);

const open = async (db: Database) => {
  let principal: Principal = { roles: [], guestId };
  const { service } = cartsService(testTools(db), { linesOf, availableOf, offersNow });
  const app = await testServer([service], () => principal);
  const ask = async (method: "GET" | "POST" | "PUT" | "DELETE", path = "", payload?: object) => {
    const url = `/api/v1/cart${path}?currency=EUR`;
    const response = await app.inject({ method, url, ...(payload && { payload }) });
    return { status: response.statusCode, body: response.json() };
  };
  return { service, ask, become: (next: Principal) => (principal = next) };
};
const cartIn = (body: unknown) => parse(Cart, body);

test("what is in a running flash sale costs the sale's price, and is sold from what was set aside", async () => {
  await using db = await testDatabase("carts");
  const { ask } = await open(db);
  await ask("POST", "/lines", { sku: teapot, quantity: 1 });
  await ask("POST", "/lines", { sku: lamp, quantity: 3 });
  const { lines, subtotal } = cartIn((await ask("GET")).body);
  expect(lines).toMatchObject([
    { sku: teapot, unitPrice: { amount: 1_999 }, available: 3 },
    {
      sku: lamp,
      unitPrice: { amount: 999 },
      regularPrice: { amount: 1_999 },
      totalPrice: { amount: 2_997 },
      available: 2,
      problem: "NotEnough",
    },
  ]);
  expect(subtotal.amount).toBe(1_999 + 2_997);
});

test("ten people's fingers on one button: nothing that was asked for is lost", async () => {
  await using db = await testDatabase("carts");
  const { ask } = await open(db);
  const add = () => ask("POST", "/lines", { sku: teapot, quantity: 1 });
  const answers = await Promise.all(Array.from({ length: 10 }, add));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 201));

  const cart = cartIn((await ask("GET")).body);
  expect(cart.lines).toMatchObject([{ sku: teapot, quantity: 10, problem: "NotEnough" }]);
  expect(cart.subtotal).toEqual({ amount: 19_990, currency: "EUR" });
});

test("a guest's cart joins the user's at sign-in, once", async () => {
  await using db = await testDatabase("carts");
  const { ask, become } = await open(db);
  await ask("POST", "/lines", { sku: teapot, quantity: 2 });
  become({ roles: ["customer"], userId });
  await ask("POST", "/lines", { sku: teapot, quantity: 1 });
  become({ roles: ["customer"], userId, guestId });
  expect(cartIn((await ask("GET")).body).itemCount).toBe(3);
  expect(cartIn((await ask("GET")).body).itemCount).toBe(3);
  become({ roles: [], guestId });
  expect(cartIn((await ask("GET")).body).itemCount).toBe(0);
});

test.for([
  ["nothing of it", { sku: teapot, quantity: 0 }, 400, "/quantity"],
  ["less than nothing", { sku: teapot, quantity: -1 }, 400, "/quantity"],
  ["half of one", { sku: teapot, quantity: 1.5 }, 400, "/quantity"],
  ["more than there are atoms", { sku: teapot, quantity: 1e18 }, 400, "/quantity"],
  ["at a price of their own", { sku: teapot, quantity: 1, price: 1 }, 400, "/price"],
  ["what we never had", { sku: "NOTHING", quantity: 1 }, 404, "/sku"],
  ["what we no longer sell", { sku: gone, quantity: 1 }, 404, "/sku"],
] as const)("adding %s is refused", async ([, line, status, field]) => {
  await using db = await testDatabase("carts");
  const { ask } = await open(db);
  expect(await ask("POST", "/lines", line)).toMatchObject({ status, body: { status, field } });
  expect(cartIn((await ask("GET")).body).lines).toEqual([]);
});

test("a cart has an end", async () => {
  await using db = await testDatabase("carts");
  const { ask } = await open(db);
  await db.query("insert into carts.carts values ($1, false, 'EUR')", [guestId]);
  await db.query(
    "insert into carts.lines select $1, 'SKU-' || nth, 1 from generate_series(1, 100) as nth",
    [guestId],
  );
  expect(await ask("POST", "/lines", { sku: teapot, quantity: 1 })).toMatchObject({ status: 409 });
  expect(await ask("POST", "/lines", { sku: "SKU-7", quantity: 1 })).toMatchObject({ status: 201 });
});

test("a coupon is kept as it is meant, and dropped", async () => {
  await using db = await testDatabase("carts");
  const { ask } = await open(db);
  expect((await ask("PUT", "/coupon", { code: " welcome10 " })).body.couponCode).toBe("WELCOME10");
  expect((await ask("DELETE", "/coupon")).body.couponCode).toBeUndefined();
});

test("a cart that went quiet is said to be abandoned once, and again only after somebody came back", async () => {
  await using db = await testDatabase("carts");
  const { ask, service } = await open(db);
  const quiet = () => db.query("update carts.carts set touched_at = now() - interval '2 days'");
  const [job] = service.jobs;
  const said = async () => {
    await job?.run({}, new AbortController().signal);
    const { rows } = await db.query("select 1 from platform.outbox where type = $1", [
      CartAbandoned.type,
    ]);
    return rows.length;
  };
  await ask("POST", "/lines", { sku: teapot, quantity: 1 });
  expect(await said()).toBe(0);
  await quiet();
  expect([await said(), await said()]).toEqual([1, 1]);
  await ask("PUT", `/lines/${teapot}`, { quantity: 2 });
  await quiet();
  expect(await said()).toBe(2);
});

test("who is erased leaves no cart", async () => {
  await using db = await testDatabase("carts");
  const { ask, become, service } = await open(db);
  become({ roles: ["customer"], userId });
  await ask("POST", "/lines", { sku: teapot, quantity: 1 });
  await transact(db, (tx) => publish(tx, [UserErased({ userId })]));
  await settle(db, [service]);
  expect((await db.query("select 1 from carts.carts")).rows).toEqual([]);
});
