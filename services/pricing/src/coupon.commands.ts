import { CouponRedeemed, type Coupon, type CouponRequest, type OrderId } from "@wares/contracts";
import { batched, isRefusal, Refused } from "@wares/platform";
import { publish, transact, type Database, type Queries } from "@wares/platform/database";
import { stale } from "@wares/platform/http";
import type { Static } from "typebox";
import { normalCode, redeemAll, type RedeemRequest } from "./coupon.ts";
import {
  confirmRedemptions,
  hasCoupon,
  insertCoupon,
  lockCoupons,
  returnRedemptions,
  saveRedemptions,
  switchCoupon,
} from "./coupon.store.ts";
import { refusals } from "./refusals.ts";

// Longer than an order that was accepted takes to be told of; shorter than anybody's patience.
const reservedMinutes = 30;

/** One transaction for up to 250 orders, each decided as if it had come alone. */
export const redeemBatch = (db: Database, requests: readonly RedeemRequest[]) =>
  transact(db, async (tx) => {
    const normal = requests.map((request) => ({ ...request, code: normalCode(request.code) }));
    const { answers, granted } = redeemAll(await lockCoupons(tx, normal), normal);
    await saveRedemptions(tx, granted, reservedMinutes);
    return answers.map((answer) => (isRefusal(answer) ? answer : { orderId: answer.orderId }));
  });

export const couponCommands = (db: Database) => ({
  /** Reserves one use for an order, under the coupon's limits. Asked again, it is the same use. */
  redeem: batched<RedeemRequest, { orderId: OrderId }>((requests) => redeemBatch(db, requests), {
    batchMax: 250,
    waitingMax: 5_000,
  }),

  create: async (request: Static<typeof CouponRequest>): Promise<Coupon> => {
    const { startsAt, endsAt } = request;
    if (startsAt && endsAt && Date.parse(endsAt) <= Date.parse(startsAt))
      throw new Refused(refusals.badWindow);
    const coupon = await insertCoupon(db, request);
    if (!coupon) throw new Refused(refusals.couponExists);
    return coupon;
  },

  switchTo: async (code: string, revision: number, isOn: boolean): Promise<Coupon> => {
    const switched = await switchCoupon(db, { code, revision, isOn });
    if (switched) return switched;
    throw new Refused((await hasCoupon(db, code)) ? stale : refusals.noSuchCoupon);
  },
});
export type CouponCommands = ReturnType<typeof couponCommands>;

export const confirmUses = async (tx: Queries, orderIds: readonly OrderId[]): Promise<void> => {
  const confirmed = await confirmRedemptions(tx, orderIds);
  await publish(
    tx,
    confirmed.map(({ orderId, code, discount }) => CouponRedeemed({ orderId, code, discount })),
  );
};
export const returnUses = returnRedemptions;
