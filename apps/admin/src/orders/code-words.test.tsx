import { CancelReason, languages, type Order, paymentCodes, paymentStates } from "@wares/contracts";
import { expect, test } from "vitest";
import { sampleOrders, samplePayment, withStatus } from "../test-support/sample-data.ts";
import { show, wordsOf } from "../test-support/show.tsx";
import { codeWords } from "./code-words.ts";
import { OrderPayments } from "./order-payments.tsx";
import { OrderTimeline } from "./order-timeline.tsx";
import { paymentsQuery } from "./orders.queries.ts";

const [first] = sampleOrders();
if (!first) throw new Error("The sample has no order.");
const order = withStatus(first, "PaymentFailed");
const codes = [...paymentCodes, ...paymentStates, ...CancelReason.enum];

const rowOf = (code: string, language: "en" | "zh") => {
  const payment = { ...samplePayment(order), failure: code };
  return wordsOf(
    show(<OrderPayments order={order} />, {
      language,
      known: [[paymentsQuery(order.id).queryKey, [payment]]],
    }),
  );
};

test.each(languages.flatMap((language) => codes.map((code) => [code, language] as const)))(
  "%s is shown in words: %s",
  (code, language) => {
    const words = codeWords[language][code];
    expect(words).toMatch(language === "zh" ? /\p{Script=Han}/u : /^[A-Z][a-z']+ /);
    expect(rowOf(code, language)).toContain(words);
    expect(rowOf(code, language)).not.toMatch(new RegExp(`\\b${code}\\b`));
  },
);

test("a code that nobody knows is read out, never blank and never raw", () => {
  expect(rowOf("card_velocity_exceeded", "en")).toContain("Failed : Card velocity exceeded");
  expect(rowOf("DoNotHonour", "en")).toContain("Do not honour");
});

test("a timeline tells codes in words, and leaves what people wrote", () => {
  const entry = { at: order.createdAt, by: "Shop" as const, isInternal: false };
  const timeline: Order["timeline"] = [
    { ...entry, kind: "PaymentFailed", text: "insufficient_funds" },
    { ...entry, kind: "PaymentDisputed", text: "disputed_by_buyer" },
    { ...entry, kind: "Imported" },
    { ...entry, kind: "WeighedAgain" },
    { ...entry, kind: "Note", by: "Staff", text: "no_such_card, she says" },
  ];
  const words = wordsOf(show(<OrderTimeline order={{ ...order, timeline }} />));
  for (const said of [
    "the payment failed",
    "Too little on the card",
    "The buyer disputes it at the bank",
    "taken over from another shop",
    "Weighed again",
    "no_such_card, she says",
  ])
    expect(words).toContain(said);
  expect(words).not.toMatch(/OrderImported|insufficient_funds|disputed_by_buyer|WeighedAgain/);
});
