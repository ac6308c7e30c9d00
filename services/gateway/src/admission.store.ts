import type { FlashSaleId } from "@wares/contracts";
import { raw, sql, type Queries } from "@wares/platform/database";

// What only the loop does, each under the room's lock.

// Once per sale, for everybody who came early: 100,000 took 1.2 s, 500,000 took 9 s. A slow disk may need more.
const drawMsMax = "60000";

/**
 * Gives those who came before the opening their places by lot, once. The order is that of
 * SHA-256(seed || buyer id): nobody can know it before the seed is drawn, and everybody can check it after.
 * Answers whether the room is open now.
 */
export const drawLots = async (
  tx: Queries,
  flashSaleId: FlashSaleId,
  startsAt: string,
): Promise<boolean> => {
  const { rows } = await tx.query<{ seed: string }>(sql`
    update gateway.waiting_rooms
       set drawn_at = now(), seed = replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')
     where flash_sale_id = ${flashSaleId}
       and drawn_at is null
       and ${startsAt}::timestamptz <= now()
    returning seed
  `);
  const seed = rows[0]?.seed;
  if (seed === undefined) return false;
  await tx.query(sql`set local statement_timeout = ${raw(drawMsMax)}`);
  // Numbers grow with time. Should the clock have been set back in between, the first so many are early.
  await tx.query(sql`
    update gateway.waiting_tickets as ticket
       set lot = drawn.lot
      from (select buyer_id,
                   row_number() over (order by sha256(convert_to(${seed}::text || buyer_id, 'UTF8')), buyer_id) as lot
              from gateway.waiting_tickets
             where flash_sale_id = ${flashSaleId}
               and nth <= (select count(*)
                             from gateway.waiting_tickets
                            where flash_sale_id = ${flashSaleId} and joined_at < ${startsAt}::timestamptz)
           ) as drawn
     where ticket.buyer_id = drawn.buyer_id
       and ticket.flash_sale_id is not distinct from ${flashSaleId}::uuid
  `);
  return true;
};

/** How many are inside: let in, not over yet, and without an order. */
export const countInside = async (tx: Queries, flashSaleId: FlashSaleId): Promise<number> => {
  const { rows } = await tx.query<{ count: number }>(sql`
    select count(*) as count
      from gateway.waiting_tickets
     where flash_sale_id = ${flashSaleId}
       and admitted_at is not null and used_at is null and admitted_until > now()
  `);
  return rows[0]?.count ?? 0;
};

type Admission = Readonly<{
  flashSaleId: FlashSaleId;
  through: number;
  count: number;
  minutes: number;
}>;

/** Lets in the next few after that place. A number the database sees, and no count of its own: it plans by it. */
export const admitNext = async (
  tx: Queries,
  { flashSaleId, through, count, minutes }: Admission,
): Promise<void> => {
  await tx.query(sql`
    with next as (
      select buyer_id
        from gateway.waiting_tickets
       where flash_sale_id = ${flashSaleId} and place > ${through}
       order by place
       limit ${count}
    ), admitted as (
      update gateway.waiting_tickets as ticket
         set admitted_at = now(), admitted_until = now() + ${minutes} * interval '1 minute'
        from next
       where ticket.buyer_id = next.buyer_id
         and ticket.flash_sale_id is not distinct from ${flashSaleId}::uuid
      returning ticket.place
    )
    update gateway.waiting_rooms
       set through = (select max(place) from admitted)
     where flash_sale_id = ${flashSaleId} and exists (select from admitted)
  `);
};
