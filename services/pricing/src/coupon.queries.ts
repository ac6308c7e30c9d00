import type { CouponList, CouponQuery } from "@wares/contracts";
import type { Keys } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { pages } from "@wares/platform/http";
import type { Static } from "typebox";
import { listCoupons } from "./coupon.store.ts";

export const couponQueries = (db: Database, keys: Keys) => {
  const newest = pages(keys, "coupons");
  return {
    list: async ({ after, limit }: Static<typeof CouponQuery>): Promise<CouponList> => {
      const [createdAt, code] = newest.place(after) ?? [];
      const place =
        createdAt === undefined ? undefined : { createdAt: String(createdAt), code: String(code) };
      const { coupons, ...counted } = await listCoupons(db, limit + 1, place);
      const shown = coupons.slice(0, limit);
      const last = coupons.length > limit ? shown.at(-1) : undefined;
      return {
        coupons: shown.map(({ coupon }) => coupon),
        ...counted,
        ...(last && { next: newest.next([last.createdAt, last.coupon.code]) }),
      };
    },
  };
};
export type CouponQueries = ReturnType<typeof couponQueries>;
