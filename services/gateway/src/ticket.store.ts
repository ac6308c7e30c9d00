import type { BuyerId, FlashSaleId, OrderId } from "@wares/contracts";
import { sql, type Queries } from "@wares/platform/database";
import type { Room, Ticket } from "./room.ts";
import { roomColumns } from "./room.store.ts";

export type Asked = Readonly<{ flashSaleId: FlashSaleId; buyerId: BuyerId }>;
export type Found = Readonly<{ room: Room; ticket: Ticket }>;

/** Which is which in an answer. */
export const keyOf = ({ flashSaleId, buyerId }: Asked): string => `${flashSaleId} ${buyerId}`;

const salesOf = (asked: readonly Asked[]) => asked.map(({ flashSaleId }) => flashSaleId);
const buyersOf = (asked: readonly Asked[]) => asked.map(({ buyerId }) => buyerId);

// The indexes by place begin with the sale too, and while a sale's first thousands arrive the database has no
// figures by which to see that they find nobody: it read all tickets for each that was asked for (280 ms for
// 500 of 10,000, against 10). Compared like this the sale is no way into an index, so the buyer is.
const isTheirs = sql`
  ticket.buyer_id = asked.buyer_id and ticket.flash_sale_id is not distinct from asked.flash_sale_id`;

type Row = Room &
  Asked &
  Readonly<{
    place: number;
    admittedUntil: string | null;
    isAdmissionLive: boolean;
    usedBy: OrderId | null;
  }>;

export const findTickets = async (
  db: Queries,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, Found>> => {
  const { rows } = await db.query<Row>(
    sql`
      select ${roomColumns}, ticket.buyer_id as "buyerId", ticket.place,
             ticket.admitted_until as "admittedUntil",
             coalesce(ticket.admitted_until > statement_timestamp(), false) as "isAdmissionLive",
             ticket.used_by as "usedBy"
        from unnest(${salesOf(asked)}::uuid[], ${buyersOf(asked)}::uuid[])
               as asked(flash_sale_id, buyer_id)
        join gateway.waiting_tickets as ticket on ${isTheirs}
        join gateway.waiting_rooms as room on room.flash_sale_id = ticket.flash_sale_id
    `,
  );
  return new Map(rows.map((row) => [keyOf(row), foundOf(row)]));
};

const foundOf = ({ place, admittedUntil, isAdmissionLive, usedBy, ...room }: Row): Found => ({
  room,
  ticket: {
    place,
    isAdmissionLive,
    ...(admittedUntil && { admittedUntil }),
    ...(usedBy && { usedBy }),
  },
});

/**
 * Numbers for those who have none, in the order asked, under the locks of their rooms. One whose admission
 * ended unused stands at the end again. Those who find the room full or ended get nothing.
 */
export const insertTickets = async (
  tx: Queries,
  asked: readonly Asked[],
  ticketsMax: number,
): Promise<void> => {
  await tx.query(
    sql`
      with asked as (
        select flash_sale_id, buyer_id, min(nth) as nth
          from unnest(${salesOf(asked)}::uuid[], ${buyersOf(asked)}::uuid[])
                 with ordinality as given(flash_sale_id, buyer_id, nth)
         group by flash_sale_id, buyer_id
      ), fresh as (
        select asked.flash_sale_id, asked.buyer_id,
               room.tickets + row_number() over (partition by asked.flash_sale_id order by asked.nth) as nth
          from asked
          join gateway.waiting_rooms as room using (flash_sale_id)
          left join gateway.waiting_tickets as ticket on ${isTheirs}
         where room.ended_at is null
           and (ticket.nth is null
                or (ticket.used_at is null and ticket.admitted_until <= statement_timestamp()))
      ), given as (
        select * from fresh where nth <= ${ticketsMax}
      ), written as (
        insert into gateway.waiting_tickets (flash_sale_id, buyer_id, nth, joined_at)
        select flash_sale_id, buyer_id, nth, statement_timestamp() from given
            on conflict (flash_sale_id, buyer_id) do update
           set nth = excluded.nth, lot = null, joined_at = excluded.joined_at,
               admitted_at = null, admitted_until = null
      )
      update gateway.waiting_rooms as room
         set tickets = last.nth
        from (select flash_sale_id, max(nth) as nth from given group by flash_sale_id) as last
       where room.flash_sale_id = last.flash_sale_id
    `,
  );
};

export type Use = Asked & Readonly<{ orderId: OrderId }>;
const ordersOf = (uses: readonly Use[]) => uses.map(({ orderId }) => orderId);

/** Of two orders that want one admission the first gets it; where it was used before, nothing happens. */
export const markUsed = async (tx: Queries, uses: readonly Use[]): Promise<void> => {
  await tx.query(sql`
    update gateway.waiting_tickets as ticket
       set used_at = now(), used_by = first.order_id
      from (select distinct on (flash_sale_id, buyer_id) flash_sale_id, buyer_id, order_id
              from unnest(${salesOf(uses)}::uuid[], ${buyersOf(uses)}::uuid[], ${ordersOf(uses)}::uuid[])
                     with ordinality as given(flash_sale_id, buyer_id, order_id, nth)
             order by flash_sale_id, buyer_id, nth) as first
     where ticket.flash_sale_id = first.flash_sale_id and ticket.buyer_id = first.buyer_id
       and ticket.used_at is null and ticket.admitted_until > now()
       and exists (select from gateway.waiting_rooms as room
                    where room.flash_sale_id = ticket.flash_sale_id and room.ended_at is null)
  `);
};

/** What it was used for; in any sale, unless one is said. */
export type Unused = Readonly<{ orderId: OrderId; flashSaleId?: FlashSaleId }>;

/** These orders came to nothing: their admissions may be used again for as long as they would have lasted. */
export const markUnused = async (tx: Queries, unused: readonly Unused[]): Promise<void> => {
  await tx.query(sql`
    update gateway.waiting_tickets as ticket
       set used_at = null, used_by = null
      from unnest(${unused.map(({ orderId }) => orderId)}::uuid[],
                  ${unused.map(({ flashSaleId }) => flashSaleId ?? null)}::uuid[])
             as gone(order_id, flash_sale_id)
     where ticket.used_by = gone.order_id
       and ticket.flash_sale_id = coalesce(gone.flash_sale_id, ticket.flash_sale_id)
  `);
};

type Move = Asked & Readonly<{ formerId: BuyerId }>;

/** A guest who signed in keeps the place, unless the account has one of its own. Under the rooms' locks. */
export const moveTickets = async (tx: Queries, moves: readonly Move[]): Promise<void> => {
  await tx.query(sql`
    update gateway.waiting_tickets as ticket
       set buyer_id = move.buyer_id
      from (select distinct on (flash_sale_id, buyer_id) flash_sale_id, buyer_id, former_id
              from unnest(${salesOf(moves)}::uuid[], ${buyersOf(moves)}::uuid[],
                          ${moves.map(({ formerId }) => formerId)}::uuid[])
                     as given(flash_sale_id, buyer_id, former_id)
             order by flash_sale_id, buyer_id) as move
     where ticket.flash_sale_id = move.flash_sale_id and ticket.buyer_id = move.former_id
       and ticket.used_at is null
       and not exists (select from gateway.waiting_tickets as own
                        where own.flash_sale_id = move.flash_sale_id and own.buyer_id = move.buyer_id)
  `);
};
