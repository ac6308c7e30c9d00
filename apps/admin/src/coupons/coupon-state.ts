import type { Coupon } from "@wares/contracts";

export type CouponState = "Off" | "Over" | "UsedUp" | "ToCome" | "On";

/** Whether somebody could begin to use it now, and if not, why. */
export const stateOf = (coupon: Coupon, now: number): CouponState => {
  const { isOn, uses, usesMax, startsAt, endsAt } = coupon;
  if (!isOn) return "Off";
  if (endsAt !== undefined && Date.parse(endsAt) <= now) return "Over";
  if (usesMax !== undefined && uses >= usesMax) return "UsedUp";
  return Date.parse(startsAt) > now ? "ToCome" : "On";
};
