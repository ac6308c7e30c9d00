// What each test card does. The tokens are what a gateway's own card fields would hand out.

import type { PaymentCode } from "@wares/contracts";

export type TestCard = Readonly<{
  token: string;
  label: string;
  brand: "Visa" | "Mastercard" | "AmericanExpress" | "UnionPay";
  last4: string;
  /** What the bank says to an authorisation. */
  verdict: "authorise" | "capture" | "decline" | "ask";
  declineCode?: PaymentCode;
  /** The answer never arrives: the bank had done it, or had not. */
  silence?: "after" | "before";
  webhooks?: "late" | "twice" | "never";
  isDisputed?: boolean;
}>;

export const testCards: readonly TestCard[] = [
  { token: "tok_visa", label: "Succeeds", brand: "Visa", last4: "4242", verdict: "authorise" },
  {
    token: "tok_mastercard",
    label: "Succeeds, and is captured at once",
    brand: "Mastercard",
    last4: "4444",
    verdict: "capture",
  },
  {
    token: "tok_declined",
    label: "Is declined",
    brand: "Visa",
    last4: "0002",
    verdict: "decline",
    declineCode: "card_declined",
  },
  {
    token: "tok_no_funds",
    label: "Has too little on it",
    brand: "Visa",
    last4: "9995",
    verdict: "decline",
    declineCode: "insufficient_funds",
  },
  {
    token: "tok_second_factor",
    label: "Asks who you are",
    brand: "Visa",
    last4: "3155",
    verdict: "ask",
  },
  {
    token: "tok_timeout",
    label: "Times out after the money was set aside",
    brand: "Visa",
    last4: "0127",
    verdict: "authorise",
    silence: "after",
  },
  {
    token: "tok_timeout_before",
    label: "Times out before anything happened",
    brand: "Visa",
    last4: "0119",
    verdict: "authorise",
    silence: "before",
  },
  {
    token: "tok_webhook_late",
    label: "Succeeds; its webhooks come late",
    brand: "Visa",
    last4: "0341",
    verdict: "authorise",
    webhooks: "late",
  },
  {
    token: "tok_webhook_twice",
    label: "Succeeds; its webhooks come twice",
    brand: "AmericanExpress",
    last4: "0005",
    verdict: "authorise",
    webhooks: "twice",
  },
  {
    token: "tok_webhook_never",
    label: "Succeeds; its webhooks never come",
    brand: "UnionPay",
    last4: "0009",
    verdict: "authorise",
    webhooks: "never",
  },
  {
    token: "tok_disputed",
    label: "Succeeds, and is disputed later",
    brand: "Visa",
    last4: "0259",
    verdict: "authorise",
    isDisputed: true,
  },
];

const byToken = new Map(testCards.map((card) => [card.token, card]));
export const cardOf = (token: string): TestCard | undefined => byToken.get(token);
