import type { Payment, PaymentMethodView, User } from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import { afterAll, expect, test } from "vitest";
import { clerk } from "./clerk.ts";
import { openApiClient } from "./openapi-client.ts";
import { patient } from "./people.ts";
import { shopper } from "./shopper.ts";
import { witness } from "./witness.ts";
import { ourShop } from "./our-shop.ts";

// Every event of people and their carts, said because somebody did something, and what follows.

const { url, databaseUrl, ...hint } = ourShop();
const { call } = await openApiClient(url);
const { guest, customer, buy, place, untilOrder, mails, signIn } = shopper(call);
const staff = await clerk(call, hint);
const { rows, said, untilMail, count, untilCount, close } = witness(call, databaseUrl);
afterAll(close);

test("AccountOpened, LinkRequested, UserRegistered, UserLoggedIn: somebody registers and comes back", async () => {
  const { email, password, userId } = await customer();
  expect(await said("auth.account_opened", userId)).toMatchObject({ userId, email });
  const link = await said("auth.link_requested", email);
  expect(link).toMatchObject({ purpose: "ConfirmEmail" });
  expect(await said("users.user_registered", userId)).toMatchObject({ firstName: "Mira" });
  await untilMail(email, "confirm-email");
  await untilMail(email, "welcome");
  await untilCount("users.users where user_id = $1", [userId]).toBe(1);
  const answer = await call("signIn", {
    body: { email, password },
    headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" },
  });
  expect(answer.status).toBe(201);
  expect(await said("auth.user_logged_in", userId)).toMatchObject({ isNewDevice: true });
  await untilMail(email, "new-device");
});

test("PasswordChanged, SessionRevoked: a new password ends the other sessions", async () => {
  const { email, password, token, userId } = await customer();
  const other = await signIn(email, password);
  const changed = await call("changePassword", {
    token,
    body: { currentPassword: password, newPassword: `${password} anew` },
  });
  expect(changed.status).toBe(200);
  await said("auth.password_changed", userId);
  expect(await said("auth.session_revoked", userId)).toMatchObject({ reason: "PasswordChanged" });
  await untilMail(email, "password-changed");
  expect((await call("whoAmI", { token: other.accessToken })).status).toBe(401);
});

test("UserUpdated: who reads Chinese from now on gets Chinese mail", async () => {
  const { email, token, userId } = await customer();
  const me = await call<User>("getMe", { token });
  const profile = { firstName: "Mira", lastName: "Okafor", language: "zh", currency: "CNY" };
  const headers = { "if-match": me.headers.get("etag") ?? "" };
  expect((await call("setProfile", { token, headers, body: profile })).status).toBe(200);
  expect(await said("users.user_updated", userId)).toMatchObject({ language: "zh" });
  await untilCount("notifications.recipients where user_id = $1 and language = 'zh'", [
    userId,
  ]).toBe(1);
  expect((await mails(email)).length).toBeGreaterThan(0);
});

test("PaymentMethodKept: a card that has paid pays the next time, by its owner alone", async () => {
  const [mine, stranger] = [await customer(), await customer()];
  const { sku } = await staff.goods(5);
  const order = async (token: string) => (await place(token, [{ sku, quantity: 1 }])).body.id;
  const send = async ({ token }: { token: string }, body: object) => {
    const paymentId = uuidv7();
    const answer = await call<Payment>("pay", {
      token,
      body: { paymentId, method: "CreditCard", ...body },
    });
    return [answer.status, answer.body] as const;
  };
  const first = await order(mine.token);
  await send(mine, { orderId: first, token: "tok_visa", keep: true });
  await untilOrder(mine.token, first, "Paid");
  await untilCount("users.payment_methods where user_id = $1", [mine.userId]).toBe(1);
  expect(await said("payments.payment_method_kept", mine.userId)).toMatchObject({
    cardLast4: "4242",
  });
  const methods = async () =>
    (await call<User>("getMe", { token: mine.token })).body.paymentMethods;
  const [{ id: savedMethodId }] = (await methods()) as [PaymentMethodView];

  const theirs = await order(stranger.token);
  const refused = await send(stranger, { orderId: theirs, savedMethodId });
  expect(refused).toEqual(await send(stranger, { orderId: theirs, savedMethodId: uuidv7() }));
  expect(refused[0]).toBe(404);
  const remove = async (token: string, methodId: string) => {
    const { status, body } = await call("removePaymentMethod", { token, params: { methodId } });
    return [status, body];
  };
  expect(await remove(stranger.token, savedMethodId)).toEqual(
    await remove(stranger.token, uuidv7()),
  );

  const second = await order(mine.token);
  expect((await send(mine, { orderId: second, savedMethodId }))[1]).toMatchObject({
    cardLast4: "4242",
  });
  await untilOrder(mine.token, second, "Paid");
  expect(await methods()).toHaveLength(1);
  expect((await remove(mine.token, savedMethodId))[0]).toBe(200);
  expect(await methods()).toEqual([]);
});

