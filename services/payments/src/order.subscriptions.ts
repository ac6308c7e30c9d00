import {
  CancelPayment,
  CapturePayment,
  PaymentRefundFailed,
  PaymentVoided,
  RefundPayment,
  UserErased,
  type OrderId,
} from "@wares/contracts";
import { on, type Publishable, type Subscription } from "@wares/platform";
import { publish, type Queries } from "@wares/platform/database";
import { letGo } from "./letting-go.ts";
import { cancelRefundId } from "./payment.record.commands.ts";
import {
  cancelOrders,
  keepForNobody,
  leaseMs,
  lockPayments,
  savePayments,
} from "./payment.store.ts";
import type { StoredPayment } from "./payment.ts";
import { findRefunds, insertRefunds } from "./refund.store.ts";
import { decideRefund, type StoredRefund } from "./refund.ts";

type Driver = Readonly<{
  /** How many steps may begin at once, now. */
  room: () => number;
  /** Once the batch is committed: begins those that are leased to us, and looks for more where there is any. */
  afterwards: (next: Readonly<{ begun?: readonly StoredPayment[]; isMoreDue: boolean }>) => void;
}>;

/** What the checkout saga asks for. Each may come twice, and late. */
export const orderSubscriptions = ({ room, afterwards }: Driver): readonly Subscription[] => [
  on(CapturePayment, async (commands, tx) => {
    const payments = await lockPayments(tx, { orderIds: ordersOf(commands) });
    const capturing = payments
      .filter(({ state }) => state === "authorised")
      .map((one): StoredPayment => ({ ...one, state: "capturing" }));
    const begun = capturing.slice(0, room()).map((one) => ({ ...one, tries: 1 }));
    const waiting = capturing.slice(begun.length).map((one) => ({ ...one, tries: 0 }));
    await savePayments(tx, [
      ...begun.map((one) => ({ ...one, stepAfterMs: leaseMs })),
      ...waiting.map((one) => ({ ...one, stepAfterMs: 0 })),
    ]);
    afterwards({ begun, isMoreDue: waiting.length > 0 });
  }),

  on(CancelPayment, async (commands, tx) => {
    const orderIds = ordersOf(commands);
    await cancelOrders(tx, orderIds);
    const payments = await lockPayments(tx, { orderIds });
    const refunds = await findRefunds(tx, {
      paymentIds: payments.map(({ paymentId }) => paymentId),
    });
    const letting = orderIds.map((orderId) => ({
      orderId,
      ...letGo(
        payments.filter((one) => one.orderId === orderId),
        refunds,
        cancelRefundId,
      ),
    }));
    await savePayments(
      tx,
      letting.flatMap(({ voiding }) => voiding.map((one) => ({ ...one, stepAfterMs: 0 }))),
    );
    await insertRefunds(
      tx,
      letting.flatMap((one) => one.refunds),
    );
    await publish(
      tx,
      letting.filter(({ isOver }) => isOver).map(({ orderId }) => PaymentVoided({ orderId })),
    );
    afterwards({ isMoreDue: true });
  }),

  on(UserErased, async (events, tx) => {
    await keepForNobody(
      tx,
      events.map(({ data }) => data.userId),
    );
  }),

  on(RefundPayment, async (commands, tx) => {
    await refund(
      tx,
      commands.map(({ data }) => data),
    );
    afterwards({ isMoreDue: true });
  }),
];

const ordersOf = (commands: readonly { data: { orderId: OrderId } }[]): OrderId[] => [
  ...new Set(commands.map(({ data }) => data.orderId)),
];

const refund = async (tx: Queries, wishes: readonly ReturnType<typeof RefundPayment>["data"][]) => {
  const payments = await lockPayments(tx, { orderIds: wishes.map(({ orderId }) => orderId) });
  const refunds = await findRefunds(tx, {
    paymentIds: payments.map(({ paymentId }) => paymentId),
    refundIds: wishes.map(({ refundId }) => refundId),
  });
  const fresh: StoredRefund[] = [];
  const refused: Publishable[] = [];
  for (const { orderId, refundId, amount } of wishes) {
    if ([...refunds, ...fresh].some((one) => one.refundId === refundId)) continue;
    const wish = { orderId, refundId, amount: amount.amount };
    const decision = decideRefund(wish, payments, [...refunds, ...fresh]);
    if ("refund" in decision) fresh.push(decision.refund);
    else if (decision.paymentId)
      refused.push(
        PaymentRefundFailed({
          paymentId: decision.paymentId,
          orderId,
          refundId,
          reason: decision.refused,
        }),
      );
  }
  await insertRefunds(tx, fresh);
  await publish(tx, refused);
};
