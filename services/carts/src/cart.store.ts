import type { BuyerId, Currency, GuestId, Sku, StockLine, UserId } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";

export type Owner = Readonly<{ buyerId: BuyerId; userId?: UserId }>;
export type StoredCart = Readonly<{ lines: readonly StockLine[]; couponCode?: string }>;

export const linesMax = 100;
const quantityMax = 99;

export const loadCart = async (tx: Queries, buyerId: BuyerId): Promise<StoredCart> => {
  const { rows } = await tx.query<{ sku: Sku | null; quantity: number; couponCode: string | null }>(
    named(
      "carts.load",
      sql`
        select sku, quantity, coupon_code as "couponCode"
          from carts.carts
          left join carts.lines using (buyer_id)
         where buyer_id = ${buyerId}
         order by added_at, sku
      `,
    ),
  );
  const couponCode = rows[0]?.couponCode;
  return {
    lines: rows.flatMap(({ sku, quantity }) => (sku ? [{ sku, quantity }] : [])),
    ...(couponCode && { couponCode }),
  };
};

/** Makes the cart if there is none, and takes its lock: changes of one cart take turns. */
export const touch = (tx: Queries, { buyerId, userId }: Owner, currency: Currency) =>
  tx.query(sql`
    insert into carts.carts (buyer_id, is_user, currency)
    values (${buyerId}, ${userId !== undefined}, ${currency})
        on conflict (buyer_id) do update
       set touched_at = now(), is_abandoned = false, currency = excluded.currency
  `);

export const hasCart = async (tx: Queries, buyerId: BuyerId): Promise<boolean> => {
  const { rowCount } = await tx.query(sql`select from carts.carts where buyer_id = ${buyerId}`);
  return rowCount === 1;
};

export const countLines = async (tx: Queries, buyerId: BuyerId, other: Sku): Promise<number> => {
  const { rows } = await tx.query<{ lines: number }>(sql`
    select count(*)::int as lines from carts.lines where buyer_id = ${buyerId} and sku <> ${other}
  `);
  return rows[0]?.lines ?? 0;
};

/** Adds to what is there already, up to the most one order takes. */
export const addLine = (tx: Queries, buyerId: BuyerId, { sku, quantity }: StockLine) =>
  tx.query(sql`
    insert into carts.lines (buyer_id, sku, quantity)
    values (${buyerId}, ${sku}, ${quantity})
        on conflict (buyer_id, sku) do update
       set quantity = least(${quantityMax}, lines.quantity + excluded.quantity)
  `);

export const quantityOf = async (tx: Queries, buyerId: BuyerId, sku: Sku): Promise<number> => {
  const { rows } = await tx.query<{ quantity: number }>(sql`
    select quantity from carts.lines where buyer_id = ${buyerId} and sku = ${sku}
  `);
  return rows[0]?.quantity ?? 0;
};

export const setLine = (tx: Queries, buyerId: BuyerId, { sku, quantity }: StockLine) =>
  tx.query(
    quantity === 0
      ? sql`delete from carts.lines where buyer_id = ${buyerId} and sku = ${sku}`
      : sql`
          insert into carts.lines (buyer_id, sku, quantity) values (${buyerId}, ${sku}, ${quantity})
              on conflict (buyer_id, sku) do update set quantity = excluded.quantity
        `,
  );

export const setCoupon = (tx: Queries, buyerId: BuyerId, code: string | null) =>
  tx.query(sql`update carts.carts set coupon_code = ${code} where buyer_id = ${buyerId}`);

/** Moves everything of the guest's cart into the user's. Done twice, there is nothing left to move. */
export const mergeCarts = async (tx: Queries, guestId: GuestId, userId: UserId): Promise<void> => {
  const { rows } = await tx.query<{ coupon_code: string | null }>(sql`
    select coupon_code from carts.carts where buyer_id = ${guestId} for update
  `);
  if (!rows[0]) return;
  await tx.query(sql`
    insert into carts.lines (buyer_id, sku, quantity, added_at)
    select ${userId}, sku, quantity, added_at
      from carts.lines
     where buyer_id = ${guestId}
     limit ${linesMax}
        on conflict (buyer_id, sku) do update
       set quantity = least(${quantityMax}, lines.quantity + excluded.quantity)
  `);
  await tx.query(sql`
    update carts.carts
       set coupon_code = coalesce(coupon_code, ${rows[0].coupon_code})
     where buyer_id = ${userId}
  `);
  await tx.query(sql`delete from carts.carts where buyer_id = ${guestId}`);
};

/** What was ordered is wanted no more: so many of each leave the cart, or the whole line. */
export const takeOut = async (
  tx: Queries,
  bought: readonly Readonly<{ buyerId: BuyerId; sku: Sku; quantity: number }>[],
): Promise<void> => {
  const lines = sql`
    (select "buyerId" as buyer_id, sku, sum(quantity) as quantity
       from jsonb_to_recordset(${JSON.stringify(bought)}::jsonb)
         as line("buyerId" uuid, sku text, quantity int)
      group by 1, 2) as bought`;
  await tx.query(sql`
    delete from carts.lines
     using ${lines}
     where lines.buyer_id = bought.buyer_id and lines.sku = bought.sku
       and lines.quantity <= bought.quantity
  `);
  await tx.query(sql`
    update carts.lines set quantity = lines.quantity - bought.quantity
      from ${lines}
     where lines.buyer_id = bought.buyer_id and lines.sku = bought.sku
       and lines.quantity > bought.quantity
  `);
  await tx.query(sql`
    update carts.carts set coupon_code = null
     where buyer_id = any(${[...new Set(bought.map(({ buyerId }) => buyerId))]}::uuid[])
  `);
};

export const forgetCarts = (tx: Queries, buyerIds: readonly BuyerId[]) =>
  tx.query(sql`delete from carts.carts where buyer_id = any(${buyerIds}::uuid[])`);

export type QuietCart = Readonly<{
  buyerId: BuyerId;
  isUser: boolean;
  currency: Currency;
  lines: StockLine[];
}>;

/** Carts with something in them that nobody touched for a day; each is found once per quiet spell. */
export const takeQuietCarts = async (tx: Queries, cartsMax: number) => {
  const { rows } = await tx.query<QuietCart>(sql`
    with quiet as (
      select buyer_id
        from carts.carts
       where not is_abandoned and touched_at < now() - interval '1 day'
       order by touched_at
       limit ${cartsMax}
         for update skip locked
    ), marked as (
      update carts.carts set is_abandoned = true
        from quiet
       where carts.buyer_id = quiet.buyer_id
      returning carts.buyer_id, is_user, currency
    )
    select buyer_id as "buyerId", is_user as "isUser", currency,
           coalesce((select jsonb_agg(jsonb_build_object('sku', sku, 'quantity', quantity))
                       from carts.lines where lines.buyer_id = marked.buyer_id), '[]') as lines
      from marked
  `);
  return rows;
};
