/**
 * Why a payment or a refund did not come about, as our own gateway and payments say it. Whoever shows
 * one to a person has words for it in every language; another gateway's codes may come beside these.
 */
export const paymentCodes = [
  "card_declined",
  "insufficient_funds",
  "cancelled",
  "no_such_card",
  "no_such_charge",
  "other_charge",
  "not_possible",
  "too_much",
  "nothing_was_taken",
  "more_than_was_taken",
  "disputed_by_buyer",
] as const;
export type PaymentCode = (typeof paymentCodes)[number];

/** How far a payment has come, finer than its status: the code of one that did not fail. */
export const paymentStates = [
  "authorising",
  "action",
  "authorised",
  "capturing",
  "captured",
  "voiding",
  "voided",
  "failed",
] as const;
export type PaymentState = (typeof paymentStates)[number];
