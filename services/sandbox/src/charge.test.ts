import { paymentCodes } from "@wares/contracts";
import { expect, test } from "vitest";
import { decide, type Charge, type ChargeRequest } from "./charge.ts";
import { testCards } from "./test-card.ts";

const pay = (token: string, amount = 3_998) =>
  ({
    kind: "authorise",
    reference: "p1",
    chargeId: "c1",
    token,
    amount,
    currency: "EUR",
    returnUrl: "/",
    language: "en",
  }) as const;
const play = (...requests: ChargeRequest[]) => {
  let charge: Charge | undefined;
  let moved = 0;
  let last: ReturnType<typeof decide> | undefined;
  for (const request of requests) {
    last = decide(charge, request);
    charge = last.next ?? charge;
    if (last.moved) moved += last.moved.kind === "capture" ? last.moved.amount : -last.moved.amount;
  }
  return { charge, moved, answer: last?.answer };
};
const to = { reference: "p1" } as const;
const capture = { ...to, kind: "capture" } as const;
const cancel = { ...to, kind: "cancel", chargeId: "c9" } as const;
const refund = (key: string, amount: number) => ({ ...to, kind: "refund", key, amount }) as const;

test("money moves at the capture, once", () => {
  expect(play(pay("tok_visa")).moved).toBe(0);
  expect(play(pay("tok_visa"), capture, capture).moved).toBe(3_998);
  expect(play(pay("tok_mastercard"), capture).moved).toBe(3_998);
});

test("the same authorisation again is the same charge; another amount is another charge", () => {
  expect(play(pay("tok_visa"), pay("tok_visa")).answer).toMatchObject({
    chargeId: "c1",
    status: "authorised",
  });
  expect(play(pay("tok_visa"), pay("tok_visa", 1)).answer).toEqual({ refused: "other_charge" });
  expect(play(pay("tok_stolen")).answer).toEqual({ refused: "no_such_card" });
});

test("a cancel that comes first wins", () => {
  expect(play(cancel, pay("tok_visa"), capture)).toMatchObject({
    moved: 0,
    charge: { status: "canceled" },
  });
  expect(play(pay("tok_visa"), cancel, capture)).toMatchObject({
    moved: 0,
    answer: { refused: "not_possible" },
  });
  expect(play(pay("tok_visa"), capture, cancel).charge).toMatchObject({ status: "captured" });
});

test("a refund is given once by its key, and never more than was taken", () => {
  const paid = [pay("tok_visa"), capture] as const;
  expect(play(...paid, refund("r1", 1_000), refund("r1", 1_000)).moved).toBe(2_998);
  expect(play(...paid, refund("r1", 3_000), refund("r2", 999)).answer).toEqual({
    refused: "too_much",
  });
  expect(play(pay("tok_visa"), refund("r1", 1)).answer).toEqual({ refused: "not_possible" });
});

test("a second factor is answered once", () => {
  const answer = (isYes: boolean) => ({ ...to, kind: "answer", isYes }) as const;
  expect(play(pay("tok_second_factor"), answer(true), answer(false)).charge).toMatchObject({
    status: "authorised",
  });
  expect(play(pay("tok_second_factor"), answer(false)).charge).toMatchObject({
    status: "declined",
  });
});

test("whatever it refuses or declines with is a code that people have words for", () => {
  const asked = [capture, cancel, refund("r1", 1), { ...to, kind: "dispute" } as const];
  const tokens = [...testCards.map(({ token }) => token), "tok_stolen"];
  const given = tokens.flatMap((token) =>
    [[], [pay(token)], [pay(token), capture], [pay(token), cancel]].flatMap((before) =>
      [...asked, pay(token, 1), refund("r2", 9_999)].map(
        (request) => play(...before, request).answer,
      ),
    ),
  );
  const refused = given.flatMap((answer) => (answer && "refused" in answer ? answer.refused : []));
  expect(new Set(refused).size).toBe(5);
  const declined = testCards.flatMap(({ declineCode }) => declineCode ?? []);
  expect(paymentCodes).toEqual(expect.arrayContaining([...new Set([...refused, ...declined])]));
});
