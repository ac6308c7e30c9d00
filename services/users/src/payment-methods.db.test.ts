import {
  paymentMethodsMax,
  PaymentMethodId,
  UserId,
  type PaymentMethodView,
} from "@wares/contracts";
import { newId } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { usersWorld } from "./users.examples.ts";

const visa = { token: "tok_visa", cardBrand: "Visa", cardLast4: "4242" };
const union = { token: "tok_union", cardBrand: "UnionPay", cardLast4: "0009" };

const world = async (db: Database) => {
  const users = await usersWorld(db);
  const userId = await users.open("mira");
  users.as(userId, "customer");
  const methods = async (): Promise<PaymentMethodView[]> =>
    (await users.call("GET", "/me")).json().paymentMethods;
  return { ...users, userId, methods };
};

test("what has paid is kept: to be shown without its token, to pay with by its owner", async () => {
  await using db = await testDatabase("users");
  const { keep, userId, methods, savedMethod } = await world(db);
  await keep({ userId, ...visa });
  const [method] = await methods();
  expect(method).toEqual({
    id: expect.any(String),
    type: "CreditCard",
    cardBrand: "Visa",
    cardLast4: "4242",
    isDefault: true,
    createdAt: expect.any(String),
  });
  const id = method?.id ?? newId(PaymentMethodId);
  expect(await savedMethod(userId, id)).toEqual({ type: "CreditCard", token: "tok_visa" });
  const { rows } = await db.query("select methods::text from users.payment_methods as methods");
  expect(JSON.stringify(rows)).not.toMatch(/tok_visa|4242|Visa/);
});

test("the same card twice, also in one go, is one row; the one used last comes first", async () => {
  await using db = await testDatabase("users");
  const { keep, userId, methods, savedMethod } = await world(db);
  await keep({ userId, ...visa }, { userId, ...visa }, { userId, ...union });
  await keep({ userId, ...visa });
  const shown = async () =>
    (await methods()).map(({ cardLast4, isDefault }) => [cardLast4, isDefault]);
  expect(await shown()).toEqual([
    ["4242", true],
    ["0009", false],
  ]);
  const [, second] = await methods();
  await savedMethod(userId, second?.id ?? newId(PaymentMethodId));
  expect(await shown()).toEqual([
    ["0009", true],
    ["4242", false],
  ]);
});

test("there is an end to it: the one used longest ago makes room", async () => {
  await using db = await testDatabase("users");
  const { keep, userId, methods } = await world(db);
  const last4 = (nth: number) => String(1_000 + nth);
  for (let nth = 0; nth <= paymentMethodsMax; nth++)
    await keep({ userId, token: `tok_${nth}`, cardLast4: last4(nth) });
  const shown = (await methods()).map(({ cardLast4 }) => cardLast4);
  expect(shown).toHaveLength(paymentMethodsMax);
  expect(shown).not.toContain(last4(0));
  expect(shown[0]).toBe(last4(paymentMethodsMax));
});

test("a brand without a word of ours, and digits that are none, are left out", async () => {
  await using db = await testDatabase("users");
  const { keep, userId, methods } = await world(db);
  await keep({ userId, token: "tok_x", cardBrand: "<b>Gold</b>", cardLast4: "4<b>2" });
  const [method] = await methods();
  expect([method?.cardBrand, method?.cardLast4]).toEqual([undefined, undefined]);
});

test("removed, it is gone; removed again, or somebody else's, it is not there", async () => {
  await using db = await testDatabase("users");
  const { keep, open, as, call, userId, methods, savedMethod } = await world(db);
  await keep({ userId, ...visa });
  const [method] = await methods();
  const id = method?.id ?? newId(PaymentMethodId);
  const remove = async (methodId: string) => {
    const answer = await call("DELETE", `/me/payment-methods/${methodId}`);
    return [answer.statusCode, answer.json()];
  };
  const stranger = await open("sven");
  as(stranger, "customer");
  const missing = await remove(newId(PaymentMethodId));
  expect(await remove(id)).toEqual(missing);
  expect(missing).toMatchObject([404, { type: "users.no_such_payment_method" }]);
  expect(await savedMethod(stranger, id)).toBeUndefined();
  as(userId, "customer");
  expect(await methods()).toHaveLength(1);
  expect((await remove(id))[0]).toBe(200);
  expect(await remove(id)).toEqual(missing);
  expect((await remove("' or true --"))[0]).toBe(400);
  expect(await methods()).toEqual([]);
});

test("an erased person keeps none, and gets none that comes late", async () => {
  await using db = await testDatabase("users");
  const { keep, call, userId } = await world(db);
  await keep({ userId, ...visa });
  expect((await call("DELETE", "/me")).statusCode).toBe(200);
  await keep({ userId, ...union }, { userId: newId(UserId), ...visa });
  expect((await db.query("select 1 from users.payment_methods")).rows).toEqual([]);
});
