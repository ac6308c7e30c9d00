import { isDeepStrictEqual } from "node:util";
import {
  PaymentDisputed,
  PaymentRefunded,
  RefundId,
  type OrderId,
  type PaymentCode,
  type PaymentId,
} from "@wares/contracts";
import { batched, idOf, type Log, type Publishable } from "@wares/platform";
import {
  alongCommit,
  publish,
  transact,
  type Database,
  type Queries,
} from "@wares/platform/database";
import type { GatewayCharge } from "./gateway.ts";
import { letGo } from "./letting-go.ts";
import {
  cancelledAmong,
  lockPayments,
  savePayments,
  type LockedPayment,
  type Saved,
} from "./payment.store.ts";
import { observe, type StoredPayment } from "./payment.ts";
import { endRefunds, findRefunds, insertRefunds } from "./refund.store.ts";

/** `charge` undefined: the gateway has no such charge. `unknown`: it did not answer. */
export type News = Readonly<{
  paymentId: PaymentId;
  charge?: GatewayCharge;
  isUnknown?: boolean;
  isDisputed?: boolean;
}>;

// How long until the gateway is asked again, by how often it has been asked.
const backoffMs = [200, 2_000, 10_000, 60_000, 600_000, 3_600_000];
export const backoff = (tries: number): number =>
  backoffMs[Math.min(Math.max(tries - 1, 0), backoffMs.length - 1)] ?? 3_600_000;

/** The one place where news becomes state and events, many at a time. */
export const recordNews = (db: Database, log: Log, heard: readonly News[]) =>
  transact(db, async (tx) => {
    const paymentIds = [...new Set(heard.map(({ paymentId }) => paymentId))];
    const [locked, cancelled] = await Promise.all([
      lockPayments(tx, { paymentIds }),
      cancelledAmong(tx, paymentIds),
    ]);
    const payments = new Map(locked.map((one) => [one.paymentId, one]));
    const saved = new Map<PaymentId, Saved>();
    const events: Publishable[] = [];
    for (const news of heard) {
      const payment = payments.get(news.paymentId);
      if (!payment) continue;
      const { next, said } = apply(payment, news, log);
      events.push(...said);
      // What was known already, such as a webhook after the answer, costs no write.
      if (isSame(payment, next)) continue;
      payments.set(next.paymentId, { ...next, hasStep: next.stepAfterMs !== null });
      saved.set(next.paymentId, next);
    }
    await alongCommit(tx, [savePayments(tx, [...saved.values()]), publish(tx, events)]);
    await settleRefunds(tx, heard, payments);
    await returnLateMoney(tx, [...payments.values()], cancelled);
    return heard.map(({ paymentId }) => payments.get(paymentId));
  });

const isSame = ({ hasStep, ...before }: LockedPayment, { stepAfterMs, ...after }: Saved): boolean =>
  !hasStep && stepAfterMs === null && isDeepStrictEqual(before, after);

const apply = (
  locked: LockedPayment,
  news: News,
  log: Log,
): Readonly<{ next: Saved; said: readonly Publishable[] }> => {
  const { hasStep: _, ...payment } = locked;
  if (news.isUnknown)
    return { next: { ...payment, stepAfterMs: backoff(payment.tries) }, said: [] };
  const { payment: after, events, step, mismatch } = observe(payment, news.charge);
  if (mismatch)
    log.error({ paymentId: payment.paymentId, mismatch }, "the gateway tells of another charge");
  const stepAfterMs =
    step === "none"
      ? null
      : step === "now"
        ? backoff(payment.tries)
        : 5_000 * Math.max(1, payment.tries);
  const isNewDispute = news.isDisputed === true && !after.isDisputed && after.state === "captured";
  const { paymentId, orderId, amount, currency } = after;
  const dispute = PaymentDisputed({
    paymentId,
    orderId,
    amount: { amount, currency },
    reason: "disputed_by_buyer" satisfies PaymentCode,
  });
  return {
    next: { ...after, isDisputed: after.isDisputed || isNewDispute, stepAfterMs },
    said: isNewDispute ? [...events, dispute] : events,
  };
};

/** The gateway lists the refunds it has given: those of ours that were pending have succeeded. */
const settleRefunds = async (
  tx: Queries,
  heard: readonly News[],
  payments: ReadonlyMap<PaymentId, StoredPayment>,
) => {
  const given = heard.flatMap(({ charge }) => charge?.refunds ?? []);
  const ended = await endRefunds(tx, given as RefundId[], "succeeded");
  await publish(
    tx,
    ended.map(({ refundId, paymentId, orderId, amount }) => {
      const currency = payments.get(paymentId)?.currency ?? "USD";
      return PaymentRefunded({ paymentId, orderId, refundId, amount: { amount, currency } });
    }),
  );
};

export const cancelRefundId = ({ paymentId }: StoredPayment): RefundId =>
  idOf(RefundId, "cancel", paymentId);

/** Money that was captured although its order is cancelled goes back by itself. */
const returnLateMoney = async (
  tx: Queries,
  payments: readonly StoredPayment[],
  cancelled: ReadonlySet<OrderId>,
) => {
  const late = payments.filter(
    ({ state, orderId }) => state === "captured" && cancelled.has(orderId),
  );
  if (late.length === 0) return;
  const refunds = await findRefunds(tx, { paymentIds: late.map(({ paymentId }) => paymentId) });
  await insertRefunds(tx, letGo(late, refunds, cancelRefundId).refunds);
};

export type Record = (news: News) => Promise<StoredPayment | undefined>;
export const recorder = (db: Database, log: Log): Record => {
  const record = batched<News, { payment?: StoredPayment }>(
    async (heard) =>
      (await recordNews(db, log, heard)).map((payment) => (payment ? { payment } : {})),
    // What the bank says of money is heard, however late.
    { batchMax: 250, waitingMax: 20_000, waitMsMax: 10_000 },
  );
  return async (news) => (await record(news)).payment;
};
