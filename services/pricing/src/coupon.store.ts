import type { BuyerId, Coupon, Currency, OrderId } from "@wares/contracts";
import { StaleWrite } from "@wares/platform";
import { named, sql, type Queries } from "@wares/platform/database";
import {
  usesKey,
  type CouponAnswer,
  type CouponBook,
  type CouponLimits,
  type Redemption,
  type RedemptionState,
  type RedeemRequest,
} from "./coupon.ts";

type Terms = Omit<Coupon, "usesMax" | "usesPerBuyerMax" | "endsAt"> &
  Readonly<{ usesMax: number | null; usesPerBuyerMax: number | null; endsAt: string | null }>;
const terms = sql`
  code, percent_off as "percentOff", minimum_subtotal as "minimumSubtotal", uses, is_on as "isOn", revision,
  uses_max as "usesMax", uses_per_buyer_max as "usesPerBuyerMax",
  starts_at as "startsAt", ends_at as "endsAt"`;
const couponOf = ({ usesMax, usesPerBuyerMax, endsAt, ...coupon }: Terms): Coupon => ({
  ...coupon,
  ...(usesMax !== null && { usesMax }),
  ...(usesPerBuyerMax !== null && { usesPerBuyerMax }),
  ...(endsAt !== null && { endsAt }),
});

export type CouponPlace = Readonly<{ createdAt: string; code: string }>;
const countedMax = 10_000;

/** Newest first. */
export const listCoupons = async (db: Queries, limit: number, after: CouponPlace | undefined) => {
  const [page, count] = await Promise.all([
    db.query<Terms & { createdAt: string }>(sql`
      select ${terms}, created_at as "createdAt"
        from pricing.coupons
       where (created_at, code) < (${after?.createdAt ?? "infinity"}::timestamptz, ${after?.code ?? ""})
       order by created_at desc, code desc
       limit ${limit}
    `),
    db.query<{ count: number }>(sql`
      select count(*) from (select from pricing.coupons limit ${countedMax}) as counted
    `),
  ]);
  return {
    coupons: page.rows.map(({ createdAt, ...row }) => ({ createdAt, coupon: couponOf(row) })),
    totalCount: count.rows[0]?.count ?? 0,
    countedMax,
  };
};

/** Nothing when the revision is another, or there is no such coupon. */
export const switchCoupon = async (
  db: Queries,
  { code, revision, isOn }: Readonly<{ code: string; revision: number; isOn: boolean }>,
): Promise<Coupon | undefined> => {
  const { rows } = await db.query<Terms>(sql`
    update pricing.coupons set is_on = ${isOn}, revision = revision + 1
     where code = ${code} and revision = ${revision}
    returning ${terms}
  `);
  return rows[0] && couponOf(rows[0]);
};

export const hasCoupon = async (db: Queries, code: string): Promise<boolean> => {
  const { rowCount } = await db.query(sql`select from pricing.coupons where code = ${code}`);
  return rowCount === 1;
};

type NewCoupon = Omit<Coupon, "uses" | "startsAt" | "isOn" | "revision"> &
  Readonly<{ startsAt?: string }>;
export const insertCoupon = async (db: Queries, coupon: NewCoupon): Promise<Coupon | undefined> => {
  const { code, percentOff, minimumSubtotal, usesMax, usesPerBuyerMax, startsAt, endsAt } = coupon;
  const { rows } = await db.query<Terms>(sql`
    insert into pricing.coupons
           (code, percent_off, minimum_subtotal, uses_max, uses_per_buyer_max, starts_at, ends_at)
    values (${code}, ${percentOff}, ${minimumSubtotal}, ${usesMax}, ${usesPerBuyerMax},
            coalesce(${startsAt}::timestamptz, now()), ${endsAt})
        on conflict do nothing
    returning ${terms}
  `);
  return rows[0] && couponOf(rows[0]);
};

