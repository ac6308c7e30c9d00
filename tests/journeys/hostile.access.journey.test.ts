import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Address, Cart, Order, StaffProduct } from "@wares/contracts";
import { keysFrom, uuidv7 } from "@wares/platform";
import type { Listed } from "@wares/platform/http";
import { signWebhook } from "@wares/sandbox";
import { afterAll, expect, test } from "vitest";
import { plan } from "../house.ts";
import { clerk } from "./clerk.ts";
import { openApiClient } from "./openapi-client.ts";
import { shopDatabase } from "./shop-database.ts";
import { address, shopper, type Line } from "./shopper.ts";
import { ourShop } from "./our-shop.ts";

// Who must not, does not; and what is somebody else's looks as if it were not there.

const { url, databaseUrl, folder, ...hint } = ourShop();
const { call } = await openApiClient(url);
const { guest, customer, place, pay, buy, signIn } = shopper(call);
const staff = await clerk(call, hint);
const { rows, close } = shopDatabase(databaseUrl);
afterAll(close);
const { routes } = await plan();

const withRoles = async (roles: readonly string[]) => {
  const { userId, email, password } = await customer();
  const answer = await call("setRoles", {
    token: staff.token,
    params: { userId },
    body: { roles },
  });
  expect(answer.status).toBe(200);
  // New roles end the sessions of before.
  return (await signIn(email, password)).accessToken;
};
const everybody = {
  anonymous: "",
  guest: await guest(),
  customer: (await customer()).token,
  staff: await withRoles(["customer", "staff"]),
  owner: await withRoles(["customer", "owner"]),
};
type Who = keyof typeof everybody;
const admitted: Readonly<Record<Listed["allow"], readonly Who[]>> = {
  anyone: ["anonymous", "guest", "customer", "staff", "owner"],
  buyer: ["guest", "customer", "staff", "owner"],
  customer: ["customer", "staff", "owner"],
  staff: ["staff", "owner"],
  owner: ["owner"],
};

