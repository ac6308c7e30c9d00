import type { FlashSaleId } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";
import type { Room } from "./room.ts";

export const roomColumns = sql`
  room.flash_sale_id as "flashSaleId", room.tickets, room.drawn_at is not null as "isDrawn",
  coalesce(extract(epoch from statement_timestamp() - room.drawn_at), 0)::float8 as "openSeconds",
  room.through, room.is_sold_out as "isSoldOut", room.ended_at is not null as "isEnded"`;

export const findRooms = async (
  db: Queries,
  flashSaleIds: readonly FlashSaleId[],
): Promise<ReadonlyMap<FlashSaleId, Room>> => {
  const { rows } = await db.query<Room>(
    named(
      "gateway.find_rooms",
      sql`
      select ${roomColumns}
        from gateway.waiting_rooms as room
       where room.flash_sale_id = any(${flashSaleIds}::uuid[])
    `,
    ),
  );
  return new Map(rows.map((room) => [room.flashSaleId, room]));
};

/** Rooms whose sale has not ended, as far as they were told. */
export const findUnfinished = async (db: Queries, roomsMax: number): Promise<readonly Room[]> => {
  const { rows } = await db.query<Room>(sql`
    select ${roomColumns}
      from gateway.waiting_rooms as room
     where room.ended_at is null
     order by room.flash_sale_id
     limit ${roomsMax}
  `);
  return rows;
};

/**
 * Until the end of the transaction whoever else joins, draws or admits must wait. In order of id, so that
 * two who lock several do not wait for each other.
 */
export const lockRooms = async (
  tx: Queries,
  flashSaleIds: readonly FlashSaleId[],
): Promise<ReadonlyMap<FlashSaleId, Room>> => {
  const { rows } = await tx.query<Room>(sql`
    select ${roomColumns}
      from gateway.waiting_rooms as room
     where room.flash_sale_id = any(${flashSaleIds}::uuid[])
     order by room.flash_sale_id
       for update
  `);
  return new Map(rows.map((room) => [room.flashSaleId, room]));
};

export const ensureRooms = async (
  tx: Queries,
  flashSaleIds: readonly FlashSaleId[],
): Promise<void> => {
  await tx.query(sql`
    insert into gateway.waiting_rooms (flash_sale_id)
    select new.id from unnest(${flashSaleIds}::uuid[]) as new(id) order by new.id
        on conflict do nothing
  `);
};

export const setSoldOut = async (
  tx: Queries,
  flashSaleId: FlashSaleId,
  isSoldOut: boolean,
): Promise<void> => {
  await tx.query(sql`
    update gateway.waiting_rooms
       set is_sold_out = ${isSoldOut}
     where flash_sale_id = ${flashSaleId}
  `);
};

/** Every ticket of the room is over from now on, by this one row. */
export const endRoom = async (tx: Queries, flashSaleId: FlashSaleId): Promise<void> => {
  await tx.query(sql`
    update gateway.waiting_rooms
       set ended_at = now()
     where flash_sale_id = ${flashSaleId} and ended_at is null
  `);
};