/** For a quote: judged by the database's clock, nothing reserved. */
export const findCoupon = async (
  db: Queries,
  code: string,
  buyerId: BuyerId | undefined,
): Promise<CouponAnswer> => {
  type Row = {
    percentOff: number;
    minimumSubtotal: number;
    hasBegun: boolean;
    isOver: boolean;
    isUsedUp: boolean;
  };
  // Reservations that ran out but were not swept yet do not count.
  const { rows } = await db.query<Row>(
    named(
      "pricing.find_coupon",
      sql`
      select percent_off as "percentOff", minimum_subtotal as "minimumSubtotal",
             starts_at <= now() as "hasBegun", not is_on or coalesce(ends_at <= now(), false) as "isOver",
             coalesce(uses - (select count(*) from pricing.redemptions as gone
                               where gone.code = coupon.code and gone.state = 'reserved'
                                 and gone.expires_at <= now()) >= uses_max, false)
             or coalesce((select count(*) from pricing.redemptions as own
                           where own.code = coupon.code and own.buyer_id = ${buyerId}::uuid
                             and (own.state = 'confirmed'
                                  or own.state = 'reserved' and own.expires_at > now()))
                         >= uses_per_buyer_max, false) as "isUsedUp"
        from pricing.coupons as coupon
       where code = ${code}
    `,
    ),
  );
  const [found] = rows;
  if (!found?.hasBegun) return { code, problem: "Unknown" };
  if (found.isOver) return { code, problem: "Expired" };
  if (found.isUsedUp) return { code, problem: "UsedUp" };
  return { code, percentOff: found.percentOff, minimumSubtotal: found.minimumSubtotal };
};

type LimitRow = Readonly<{
  code: string;
  isOpen: boolean;
  uses: number;
  usesMax: number | null;
  usesPerBuyerMax: number | null;
}>;
type RedemptionRow = Readonly<{
  orderId: OrderId;
  code: string;
  buyerId: BuyerId;
  amount: number;
  currency: Currency;
  state: RedemptionState;
}>;

/** Locks the coupons by code, lets go of reservations that ran out, and reads what is left. */
export const lockCoupons = async (
  tx: Queries,
  requests: readonly RedeemRequest[],
): Promise<CouponBook> => {
  const codes = [...new Set(requests.map(({ code }) => code))];
  const lock = sql`
    select code from pricing.coupons where code = any(${codes}::text[]) order by code for update
  `;
  const letGo = sql`
    with gone as (
      update pricing.redemptions set state = 'expired'
       where code = any(${codes}::text[]) and state = 'reserved' and expires_at <= now()
      returning code
    )
    update pricing.coupons
       set uses = uses - sums.gone
      from (select code, count(*)::int as gone from gone group by code) as sums
     where coupons.code = sums.code
  `;
  const limits = sql`
    select code, uses, uses_max as "usesMax", uses_per_buyer_max as "usesPerBuyerMax",
           is_on and starts_at <= now() and coalesce(ends_at > now(), true) as "isOpen"
      from pricing.coupons
     where code = any(${codes}::text[])
  `;
  const known = sql`
    select order_id as "orderId", code, buyer_id as "buyerId", discount as amount, currency, state
      from pricing.redemptions
     where order_id = any(${requests.map(({ orderId }) => orderId)}::uuid[])
  `;
  const own = sql`
    select code, buyer_id as "buyerId", count(*) as uses
      from pricing.redemptions
     where state in ('reserved', 'confirmed') and code = any(${codes}::text[])
       and buyer_id = any(${requests.map(({ buyerId }) => buyerId)}::uuid[])
     group by code, buyer_id
  `;
  const [, , coupons, redemptions, buyers] = await Promise.all([
    tx.query(named("pricing.lock_coupons", lock)),
    tx.query(named("pricing.let_go", letGo)),
    tx.query<LimitRow>(named("pricing.coupon_limits", limits)),
    tx.query<RedemptionRow>(named("pricing.known_redemptions", known)),
    tx.query<{ code: string; buyerId: BuyerId; uses: number }>(named("pricing.own_uses", own)),
  ]);
  return {
    coupons: new Map(coupons.rows.map((row) => [row.code, limitsOf(row)])),
    redemptions: new Map(redemptions.rows.map((row) => [row.orderId, redemptionOf(row)])),
    usesOfBuyer: new Map(buyers.rows.map((row) => [usesKey(row.code, row.buyerId), row.uses])),
  };
};

