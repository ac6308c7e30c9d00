import type { BuyerId, Currency, Money, OrderId, Quote } from "@wares/contracts";
import type { Refusal } from "@wares/platform";
import { refusals } from "./refusals.ts";
import { divideHalfUp } from "./tax.ts";

export type CouponProblem = NonNullable<Quote["couponProblem"]>;
/** What our books say of a coupon that somebody wants to use now. */
export type CouponAnswer = Readonly<{
  code: string;
  /** In USD minor units. */
  minimumSubtotal?: number;
  percentOff?: number;
  problem?: CouponProblem;
}>;

/** "ｓａｖｅ10 " and "SAVE10" are one code. */
export const normalCode = (code: string): string => code.normalize("NFKC").trim().toUpperCase();

// The shop's own table, by which a minimum in US cents is a minimum elsewhere: no exchange rate.
const perDollarCent: Readonly<Record<Currency, readonly [number, number]>> = {
  USD: [1, 1],
  EUR: [9, 10],
  GBP: [8, 10],
  JPY: [3, 2],
  CNY: [7, 1],
};

/** What a coupon takes off the goods, or why it takes nothing. */
export const reductionOf = (
  coupon: CouponAnswer | undefined,
  subtotal: number,
  currency: Currency,
): Readonly<{ discount: number; label: string; problem?: CouponProblem }> => {
  const none = { discount: 0, label: "" };
  if (!coupon) return none;
  const { percentOff, minimumSubtotal = 0, problem } = coupon;
  if (problem) return { ...none, problem };
  if (percentOff === undefined) return { ...none, problem: "Unknown" };
  const [multiple, divisor] = perDollarCent[currency];
  if (subtotal * divisor < minimumSubtotal * multiple) return { ...none, problem: "NotEnough" };
  return { discount: divideHalfUp(subtotal * percentOff, 100), label: `−${percentOff}%` };
};

export type RedeemRequest = Readonly<{
  orderId: OrderId;
  buyerId: BuyerId;
  code: string;
  discount: Money;
}>;
export type RedemptionState = "reserved" | "confirmed" | "expired" | "returned";
export type Redemption = RedeemRequest & Readonly<{ state: RedemptionState }>;
export type CouponLimits = Readonly<{
  isOpen: boolean;
  uses: number;
  usesMax?: number;
  usesPerBuyerMax?: number;
}>;
export type CouponBook = Readonly<{
  coupons: ReadonlyMap<string, CouponLimits>;
  redemptions: ReadonlyMap<OrderId, Redemption>;
  /** Live redemptions by `usesKey`. */
  usesOfBuyer: ReadonlyMap<string, number>;
}>;
export const usesKey = (code: string, buyerId: BuyerId): string => `${code} ${buyerId}`;

/** Decides each redemption as if it had come alone, after the ones before it. */
export const redeemAll = (book: CouponBook, requests: readonly RedeemRequest[]) => {
  const redemptions = new Map(book.redemptions);
  const used = new Map([...book.coupons].map(([code, { uses }]) => [code, uses]));
  const usedBy = new Map(book.usesOfBuyer);
  const granted: Redemption[] = [];

  const decide = (request: RedeemRequest): Redemption | Refusal => {
    const { orderId, buyerId, code } = request;
    const known = redemptions.get(orderId);
    if (known && (known.code !== code || known.buyerId !== buyerId))
      return refusals.redeemedOtherwise;
    if (known?.state === "reserved" || known?.state === "confirmed") return known;
    const [uses, own] = [used.get(code) ?? 0, usedBy.get(usesKey(code, buyerId)) ?? 0];
    // One that was let go is over for good: a late retry does not revive it.
    const refusal = known ? refusals.couponNotValid : limit(book.coupons.get(code), uses, own);
    if (refusal) return refusal;
    const redemption: Redemption = { ...request, state: "reserved" };
    used.set(code, uses + 1);
    usedBy.set(usesKey(code, buyerId), own + 1);
    redemptions.set(orderId, redemption);
    granted.push(redemption);
    return redemption;
  };
  return { answers: requests.map(decide), granted };
};

const limit = (
  coupon: CouponLimits | undefined,
  uses: number,
  own: number,
): Refusal | undefined => {
  if (!coupon?.isOpen) return refusals.couponNotValid;
  const isFree = uses < (coupon.usesMax ?? Infinity) && own < (coupon.usesPerBuyerMax ?? Infinity);
  return isFree ? undefined : refusals.couponUsedUp;
};
