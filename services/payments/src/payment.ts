import {
  PaymentAuthorised,
  PaymentFailed,
  PaymentMethodKept,
  PaymentProcessed,
  PaymentVoided,
  type Currency,
  type Language,
  type OrderId,
  type PaymentId,
  type BuyerId,
  type PaymentCode,
  type PaymentState,
  type UserId,
} from "@wares/contracts";
import type { Publishable } from "@wares/platform";
import type { GatewayCharge } from "./gateway.ts";

export type { PaymentState };
export type MethodType = Parameters<typeof PaymentProcessed>[0]["method"];

export type StoredPayment = Readonly<{
  paymentId: PaymentId;
  orderId: OrderId;
  buyerId: BuyerId;
  amount: number;
  currency: Currency;
  language: Language;
  method: MethodType;
  /** Sealed; gone once it has been used, or kept. */
  token: string | null;
  /** Whose saved methods it joins when it has paid. */
  keepFor: UserId | null;
  state: PaymentState;
  chargeId: string | null;
  cardBrand: string | null;
  cardLast4: string | null;
  actionUrl: string | null;
  failure: string | null;
  capturedAmount: number;
  refundedAmount: number;
  isDisputed: boolean;
  tries: number;
}>;

/** What follows from a piece of news. `again` asks for another step soon. */
export type Verdict = Readonly<{
  payment: StoredPayment;
  events: readonly Publishable[];
  step: "now" | "later" | "none";
  /** The gateway speaks of something that is not this payment: nothing moves, and staff are told. */
  mismatch?: string;
}>;

/**
 * The one function that all news of a payment goes through: the gateway's answer, its webhook, our
 * own poll. Total over state and news; what comes late, twice or out of order changes nothing.
 */
export const observe = (payment: StoredPayment, news: GatewayCharge | undefined): Verdict => {
  const stay = (step: Verdict["step"]): Verdict => ({ payment, events: [], step });
  if (!news) return stay(isOver(payment.state) ? "none" : "now");
  const mismatch = mismatchOf(payment, news);
  if (mismatch) return { ...stay("none"), mismatch };
  switch (news.status) {
    case "action":
      if (payment.state === "voiding") return stay("now");
      return payment.state === "authorising"
        ? {
            payment: {
              ...withCard(payment, news),
              state: "action",
              actionUrl: news.actionUrl ?? null,
            },
            events: [],
            step: "later",
          }
        : stay(isOver(payment.state) ? "none" : "later");
    case "authorised":
      return authorised(payment, news);
    case "captured":
      return captured(payment, news);
    case "declined":
      return ended(payment, news, news.declineCode ?? declined);
    case "canceled":
      return ended(payment, news, "cancelled" satisfies PaymentCode);
  }
};

/** Whether a word of the charge is old: said again, or of a state that the payment has left behind. */
export const isKnown = (
  { state, capturedAmount, refundedAmount }: StoredPayment,
  { status, captured: taken, refunded }: Pick<GatewayCharge, "status" | "captured" | "refunded">,
): boolean => {
  if (status === "captured")
    return state === "captured" && capturedAmount === taken && refundedAmount === refunded;
  // While it is being captured, the next step is under way already.
  return status === "authorised" && ["authorised", "capturing", "captured"].includes(state);
};

const declined: PaymentCode = "card_declined";
const isOver = (state: PaymentState) => state === "voided" || state === "failed";

// Amount, currency and our own id must match, or nothing moves.
const mismatchOf = (payment: StoredPayment, news: GatewayCharge): string | undefined => {
  if (news.reference !== payment.paymentId) return `reference ${news.reference}`;
  if (news.status === "canceled") return undefined;
  if (news.amount !== payment.amount) return `amount ${news.amount}, ours is ${payment.amount}`;
  if (news.currency !== payment.currency) return `currency ${news.currency}`;
  return undefined;
};

const withCard = (payment: StoredPayment, news: GatewayCharge): StoredPayment => ({
  ...payment,
  token: payment.keepFor ? payment.token : null,
  chargeId: news.chargeId,
  cardBrand: news.cardBrand ?? payment.cardBrand,
  cardLast4: news.cardLast4 ?? payment.cardLast4,
  actionUrl: null,
});

const usedUp = (payment: StoredPayment, news: GatewayCharge): StoredPayment => ({
  ...withCard(payment, news),
  token: null,
  keepFor: null,
});

const keptOf = ({ keepFor, token, paymentId, method, cardBrand, cardLast4 }: StoredPayment) =>
  keepFor && token
    ? [
        PaymentMethodKept({
          userId: keepFor,
          paymentId,
          type: method,
          sealedToken: token,
          ...(cardBrand && { cardBrand: cardBrand.slice(0, 40) }),
          ...(cardLast4 && { cardLast4: cardLast4.slice(0, 40) }),
        }),
      ]
    : [];

const authorised = (payment: StoredPayment, news: GatewayCharge): Verdict => {
  const { paymentId, orderId, state, amount, currency } = payment;
  // Asked to let go of it, or asked to take it: the work is still to be done.
  if (state === "voiding" || state === "capturing")
    return { payment: withCard(payment, news), events: [], step: "now" };
  if (state !== "authorising" && state !== "action") return { payment, events: [], step: "none" };
  return {
    payment: { ...withCard(payment, news), state: "authorised" },
    events: [PaymentAuthorised({ paymentId, orderId, amount: { amount, currency } })],
    step: "none",
  };
};

const captured = (payment: StoredPayment, news: GatewayCharge): Verdict => {
  const { paymentId, orderId, state, method, amount, currency } = payment;
  const refundedAmount = Math.max(payment.refundedAmount, news.refunded);
  if (state === "captured" || isOver(state))
    return { payment: { ...payment, refundedAmount }, events: [], step: "none" };
  const isWanted = state !== "voiding";
  // While it was being let go of it was taken after all: the books say so, and a refund follows.
  return {
    payment: {
      ...usedUp(payment, news),
      state: "captured",
      capturedAmount: news.captured,
      refundedAmount,
    },
    events: [
      PaymentProcessed({
        paymentId,
        orderId,
        amount: { amount, currency },
        method,
        status: "Succeeded",
      }),
      ...(isWanted ? keptOf(withCard(payment, news)) : []),
    ],
    step: "none",
  };
};

const ended = (payment: StoredPayment, news: GatewayCharge, reason: string): Verdict => {
  const { paymentId, orderId, state } = payment;
  if (isOver(state) || state === "captured") return { payment, events: [], step: "none" };
  const next = usedUp(payment, news);
  if (state === "voiding")
    return {
      payment: { ...next, state: "voided" },
      events: [PaymentVoided({ orderId })],
      step: "none",
    };
  return {
    payment: { ...next, state: "failed", failure: reason },
    events: [PaymentFailed({ paymentId, orderId, reason })],
    step: "none",
  };
};
