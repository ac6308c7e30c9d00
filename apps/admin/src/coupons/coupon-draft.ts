import type { CouponRequest } from "@wares/contracts";
import type { Static } from "typebox";
import { amountOf } from "../shell/say.ts";

/** A coupon as its form holds it: texts as they were typed. */
export type CouponDraft = Readonly<
  Record<
    | "code"
    | "percentOff"
    | "minimumSubtotal"
    | "usesMax"
    | "usesPerBuyerMax"
    | "startsAt"
    | "endsAt",
    string
  >
>;

export const emptyCoupon: CouponDraft = {
  code: "",
  percentOff: "10",
  minimumSubtotal: "0",
  usesMax: "",
  usesPerBuyerMax: "1",
  startsAt: "",
  endsAt: "",
};

const isCount = (typed: string) => typed === "" || /^[1-9]\d{0,8}$/.test(typed.trim());
const isTime = (typed: string) => typed === "" || !Number.isNaN(Date.parse(typed));
const isRight: Readonly<Record<keyof CouponDraft, (typed: string) => boolean>> = {
  code: (typed) => /^[A-Z0-9-]{3,40}$/.test(typed.trim()),
  percentOff: (typed) => /^([1-9]\d?|100)$/.test(typed.trim()),
  minimumSubtotal: (typed) => amountOf(typed, "USD") !== undefined,
  usesMax: isCount,
  usesPerBuyerMax: isCount,
  startsAt: isTime,
  endsAt: isTime,
};

/** The fields that cannot be sent as they are. */
export const couponMistakes = (draft: CouponDraft): readonly (keyof CouponDraft)[] =>
  (Object.keys(isRight) as (keyof CouponDraft)[]).filter((name) => !isRight[name](draft[name]));

/** Times are typed by the clock of who types them. */
export const couponRequest = (draft: CouponDraft): Static<typeof CouponRequest> => {
  const { usesMax, usesPerBuyerMax, startsAt, endsAt } = draft;
  return {
    code: draft.code.trim(),
    percentOff: Number(draft.percentOff),
    minimumSubtotal: amountOf(draft.minimumSubtotal, "USD") ?? 0,
    ...(usesMax && { usesMax: Number(usesMax) }),
    ...(usesPerBuyerMax && { usesPerBuyerMax: Number(usesPerBuyerMax) }),
    ...(startsAt && { startsAt: new Date(startsAt).toISOString() }),
    ...(endsAt && { endsAt: new Date(endsAt).toISOString() }),
  };
};
