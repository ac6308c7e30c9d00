import type { PaymentId } from "@wares/contracts";
import { bell, workLoop } from "@wares/platform";
import { transact } from "@wares/platform/database";
import { stepPayment, stepRefund, type World } from "./payment.steps.ts";
import type { StoredPayment } from "./payment.ts";
import { takeDuePayments } from "./payment.store.ts";
import { takeDueRefunds } from "./refund.store.ts";

export { tokenContext } from "./payment.steps.ts";

// Takes what is due and calls the gateway for it, many at once. A slow answer holds up nobody else.

const inFlightMax = 200;
const pollMs = 500;

export const paymentDriver = (world: World) => {
  const { db, log } = world;
  const waiting = new Map<PaymentId, () => void>();
  const wakeUp = bell();
  const { ring } = wakeUp;
  let inFlight = 0;
  /** More may be due than there was room for. */
  let isShort = false;

  const run = (step: Promise<void>, tell?: () => void) => {
    inFlight += 1;
    void step
      .catch((error: unknown) => log.error({ err: error }, "a payment step failed"))
      .finally(() => {
        inFlight -= 1;
        tell?.();
        if (isShort) ring();
      });
  };
  const takeDue = async (): Promise<number> => {
    const room = inFlightMax - inFlight;
    isShort = room <= 0;
    if (isShort) return 0;
    const [payments, refunds] = await transact(db, (tx) =>
      Promise.all([takeDuePayments(tx, room), takeDueRefunds(tx, room)]),
    );
    for (const payment of payments)
      run(stepPayment(world, payment), waiting.get(payment.paymentId));
    for (const refund of refunds) run(stepRefund(world, refund));
    isShort = inFlight >= inFlightMax;
    return payments.length + refunds.length;
  };

  return {
    kick: ring,
    room: () => Math.max(0, inFlightMax - inFlight),
    /** A step that is leased to us: of a payment made, or to be captured, just now. */
    begin: (payment: StoredPayment) =>
      run(stepPayment(world, payment), () => waiting.get(payment.paymentId)?.()),
    /** Resolves when the next step of this payment is done, or after `ms`. */
    stepOf: async (paymentId: PaymentId, ms: number): Promise<void> => {
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.set(paymentId, resolve);
      const timer = setTimeout(resolve, ms);
      await promise;
      clearTimeout(timer);
      waiting.delete(paymentId);
    },
    work: () =>
      workLoop(async () => (await takeDue()) > 0, {
        restMs: pollMs,
        failed: (error) => log.warn({ err: error }, "payments could not be read"),
        wakeUp,
      }),
  };
};
export type PaymentDriver = ReturnType<typeof paymentDriver>;
