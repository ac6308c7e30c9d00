import { BuyerId, OrderId, parse, PaymentId, PaymentMethodKept, UserId } from "@wares/contracts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GatewayCharge } from "./gateway.ts";
import { isKnown, observe, type PaymentState, type StoredPayment } from "./payment.ts";

const id = "018f2f6e-7b1a-7c3e-9a55-3d6c1c1f0a01";
const payment = (state: PaymentState, change: Partial<StoredPayment> = {}): StoredPayment => ({
  paymentId: parse(PaymentId, id),
  orderId: parse(OrderId, id),
  buyerId: parse(BuyerId, id),
  amount: 3_998,
  currency: "EUR",
  language: "en",
  method: "CreditCard",
  token: "sealed",
  keepFor: null,
  state,
  chargeId: null,
  cardBrand: null,
  cardLast4: null,
  actionUrl: null,
  failure: null,
  capturedAmount: state === "captured" ? 3_998 : 0,
  refundedAmount: 0,
  isDisputed: false,
  tries: 0,
  ...change,
});
const news = (
  status: GatewayCharge["status"],
  change: Partial<GatewayCharge> = {},
): GatewayCharge => ({
  reference: id,
  chargeId: "c1",
  status,
  amount: 3_998,
  currency: "EUR",
  captured: status === "captured" ? 3_998 : 0,
  refunded: 0,
  refunds: [],
  ...change,
});
const types = (state: PaymentState, status: GatewayCharge["status"]) => {
  const { payment: after, events } = observe(payment(state), news(status));
  return [after.state, ...events.map(({ type }) => type.replace("payments.payment_", ""))];
};

describe("news", () => {
  test.for([
    ["authorising", "authorised", ["authorised", "authorised"]],
    ["authorising", "captured", ["captured", "processed"]],
    ["authorising", "declined", ["failed", "failed"]],
    ["authorising", "action", ["action"]],
    ["action", "authorised", ["authorised", "authorised"]],
    ["capturing", "authorised", ["capturing"]],
    ["capturing", "captured", ["captured", "processed"]],
    ["voiding", "canceled", ["voided", "voided"]],
    ["voiding", "declined", ["voided", "voided"]],
    ["voiding", "captured", ["captured", "processed"]],
    ["voiding", "authorised", ["voiding"]],
    ["captured", "authorised", ["captured"]],
    ["captured", "declined", ["captured"]],
    ["voided", "authorised", ["voided"]],
    ["failed", "captured", ["failed"]],
  ] as const)("while %s, that it is %s", ([state, status, outcome]) =>
    expect(types(state, status)).toEqual(outcome),
  );

  test.for([
    ["another amount", { amount: 1 }],
    ["another currency", { currency: "JPY" }],
    ["another payment", { reference: "018f2f6e-7b1a-7c3e-9a55-3d6c1c1f0a99" }],
  ] as const)("of %s moves nothing, and is told", ([, change]) => {
    const before = payment("authorising");
    const { payment: after, events, mismatch } = observe(before, news("captured", change));
    expect([after, events]).toEqual([before, []]);
    expect(mismatch).toBeDefined();
  });

  test("uses up the token", () =>
    expect(observe(payment("authorising"), news("authorised")).payment.token).toBeNull());
});

describe("a token to be kept", () => {
  const keepFor = parse(UserId, id);
  const heard = (state: PaymentState, ...statuses: GatewayCharge["status"][]) => {
    let current = payment(state, { keepFor });
    const said = statuses.flatMap((status) => {
      const { payment: after, events } = observe(current, news(status, { cardLast4: "4242" }));
      current = after;
      return events;
    });
    return { said, current };
  };
  const kept = ({ said }: ReturnType<typeof heard>) =>
    said.filter(({ type }) => type === PaymentMethodKept.type).map(({ data }) => data);

  test("is told once, when it has paid, and is not here any more", () => {
    const all = heard("authorising", "action", "authorised", "captured", "captured");
    const told = { userId: id, paymentId: id, type: "CreditCard", sealedToken: "sealed" };
    expect(kept(all)).toEqual([{ ...told, cardLast4: "4242" }]);
    expect([all.current.token, all.current.keepFor]).toEqual([null, null]);
  });

  test.for([
    ["was declined", "authorising", ["action", "declined"]],
    ["was only promised", "authorising", ["authorised"]],
    ["was let go of", "voiding", ["authorised", "canceled"]],
    ["is to go back", "voiding", ["captured"]],
  ] as const)("is not, where the money %s", ([, state, statuses]) => {
    const all = heard(state, ...statuses);
    expect(kept(all)).toEqual([]);
    expect(all.current.token).toBe(all.current.state === "authorised" ? "sealed" : null);
  });
});

test("whatever comes, in any order and again, the outcome is told once and never taken back", () => {
  const statuses = fc.constantFrom("action", "authorised", "captured", "declined", "canceled");
  fc.assert(
    fc.property(fc.array(statuses as fc.Arbitrary<GatewayCharge["status"]>), (heard) => {
      let current = payment("authorising");
      const said: string[] = [];
      for (const status of heard) {
        const verdict = observe(current, news(status));
        current = verdict.payment;
        said.push(...verdict.events.map(({ type }) => type));
      }
      expect(new Set(said).size).toBe(said.length);
      const ends = [
        "payments.payment_processed",
        "payments.payment_failed",
        "payments.payment_voided",
      ];
      expect(said.filter((type) => ends.includes(type)).length).toBeLessThanOrEqual(1);
    }),
  );
});

test("what is called known is: heard in full, it would say nothing and leave the state", () => {
  const statuses = fc.constantFrom("action", "authorised", "captured", "declined", "canceled");
  const states = fc.constantFrom(
    ...(["authorising", "action", "authorised", "capturing"] as const),
    ...(["captured", "voiding", "voided", "failed"] as const),
  );
  const refunded = fc.constantFrom(0, 1_000, 3_998);
  let known = 0;
  fc.assert(
    fc.property(states, statuses, refunded, refunded, (state, status, before, now) => {
      const current = payment(state, { refundedAmount: before });
      const heard = news(status as GatewayCharge["status"], { refunded: now });
      if (!isKnown(current, heard)) return;
      known += 1;
      const verdict = observe(current, heard);
      expect(verdict.events).toEqual([]);
      expect(verdict.payment.state).toBe(state);
      expect(verdict.payment.refundedAmount).toBe(before);
    }),
    { numRuns: 1_000 },
  );
  expect(known).toBeGreaterThan(0);
});