/** The body is no JSON: who is admitted is told so, and nothing is done. */
const knock = async ({ method, url: route }: Listed, token: string): Promise<number> => {
  const place = route
    .replace(":sku", "NO-SUCH-SKU")
    .replace(":slug", "no-such-slug")
    .replace(":token", "no-such-token-0123456789")
    .replaceAll(/:\w+/g, uuidv7());
  const isBodyless = method === "GET" || method === "HEAD";
  const response = await fetch(`${url}${place}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(!isBodyless && { "content-type": "application/json" }),
    },
    ...(!isBodyless && { body: "{" }),
  });
  // A stream of changes would go on for ever.
  await response.body?.cancel();
  return response.status;
};

const api = routes.filter(({ url: route }) => route.startsWith("/api/v1/"));
test.for(api.map((route) => [`${route.method} ${route.url}`, route] as const))(
  "%s admits whom it says, and nobody else",
  async ([, route]) => {
    for (const [who, token] of Object.entries(everybody) as [Who, string][]) {
      const status = await knock(route, token);
      const isIn = admitted[route.allow].includes(who);
      const no = who === "anonymous" || who === "guest" ? 401 : 403;
      const expected = isIn ? "in" : no;
      const answered = status === 401 || status === 403 ? status : status < 500 ? "in" : status;
      expect([who, answered]).toEqual([who, expected]);
    }
  },
);

test("the table has every route of the API, and each kind of caller is kept out of some", () => {
  expect(api.length).toBeGreaterThan(70);
  expect(new Set(api.map(({ allow }) => allow)).size).toBe(5);
});

test("somebody else's order, payment and live view answer exactly as missing ones", async () => {
  const { sku } = await staff.goods(5);
  const lines: Line[] = [{ sku, quantity: 1 }];
  const mine = await guest();
  const { body: order } = await place(mine, lines);
  const { body: payment } = await pay(mine, order.id, "tok_declined");
  for (const token of [await guest(), (await customer()).token]) {
    const ask = async (operation: string, orderId: string, paymentId: string) => {
      const more = operation === "cancelOrder" ? { body: {} } : {};
      const isList = operation === "listPayments";
      const { status, body } = await call<{ instance?: string }>(operation, {
        token,
        params: { orderId, paymentId },
        ...(isList && { query: { orderId } }),
        ...more,
      });
      return { status, body };
    };
    for (const operation of ["findOrder", "cancelOrder", "findPayment", "listPayments"]) {
      const theirs = await ask(operation, order.id, payment.id);
      expect([operation, theirs]).toEqual([operation, await ask(operation, uuidv7(), uuidv7())]);
      // A list of what is not there is empty.
      const nothing = operation === "listPayments" ? 200 : 404;
      expect([operation, theirs.status]).toEqual([operation, nothing]);
    }
    const [theirs, missing] = await Promise.all([
      pay(token, order.id, "tok_visa"),
      pay(token, uuidv7(), "tok_visa"),
    ]);
    expect([theirs.status, theirs.body]).toEqual([missing.status, missing.body]);
    const live = async (orderId: string) =>
      (
        await fetch(`${url}/api/v1/orders/${orderId}/live`, {
          headers: { authorization: `Bearer ${token}` },
        })
      ).status;
    expect([await live(order.id), await live(uuidv7())]).toEqual([404, 404]);
    expect((await call<{ orders: Order[] }>("listMyOrders", { token })).body.orders).toEqual([]);
  }
});

test("what nobody knows below /api is a problem, not a page", async () => {
  const ask = (path: string, method = "GET") => fetch(`${url}/api/${path}`, { method });
  for (const answer of [
    await ask("v1/nothing"),
    await ask("v1/nothing", "POST"),
    await ask("v1/orders/%ED%A0%80"),
    await ask(`v1/orders/${"x".repeat(600)}`),
    await ask("v2/orders", "DELETE"),
  ]) {
    expect([answer.url, answer.headers.get("content-type")]).toEqual([
      answer.url,
      expect.stringContaining("application/problem+json"),
    ]);
    expect(await answer.json()).toMatchObject({ status: answer.status });
  }
});

test("somebody else's address and cart are not there", async () => {
  const [mine, stranger] = [await customer(), await customer()];
  const body = { ...address, type: "Both", isDefault: true };
  const { body: added } = await call<Address>("addAddress", { token: mine.token, body });
  const touch = async (operation: string, addressId: string) => {
    const more = operation === "setAddress" ? { body, headers: { "if-match": '"1"' } } : {};
    const answer = await call(operation, { token: stranger.token, params: { addressId }, ...more });
    return [answer.status, answer.body];
  };
  for (const operation of ["setAddress", "removeAddress"]) {
    const theirs = await touch(operation, added.id);
    expect(theirs).toEqual(await touch(operation, uuidv7()));
    expect(theirs[0]).toBe(404);
  }
  const { body: kept } = await call<{ addresses: Address[] }>("listAddresses", {
    token: mine.token,
  });
  expect(kept.addresses).toHaveLength(1);
  const { sku } = await staff.goods(5);
  await call("addToCart", { token: mine.token, body: { sku, quantity: 1 } });
  const { body: cart } = await call<Cart>("findCart", { token: stranger.token });
  expect(cart.lines).toEqual([]);
});

test("a draft is not shown to shoppers by any address, and cannot be bought", async () => {
  const { sku, id } = await staff.goods(5);
  const { headers } = await call<StaffProduct>("findCatalogueProduct", {
    token: staff.token,
    params: { productId: id },
  });
  const answer = await call("changeProductStatus", {
    token: staff.token,
    params: { productId: id },
    headers: { "if-match": headers.get("etag") ?? "" },
    body: { status: "Inactive" },
  });
  expect(answer.status).toBe(200);
  expect((await call("viewProduct", { params: { slug: id } })).status).toBe(404);
  const { body } = await call<{ products: unknown[] }>("listProducts", { query: { ids: id } });
  expect(body.products).toEqual([]);
  const added = await call("addToCart", { token: everybody.guest, body: { sku, quantity: 1 } });
  expect(added.status).toBeGreaterThanOrEqual(400);
});

test("a webhook that is forged, old or replayed moves no money", async () => {
  const { sku } = await staff.goods(5);
  const token = await guest();
  const { id } = await buy(token, [{ sku, quantity: 1 }]);
  const [charge] = await rows<{ reference: string }>(
    `select charge_id as "chargeId", reference, status, amount::int, currency,
            captured::int, refunded::int
       from sandbox.charges
      where reference = (select payment_id::text from payments.payments where order_id = $1)`,
    [id],
  );
  const { reference = "" } = charge ?? {};
  const body = JSON.stringify({ id: randomUUID(), type: "charge.captured", charge });
  const keys = keysFrom(readFileSync(`${folder}/secret`, "utf8").trim());
  const send = async (text: string, signature: string) =>
    (
      await fetch(`${url}/api/v1/payments/webhooks/sandbox`, {
        method: "POST",
        headers: { "content-type": "application/json", "sandbox-signature": signature },
        body: text,
      })
    ).status;
  const signed = signWebhook(keys, body, new Date());
  expect(await send(body.replace("captured", "refunded"), signed)).toBe(400);
  expect(await send(body, signed.replace("v1=", "v1=A"))).toBe(400);
  expect(await send(body, "")).toBe(400);
  const old = signWebhook(keys, body, new Date(Date.now() - 600_000));
  expect(await send(body, old)).toBe(400);
  const replays = await Promise.all(Array.from({ length: 20 }, () => send(body, signed)));
  expect(new Set(replays)).toEqual(new Set([200]));
  const moved = await rows("select kind from sandbox.money_log where reference = $1", [reference]);
  expect(moved).toEqual([{ kind: "capture" }]);
});

test("a wrong password a hundred times: ten are compared, then even the right one must wait", async () => {
  const { email, password } = await customer();
  const answers: number[] = [];
  for (let nth = 0; nth < 100; nth++) {
    const body = { email, password: `wrong ${nth}` };
    answers.push((await call("signIn", { body })).status);
  }
  expect(answers.filter((status) => status === 401)).toHaveLength(10);
  expect(answers.filter((status) => status === 429)).toHaveLength(90);
  const right = await call("signIn", { body: { email, password } });
  expect([right.status, right.body]).toMatchObject([429, { type: "auth.too_many_tries" }]);
  expect(Number(right.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await customer()).token).toBeTruthy();
});
