import { expect, test } from "vitest";
import { couponMistakes, couponRequest, emptyCoupon } from "./coupon-draft.ts";

const draft = { ...emptyCoupon, code: "SPRING-25" };

test("what was left empty is not sent, and dollars become cents", () => {
  expect(couponMistakes(draft)).toEqual([]);
  expect(couponRequest({ ...draft, minimumSubtotal: "20.50" })).toEqual({
    code: "SPRING-25",
    percentOff: 10,
    minimumSubtotal: 2_050,
    usesPerBuyerMax: 1,
  });
});

test("every field that cannot be sent is named", () => {
  const wrong = {
    code: "a",
    percentOff: "101",
    minimumSubtotal: "free",
    usesMax: "0",
    usesPerBuyerMax: "1.5",
    startsAt: "soon",
    endsAt: "later",
  };
  expect(couponMistakes(wrong)).toEqual(Object.keys(wrong));
});
