import type { Language, Money, OrderId, OrderStatus, PayRequest, BuyerId } from "@wares/contracts";
import { batched, Refused, type Keys } from "@wares/platform";
import { transact, type Database } from "@wares/platform/database";
import { orderRights, type Principal } from "@wares/platform/http";
import { tokenContext, type PaymentDriver } from "./payment.driver.ts";
import { findPayments, insertPayments, type PaymentRow } from "./payment.store.ts";
import type { StoredPayment } from "./payment.ts";
import { refusals } from "./refusals.ts";

export type OrderToPay = Readonly<{
  total: Money;
  buyerId: BuyerId;
  status: OrderStatus;
  language: Language;
}>;

/** What payments need of other services, as plain functions. `apps/server` supplies them. */
export type PaymentNeeds = Readonly<{
  ordersToPay: (orderIds: readonly OrderId[]) => Promise<ReadonlyMap<OrderId, OrderToPay>>;
}>;

const firstAnswerMs = 2_500;

export const paymentCommands = (
  db: Database,
  { ordersToPay }: PaymentNeeds,
  { keys, driver }: { keys: Keys; driver: PaymentDriver },
) => {
  const insert = batched<StoredPayment, { isNew: boolean }>(
    (payments) =>
      transact(db, async (tx) => {
        const inserted = await insertPayments(tx, payments);
        return payments.map(({ paymentId }) => ({ isNew: inserted.has(paymentId) }));
      }),
    { batchMax: 250, waitingMax: 5_000 },
  );
  const known = async ({ paymentId, orderId }: PayRequest): Promise<PaymentRow | undefined> => {
    const [payment] = await findPayments(db, { paymentIds: [paymentId] });
    if (payment && payment.orderId !== orderId) throw new Refused(refusals.otherPayment);
    return payment;
  };

  return {
    /** One attempt. Sent twice, it is one attempt; while one is under way, another is refused. */
    pay: async (request: PayRequest, principal: Principal): Promise<PaymentRow> => {
      const { paymentId, orderId, method, token, key } = request;
      const order = (await ordersToPay([orderId])).get(orderId);
      if (
        !order ||
        !orderRights({ principal, key }, { orderId, buyerId: order.buyerId }, keys).mayRead
      )
        throw new Refused(refusals.orderNotFound);
      const before = await known(request);
      if (before) return before;
      if (order.status !== "Pending" && order.status !== "PaymentFailed")
        throw new Refused(refusals.notPayable);

      const sealed = keys.seal("payment-token", tokenContext(paymentId), token);
      const { total, buyerId, language } = order;
      const attempt = newPayment({
        paymentId,
        orderId,
        buyerId,
        total,
        language,
        method,
        sealed,
      });
      const { isNew } = await insert(attempt);
      if (isNew) {
        const answered = driver.stepOf(paymentId, firstAnswerMs);
        driver.kick();
        await answered;
      }
      const after = await known(request);
      if (!after) throw new Refused(refusals.alreadyPaying);
      return after;
    },
  };
};
export type PaymentCommands = ReturnType<typeof paymentCommands>;

const newPayment = ({
  total: { amount, currency },
  sealed,
  ...given
}: Pick<StoredPayment, "paymentId" | "orderId" | "buyerId" | "language" | "method"> &
  Readonly<{ total: Money; sealed: string }>): StoredPayment => ({
  ...given,
  amount,
  currency,
  token: sealed,
  state: "authorising",
  chargeId: null,
  cardBrand: null,
  cardLast4: null,
  actionUrl: null,
  failure: null,
  capturedAmount: 0,
  refundedAmount: 0,
  isDisputed: false,
  tries: 0,
});
