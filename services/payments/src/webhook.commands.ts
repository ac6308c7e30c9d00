import { PaymentId, parse } from "@wares/contracts";
import { Refused } from "@wares/platform";
import type { Gateway } from "./gateway.ts";
import type { Record } from "./payment.record.commands.ts";
import type { ReadPayment } from "./payment.queries.ts";
import { isKnown } from "./payment.ts";
import { refusals } from "./refusals.ts";

type Needs = Readonly<{ read: ReadPayment; gateway: Gateway; record: Record; now: () => Date }>;

/**
 * A webhook is a hint: where it claims something new, the gateway itself is asked, and the answer
 * goes the way of all news. What is known already, as most of it is, or is of no payment of ours, is
 * taken and changes nothing.
 */
export const webhookCommands = ({ read, gateway, record, now }: Needs) => ({
  take: async (body: string, signature: string): Promise<void> => {
    const news = gateway.readWebhook(body, signature, now());
    if (!news) throw new Refused(refusals.badWebhook);
    const paymentId = parse(PaymentId, news.paymentId);
    const payment = await read(paymentId);
    if (!payment || (!news.isDispute && isKnown(payment, news.claim))) return;
    const charge = await gateway.find(paymentId);
    if (charge) await record({ paymentId, charge, isDisputed: news.isDispute });
  },
});
export type Webhooks = ReturnType<typeof webhookCommands>;
