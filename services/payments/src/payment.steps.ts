import { PaymentRefundFailed, type PaymentId } from "@wares/contracts";
import type { Keys, Log } from "@wares/platform";
import { publish, transact, type Database } from "@wares/platform/database";
import { RefundDenied, type Gateway, type GatewayCharge } from "./gateway.ts";
import { backoff, type News, type Record } from "./payment.record.commands.ts";
import type { StoredPayment } from "./payment.ts";
import { endRefunds, postponeRefunds } from "./refund.store.ts";
import type { StoredRefund } from "./refund.ts";

// One call of the gateway for one payment or refund. No transaction is open while the gateway thinks.

const answerMs = 2_000;

export type World = Readonly<{
  db: Database;
  gateway: Gateway;
  record: Record;
  keys: Keys;
  returnUrlOf: (payment: StoredPayment) => string;
  log: Log;
}>;

export const tokenContext = (paymentId: PaymentId): string => `payment ${paymentId}`;

/** What the gateway says to the next step of this payment. */
const ask = async (world: World, payment: StoredPayment): Promise<GatewayCharge | undefined> => {
  const { gateway, keys } = world;
  const { paymentId, state, amount, currency, language, tries } = payment;
  if (state === "capturing") return gateway.capture(paymentId);
  if (state === "voiding") return gateway.cancel(paymentId);
  if (state !== "authorising") return gateway.find(paymentId);
  // An answer was lost: ask what became of it, before asking for it again.
  const found = tries > 1 ? await gateway.find(paymentId) : undefined;
  if (found) return found;
  const token = keys.open("payment-token", tokenContext(paymentId), payment.token ?? "") ?? "";
  const returnUrl = world.returnUrlOf(payment);
  return gateway.authorise({
    paymentId,
    amount: { amount, currency },
    token,
    returnUrl,
    language,
  });
};

const withinTime = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("the gateway did not answer in time")), answerMs);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};

export const stepPayment = async (world: World, payment: StoredPayment): Promise<void> => {
  const { paymentId } = payment;
  const news = await withinTime(ask(world, payment)).then(
    (charge): News => ({ paymentId, ...(charge && { charge }) }),
    (error: unknown): News => {
      world.log.warn({ paymentId, err: error }, "the gateway did not answer");
      return { paymentId, isUnknown: true };
    },
  );
  await world.record(news);
};

export const stepRefund = async (world: World, refund: StoredRefund): Promise<void> => {
  const { db, gateway, record, log } = world;
  const { refundId, paymentId, amount, tries } = refund;
  try {
    const charge = await withinTime(gateway.refund(paymentId, refundId, amount));
    await record({ paymentId, charge });
    if (charge.refunds.includes(refundId)) return;
  } catch (error) {
    if (error instanceof RefundDenied) return deny(world, refund, error.message);
    log.warn({ refundId, err: error }, "the gateway did not answer");
  }
  await transact(db, (tx) => postponeRefunds(tx, [{ refundId, stepAfterMs: backoff(tries) }]));
};

const deny = ({ db }: World, { refundId }: StoredRefund, reason: string): Promise<void> =>
  transact(db, async (tx) => {
    const ended = await endRefunds(tx, [refundId], "failed");
    await publish(
      tx,
      ended.map(({ paymentId, orderId }) =>
        PaymentRefundFailed({ paymentId, orderId, refundId, reason }),
      ),
    );
  });
