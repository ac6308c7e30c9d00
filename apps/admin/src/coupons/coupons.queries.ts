import { queryOptions } from "@tanstack/react-query";
import { Coupon, CouponList, type CouponRequest } from "@wares/contracts";
import type { Static } from "typebox";
import { ask, tell } from "../api/ask.ts";

export const couponsKey = ["coupons"] as const;

export const couponsQuery = () =>
  queryOptions({
    queryKey: couponsKey,
    queryFn: async ({ signal }) => (await ask(CouponList, "coupons", signal)).coupons,
  });

export const createCoupon = (body: Static<typeof CouponRequest>) =>
  tell(Coupon, "coupons", { method: "POST", body });

export const switchCoupon = ({ code, revision }: Coupon, isOn: boolean) =>
  tell(Coupon, `coupons/${encodeURIComponent(code)}/switch`, {
    method: "PUT",
    body: { isOn },
    revision,
  });
