import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { Coupon, CouponList, type CouponRequest } from "@wares/contracts";
import type { Static } from "typebox";
import { ask, tell, withQuery } from "../api/ask.ts";

export const couponsKey = ["coupons"] as const;

export const couponsQuery = (after: string | null) =>
  queryOptions({
    queryKey: [...couponsKey, after],
    queryFn: ({ signal }) =>
      ask(CouponList, withQuery("coupons", after === null ? {} : { after }), signal),
    placeholderData: keepPreviousData,
  });

export const createCoupon = (body: Static<typeof CouponRequest>) =>
  tell(Coupon, "coupons", { method: "POST", body });

export const switchCoupon = ({ code, revision }: Coupon, isOn: boolean) =>
  tell(Coupon, `coupons/${encodeURIComponent(code)}/switch`, {
    method: "PUT",
    body: { isOn },
    revision,
  });
