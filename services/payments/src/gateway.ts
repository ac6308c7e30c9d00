import type { Language, Money, PaymentId, RefundId } from "@wares/contracts";

/** What the gateway says stands now. Amounts are in minor units of the charge's currency. */
export type GatewayCharge = Readonly<{
  /** Our own payment id, as the gateway was told it. */
  reference: string;
  chargeId: string;
  status: "action" | "authorised" | "captured" | "declined" | "canceled";
  amount: number;
  currency: string;
  captured: number;
  refunded: number;
  /** Ids of our refunds that the gateway has given. */
  refunds: readonly string[];
  actionUrl?: string;
  declineCode?: string;
  cardBrand?: string;
  cardLast4?: string;
}>;

/**
 * A gateway, behind plain functions. Each may fail to answer (the promise rejects or is given up
 * on): then it may or may not have been done, and `find` tells. Done twice under one reference or
 * refund id, it is done once. `declined` answers are answers, not failures.
 */
export type Gateway = Readonly<{
  name: string;
  authorise: (
    request: Readonly<{
      paymentId: PaymentId;
      amount: Money;
      token: string;
      returnUrl: string;
      /** What the shopper's bank asks in. */
      language: Language;
    }>,
  ) => Promise<GatewayCharge>;
  capture: (paymentId: PaymentId) => Promise<GatewayCharge>;
  /** Of a reference it never heard of, it remembers that nothing may be taken. */
  cancel: (paymentId: PaymentId) => Promise<GatewayCharge>;
  /** Rejects with `RefundDenied` where asking again would not help. */
  refund: (paymentId: PaymentId, refundId: RefundId, amount: number) => Promise<GatewayCharge>;
  find: (paymentId: PaymentId) => Promise<GatewayCharge | undefined>;
  /** Checks that a webhook is the gateway's own and fresh; answers what it is about. */
  readWebhook: (body: string, signature: string, now: Date) => WebhookNews | undefined;
}>;
/** The gateway's last word: it will not give this money back. */
export class RefundDenied extends Error {
  override readonly name = "RefundDenied";
}
export type WebhookNews = Readonly<{
  paymentId: string;
  isDispute: boolean;
  /** What it claims of the charge: never believed, only compared with what is known. */
  claim: Pick<GatewayCharge, "status" | "captured" | "refunded">;
}>;