const limitsOf = ({ isOpen, uses, usesMax, usesPerBuyerMax }: LimitRow): CouponLimits => ({
  isOpen,
  uses,
  ...(usesMax !== null && { usesMax }),
  ...(usesPerBuyerMax !== null && { usesPerBuyerMax }),
});
const redemptionOf = ({ amount, currency, ...row }: RedemptionRow): Redemption => ({
  ...row,
  discount: { amount, currency },
});

export const saveRedemptions = async (
  tx: Queries,
  granted: readonly Redemption[],
  minutes: number,
): Promise<void> => {
  if (granted.length === 0) return;
  const rows = granted
    .toSorted((one, other) => (one.orderId < other.orderId ? -1 : 1))
    .map(({ orderId, buyerId, code, discount }) => ({ orderId, buyerId, code, ...discount }));
  const insert = sql`
    with written as (
      insert into pricing.redemptions
             (order_id, code, buyer_id, discount, currency, state, expires_at)
      select "orderId", code, "buyerId", amount, currency, 'reserved',
             now() + ${minutes} * interval '1 minute'
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as row("orderId" uuid, code text, "buyerId" uuid, amount bigint, currency text)
          on conflict do nothing
      returning code
    ), counted as (
      update pricing.coupons set uses = uses + sums.more
        from (select code, count(*)::int as more from written group by code) as sums
       where coupons.code = sums.code
    )
    select code from written
  `;
  const { rowCount } = await tx.query(named("pricing.save_redemptions", insert));
  if (rowCount !== granted.length) throw new StaleWrite("an order redeemed a coupon meanwhile");
};

/**
 * The orders exist. One whose reservation ran out before we heard of it keeps its price all the
 * same: we promised it. Answers those that are confirmed by this.
 */
export const confirmRedemptions = async (
  tx: Queries,
  orderIds: readonly OrderId[],
): Promise<readonly Redemption[]> => {
  const { rows } = await tx.query<RedemptionRow>(sql`
    with before as (
      select order_id, state from pricing.redemptions
       where order_id = any(${orderIds}::uuid[]) and state in ('reserved', 'expired')
       order by order_id for update
    ), confirmed as (
      update pricing.redemptions set state = 'confirmed'
        from before
       where redemptions.order_id = before.order_id
      returning redemptions.*, before.state as old_state
    ), counted as (
      update pricing.coupons set uses = uses + sums.late
        from (select code, count(*)::int as late from confirmed
               where old_state = 'expired' group by code) as sums
       where coupons.code = sums.code
    )
    select order_id as "orderId", code, buyer_id as "buyerId", discount as amount, currency, state
      from confirmed
  `);
  return rows.map(redemptionOf);
};

/** The orders are cancelled: each gives its use back, once. */
export const returnRedemptions = async (
  tx: Queries,
  orderIds: readonly OrderId[],
): Promise<void> => {
  await tx.query(sql`
    with before as (
      select order_id, state from pricing.redemptions
       where order_id = any(${orderIds}::uuid[]) and state <> 'returned'
       order by order_id for update
    ), returned as (
      update pricing.redemptions set state = 'returned'
        from before
       where redemptions.order_id = before.order_id
      returning redemptions.code, before.state as old_state
    )
    update pricing.coupons set uses = uses - sums.back
      from (select code, count(*)::int as back from returned
             where old_state <> 'expired' group by code) as sums
     where coupons.code = sums.code
  `);
};
