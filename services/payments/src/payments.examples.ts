// Test support: the shop and the bank, each with its own role, and an order that waits for money.
import {
  BuyerId,
  OrderId,
  parse,
  PaymentId,
  PaymentMethodId,
  UserId,
  type Language,
} from "@wares/contracts";
import { newId, orderKey } from "@wares/platform";
import { connect, publish, transact, type Database } from "@wares/platform/database";
import type { Principal } from "@wares/platform/http";
import { sandboxService } from "@wares/sandbox";
import { settle, testServer, testTools } from "@wares/testkit/tools";
import { paymentsService, sandboxGateway } from "./payments.service.ts";

export const buyerId = parse(BuyerId, newId(UserId));
export const savedMethodId = newId(PaymentMethodId);
export const total = { amount: 3_998, currency: "EUR" } as const;

export const shop = async (db: Database & { url: string }, language: Language = "en") => {
  const role = (name: string) => connect({ url: db.url, connectionsMax: 4, role: `wares_${name}` });
  const [ours, theirs] = [role("payments"), role("sandbox")];
  const tools = testTools(ours);
  let take: (body: string, signature: string) => Promise<unknown> = async () => {};
  const deliver = async (body: string, signature: string) => {
    await take(body, signature);
    return true;
  };
  const bank = sandboxService({ ...tools, db: theirs }, deliver);
  const call = (request: never) => bank.call(request);
  const gateway = sandboxGateway(call as never, bank.testCards, tools.keys);
  const ordersToPay = async (ids: readonly OrderId[]) =>
    new Map(ids.map((id) => [id, { total, buyerId, status: "Pending" as const, language }]));
  const savedMethod = async (userId: UserId, methodId: PaymentMethodId) =>
    userId === buyerId && methodId === savedMethodId
      ? { type: "DebitCard" as const, token: "tok_mastercard" }
      : undefined;
  const payments = paymentsService(tools, { ordersToPay, savedMethod }, gateway, bank.testCards);
  take = payments.takeWebhook;
  let principal: Principal = { roles: ["customer"], userId: buyerId as UserId };
  const app = await testServer([payments.service, bank.service], () => principal);
  const loops = [payments.service.work(), bank.service.work()];

  const send = async (change: object) => {
    const payload = { paymentId: newId(PaymentId), method: "CreditCard", ...change };
    const response = await app.inject({ method: "POST", url: "/api/v1/payments", payload });
    return { status: response.statusCode, body: response.json() };
  };
  const pay = async (orderId: OrderId, token: string, paymentId = newId(PaymentId)) => {
    return { ...(await send({ paymentId, orderId, token })), paymentId };
  };
  const tell = async (...commands: Parameters<typeof publish>[1]) => {
    await transact(ours, (tx) => publish(tx, commands));
    await settle(ours, [payments.service]);
  };
  const said = async (orderId: OrderId) => {
    const { rows } = await db.query<{ type: string }>(
      `select type from platform.outbox where subject = $1 and type not like '%\\_payment'
        order by position`,
      [orderId],
    );
    return rows.map(({ type }) => type.replace("payments.payment_", ""));
  };
  const moved = async () =>
    (await db.query("select kind, amount from sandbox.money_log order by position")).rows;
  return {
    app,
    /** With the key that a guest's link carries. */
    anOrder: () => {
      const orderId = newId(OrderId);
      return { orderId, key: orderKey(tools.keys, orderId) };
    },
    send,
    pay,
    tell,
    said,
    moved,
    tools,
    become: (next: Principal) => (principal = next),
    [Symbol.asyncDispose]: async () => {
      await Promise.all(loops.map((loop) => loop.close()));
      await Promise.all([ours.end(), theirs.end()]);
    },
  };
};