test("UserErased: everybody forgets, and the order stays without a name", async () => {
  const { email, token, userId, password } = await customer();
  const { id: productId, sku } = await staff.goods(5);
  const { id } = await buy(token, [{ sku, quantity: 1 }]);
  await call("addToCart", { token, query: { currency: "EUR" }, body: { sku, quantity: 1 } });
  const review = { rating: 5, title: "Good", text: "It boils.", language: "en", author: "Mira" };
  await call("writeReview", { token, params: { productId }, body: review });
  await call("eraseMe", { token });
  await said("users.user_erased", userId);
  for (const kept of [
    "auth.accounts where user_id = $1",
    "users.users where user_id = $1",
    "carts.carts where buyer_id = $1",
    "notifications.recipients where user_id = $1",
    "products.reviews where user_id = $1",
    "recommendations.behaviours where user_id = $1",
    "orders.orders where user_id = $1 and email not like 'erased@%'",
  ])
    await untilCount(kept, [userId]).toBe(0);
  expect((await call("signIn", { body: { email, password } })).status).toBe(401);
  const [left] = await rows("select email, name from orders.orders where order_id = $1", [id]);
  expect(JSON.stringify(left)).not.toMatch(/Mira|Okafor/);
});

test("ProductViewed, ProductClicked, SearchPerformed: what people do is remembered, with consent", async () => {
  const token = await guest();
  const { id: productId } = await staff.goods(1);
  const behaviour = { productId, source: "home", durationMs: 900 };
  const behaviours = [
    { ...behaviour, type: "View" },
    { ...behaviour, type: "Click" },
  ];
  const known = async () =>
    (
      await call<{ accepted: number }>("reportBehaviours", {
        token,
        body: { consent: true, behaviours },
      })
    ).body.accepted;
  await expect.poll(known, patient).toBe(2);
  await call("search", { token, query: { query: "kettle" } });
  const [viewed] = await rows<{ buyer_id: string }>(
    "select subject as buyer_id from platform.outbox where data->>'productId' = $1 and type = $2",
    [productId, "analytics.product_viewed"],
  );
  const buyerId = viewed?.buyer_id ?? "";
  await said("analytics.product_clicked", buyerId);
  expect(await said("search.search_performed", buyerId)).toMatchObject({ query: "kettle" });
  const kinds = async () =>
    (
      await rows<{ type: string }>(
        "select distinct type from recommendations.behaviours where buyer_id = $1 order by 1",
        [buyerId],
      )
    ).map(({ type }) => type);
  await expect.poll(kinds, patient).toEqual(["Click", "Search", "View"]);
  await call("reportBehaviours", { token, body: { consent: false, behaviours } });
  expect(
    await count("platform.outbox where subject = $1 and type = $2", [
      buyerId,
      "analytics.product_viewed",
    ]),
  ).toBe(1);
});

test("ProductAddedToCart, ProductRemovedFromCart, CartAbandoned: a cart is filled, and left", async () => {
  const { token, userId, email } = await customer();
  const { sku } = await staff.goods(5);
  const query = { currency: "EUR" };
  await call("addToCart", { token, query, body: { sku, quantity: 3 } });
  expect(await said("carts.product_added", userId)).toMatchObject({ sku, quantity: 3 });
  await untilCount("recommendations.behaviours where buyer_id = $1 and type = 'AddToCart'", [
    userId,
  ]).toBe(1);
  await call("setCartQuantity", { token, query, params: { sku }, body: { quantity: 1 } });
  expect(await said("carts.product_removed", userId)).toMatchObject({ sku, quantity: 2 });

  const me = await call<User>("getMe", { token });
  await call("setPreferences", {
    token,
    headers: { "if-match": me.headers.get("etag") ?? "" },
    body: { ...me.body.preferences, marketingEmails: true },
  });
  await untilCount("notifications.recipients where user_id = $1 and marketing_emails", [
    userId,
  ]).toBe(1);
  // A day passes, and the hour strikes.
  await rows(
    "update carts.carts set touched_at = now() - interval '25 hours' where buyer_id = $1",
    [userId],
  );
  await rows(
    "select platform.add_job('carts.say_abandoned', '{}'::json, 'carts.say_abandoned', 0)",
  );
  expect(await said("carts.cart_abandoned", userId)).toMatchObject({ lines: [{ sku }] });
  await untilMail(email, "abandoned-cart");
});
