import {
  CapturePayment,
  OrderId,
  parse,
  PaymentMethodId,
  PaymentMethodKept,
  UserErased,
  UserId,
} from "@wares/contracts";
import { newId } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { testDatabase } from "@wares/testkit/database";
import { expect, test } from "vitest";
import { buyerId, savedMethodId, shop } from "./payments.examples.ts";

const patient = { timeout: 15_000 };
const token = "tok_visa";

const kept = async (db: Database) => {
  const { rows } = await db.query<{ data: unknown }>(
    "select data from platform.outbox where type = $1 order by position",
    [PaymentMethodKept.type],
  );
  return rows.map(({ data }) => parse(PaymentMethodKept.data, data));
};

test("a method is kept once it has paid, its token sealed on the way and gone from here", async () => {
  await using db = await testDatabase();
  await using s = await shop(db);
  const orderId = newId(OrderId);
  await s.send({ orderId, token, keep: true });
  expect(await kept(db)).toEqual([]);
  await s.tell(CapturePayment({ orderId }), CapturePayment({ orderId }));
  await expect.poll(() => s.said(orderId), patient).toEqual(["authorised", "processed"]);
  const [told, ...more] = await kept(db);
  expect([told, more]).toMatchObject([
    { userId: buyerId, type: "CreditCard", cardLast4: "4242" },
    [],
  ]);
  const { paymentId = "", sealedToken = "" } = told ?? {};
  expect(s.tools.keys.open("payment-token", `payment ${paymentId}`, sealedToken)).toBe(token);
  const { rows } = await db.query("select token, keep_for from payments.payments");
  expect(rows).toEqual([{ token: null, keep_for: null }]);
});

test("nothing is kept of a card that was declined, or that nobody asked to keep", async () => {
  await using db = await testDatabase();
  await using s = await shop(db);
  const orderId = newId(OrderId);
  await s.send({ orderId, token: "tok_declined", keep: true });
  await s.send({ orderId, token: "tok_mastercard", keep: false });
  expect(await s.said(orderId)).toEqual(["failed", "processed"]);
  expect(await kept(db)).toEqual([]);
});

test("who is erased while they pay keeps nothing", async () => {
  await using db = await testDatabase();
  await using s = await shop(db);
  const orderId = newId(OrderId);
  await s.send({ orderId, token, keep: true });
  await s.tell(UserErased({ userId: parse(UserId, buyerId) }), CapturePayment({ orderId }));
  await expect.poll(() => s.said(orderId), patient).toEqual(["authorised", "processed"]);
  expect(await kept(db)).toEqual([]);
});

test("a saved method pays as what it is, and is not told of again", async () => {
  await using db = await testDatabase();
  await using s = await shop(db);
  const orderId = newId(OrderId);
  const paid = await s.send({ orderId, savedMethodId, keep: true });
  expect([paid.status, paid.body]).toMatchObject([
    202,
    { paymentMethod: "DebitCard", cardLast4: "4444", status: "Succeeded" },
  ]);
  expect(await kept(db)).toEqual([]);
});

test("somebody else's saved method answers exactly as a missing one", async () => {
  await using db = await testDatabase();
  await using s = await shop(db);
  const { orderId, key } = s.anOrder();
  const missing = await s.send({ orderId, savedMethodId: newId(PaymentMethodId) });
  s.become({ roles: ["customer"], userId: newId(UserId) });
  const theirs = await s.send({ orderId, key, savedMethodId });
  expect([theirs.status, theirs.body]).toEqual([missing.status, missing.body]);
  expect([theirs.status, theirs.body.type]).toEqual([404, "payments.no_such_method"]);
  s.become({ roles: [] });
  expect(await s.send({ orderId, key, savedMethodId })).toEqual(missing);
  expect((await db.query("select 1 from payments.payments")).rows).toEqual([]);
});

test.for([
  ["neither", {}, "/token"],
  ["both", { token, savedMethodId }, "/token"],
  ["no id of ours", { savedMethodId: "' or true --" }, "/savedMethodId"],
  ["a card number", { token: "4242 4242 4242 4242" }, "/token"],
  ["a wish that is no yes or no", { token, keep: "yes" }, "/keep"],
  ["a wish of a stranger", { token, keep: true }, "/keep"],
] as const)("%s is the caller's mistake, and is named", async ([name, change, field]) => {
  await using db = await testDatabase();
  await using s = await shop(db);
  const { orderId, key } = s.anOrder();
  if (name === "a wish of a stranger") s.become({ roles: [] });
  const { status, body } = await s.send({ orderId, key, ...change });
  expect([Math.floor(status / 100), body.field]).toEqual([4, field]);
  expect((await db.query("select 1 from payments.payments")).rows).toEqual([]);
});
