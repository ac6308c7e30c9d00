import type { Currency, Language, PaymentCode } from "@wares/contracts";
import { cardOf } from "./test-card.ts";

// How the bank decides. Pure: one charge and one request give the next charge and an answer.

export type ChargeStatus = "authorised" | "captured" | "declined" | "requires_action" | "canceled";

export type Charge = Readonly<{
  reference: string;
  chargeId: string;
  token: string;
  amount: number;
  currency: Currency;
  status: ChargeStatus;
  captured: number;
  refunded: number;
  refunds: Readonly<Record<string, number>>;
  returnUrl: string;
  language: Language;
}>;

export type ChargeRequest = Readonly<{ reference: string }> &
  (
    | {
        kind: "authorise";
        chargeId: string;
        token: string;
        amount: number;
        currency: Currency;
        returnUrl: string;
        language: Language;
      }
    | { kind: "capture" }
    | { kind: "cancel"; chargeId: string }
    | { kind: "refund"; key: string; amount: number }
    | { kind: "answer"; isYes: boolean }
    | { kind: "dispute" }
    | { kind: "find" }
  );

export type Refused = Readonly<{
  refused: Extract<
    PaymentCode,
    "no_such_charge" | "no_such_card" | "other_charge" | "not_possible" | "too_much"
  >;
}>;
export type ChargeAnswer = Charge | Refused;

export type Outcome = Readonly<{
  answer: ChargeAnswer;
  next?: Charge;
  moved?: Readonly<{ kind: "capture" | "refund"; amount: number }>;
  webhook?: string;
}>;

const no = (refused: Refused["refused"]): Outcome => ({ answer: { refused } });
const same = (charge: Charge): Outcome => ({ answer: charge });
const becomes = (next: Charge, webhook: string, moved?: Outcome["moved"]): Outcome => ({
  answer: next,
  next,
  webhook,
  ...(moved && { moved }),
});

export const decide = (charge: Charge | undefined, request: ChargeRequest): Outcome => {
  if (request.kind === "authorise") return authorise(charge, request);
  if (request.kind === "cancel") return cancel(charge, request);
  if (!charge) return no("no_such_charge");
  switch (request.kind) {
    case "find":
      return same(charge);
    case "capture":
      return capture(charge);
    case "refund":
      return refund(charge, request.key, request.amount);
    case "answer":
      if (charge.status !== "requires_action") return same(charge);
      return request.isYes
        ? becomes({ ...charge, status: "authorised" }, "charge.authorised")
        : becomes({ ...charge, status: "declined" }, "charge.declined");
    case "dispute":
      return charge.status === "captured"
        ? { answer: charge, webhook: "charge.disputed" }
        : no("not_possible");
  }
};

type Authorise = Extract<ChargeRequest, { kind: "authorise" }>;
const authorise = (charge: Charge | undefined, request: Authorise): Outcome => {
  // The reference is the key: asked again, the first answer stands.
  if (charge) {
    const isSame = charge.amount === request.amount && charge.currency === request.currency;
    return isSame || charge.status === "canceled" ? same(charge) : no("other_charge");
  }
  const card = cardOf(request.token);
  if (!card) return no("no_such_card");
  const { reference, chargeId, token, amount, currency, returnUrl, language } = request;
  const fresh = {
    reference,
    chargeId,
    token,
    amount,
    currency,
    returnUrl,
    language,
    captured: 0,
    refunded: 0,
    refunds: {},
  };
  switch (card.verdict) {
    case "decline":
      return becomes({ ...fresh, status: "declined" }, "charge.declined");
    case "ask":
      return becomes({ ...fresh, status: "requires_action" }, "charge.requires_action");
    case "authorise":
      return becomes({ ...fresh, status: "authorised" }, "charge.authorised");
    case "capture":
      return becomes({ ...fresh, status: "captured", captured: amount }, "charge.captured", {
        kind: "capture",
        amount,
      });
  }
};

const capture = (charge: Charge): Outcome => {
  if (charge.status === "captured") return same(charge);
  if (charge.status !== "authorised") return no("not_possible");
  const { amount } = charge;
  return becomes({ ...charge, status: "captured", captured: amount }, "charge.captured", {
    kind: "capture",
    amount,
  });
};

/** Of a reference never heard of, a cancel is remembered: an authorisation that comes late is void. */
const cancel = (
  charge: Charge | undefined,
  { reference, chargeId }: Extract<ChargeRequest, { kind: "cancel" }>,
): Outcome => {
  if (!charge) {
    const none = {
      token: "",
      amount: 0,
      currency: "USD",
      captured: 0,
      refunded: 0,
      refunds: {},
      returnUrl: "",
      language: "en",
    } as const;
    const tombstone: Charge = { reference, chargeId, ...none, status: "canceled" };
    return { answer: tombstone, next: tombstone };
  }
  if (charge.status === "authorised" || charge.status === "requires_action")
    return becomes({ ...charge, status: "canceled" }, "charge.canceled");
  return same(charge);
};

const refund = (charge: Charge, key: string, amount: number): Outcome => {
  if (key in charge.refunds) return same(charge);
  if (charge.status !== "captured") return no("not_possible");
  if (charge.refunded + amount > charge.captured) return no("too_much");
  const refunds = { ...charge.refunds, [key]: amount };
  return becomes({ ...charge, refunded: charge.refunded + amount, refunds }, "charge.refunded", {
    kind: "refund",
    amount,
  });
};
