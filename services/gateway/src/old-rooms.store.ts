import { sql, type Queries } from "@wares/platform/database";

const piece = 5_000;

/** Of sales that ended so long ago: a piece of their tickets, then the rooms that are empty. Again while more than none. */
export const forgetOldRooms = async (db: Queries, days: number): Promise<number> => {
  const tickets = await db.query(sql`
    delete from gateway.waiting_tickets
     where (buyer_id, flash_sale_id) in (
             select ticket.buyer_id, ticket.flash_sale_id
               from gateway.waiting_rooms as room
               join gateway.waiting_tickets as ticket using (flash_sale_id)
              where room.ended_at < now() - ${days} * interval '1 day'
              limit ${piece})
  `);
  const rooms = await db.query(sql`
    delete from gateway.waiting_rooms as room
     where room.ended_at < now() - ${days} * interval '1 day'
       and not exists (select from gateway.waiting_tickets as ticket
                        where ticket.flash_sale_id = room.flash_sale_id)
  `);
  return (tickets.rowCount ?? 0) + (rooms.rowCount ?? 0);
};
