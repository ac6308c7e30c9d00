import { PaymentId, parse } from "@wares/contracts";
import { Refused } from "@wares/platform";
import type { Queries } from "@wares/platform/database";
import type { Gateway } from "./gateway.ts";
import type { Record } from "./payment.record.commands.ts";
import { findPayments } from "./payment.store.ts";
import { refusals } from "./refusals.ts";

type Needs = Readonly<{ db: Queries; gateway: Gateway; record: Record; now: () => Date }>;

/**
 * A webhook is a hint: whatever it claims, the gateway itself is asked, and the answer goes the
 * way of all news. One about a payment that is not ours is taken and changes nothing.
 */
export const webhookCommands = ({ db, gateway, record, now }: Needs) => ({
  take: async (body: string, signature: string): Promise<void> => {
    const news = gateway.readWebhook(body, signature, now());
    if (!news) throw new Refused(refusals.badWebhook);
    const paymentId = parse(PaymentId, news.paymentId);
    const [payment] = await findPayments(db, { paymentIds: [paymentId] });
    if (!payment) return;
    const charge = await gateway.find(paymentId);
    if (charge) await record({ paymentId, charge, isDisputed: news.isDispute });
  },
});
export type Webhooks = ReturnType<typeof webhookCommands>;
