import type { OrderId, ReturnStock } from "@wares/contracts";
import { named, sql, type Queries } from "@wares/platform/database";

/** Locks those it finds. What another sweep or a claim is at right now is left for next time. */
export const findExpired = async (tx: Queries, holdsMax: number): Promise<readonly OrderId[]> => {
  const { rows } = await tx.query<{ order_id: OrderId }>(sql`
    select order_id
      from inventory.holds
     where state = 'held' and expires_at <= now()
     order by expires_at
     limit ${holdsMax}
       for update skip locked
  `);
  return rows.map(({ order_id }) => order_id);
};

/** Those whose refund has not brought anything back yet; from now on it has. */
export const keepNewReturns = async (
  tx: Queries,
  returns: readonly ReturnStock["data"][],
): Promise<readonly ReturnStock["data"][]> => {
  const { rows } = await tx.query<{ refund_id: string }>(sql`
    insert into inventory.returns (refund_id, order_id)
    select * from unnest(${returns.map(({ refundId }) => refundId)}::uuid[],
                         ${returns.map(({ orderId }) => orderId)}::uuid[])
        on conflict do nothing
    returning refund_id
  `);
  const unseen = new Set(rows.map(({ refund_id }) => refund_id));
  return returns.filter(({ refundId }) => unseen.delete(refundId));
};

/** Without a lock: which of these orders hold, or once held, anything. */
export const findHeld = async (
  db: Queries,
  orderIds: readonly OrderId[],
): Promise<ReadonlySet<OrderId>> => {
  const { rows } = await db.query<{ orderId: OrderId }>(
    named(
      "inventory.find_held",
      sql`
      select order_id as "orderId" from inventory.holds where order_id = any(${orderIds}::uuid[])
    `,
    ),
  );
  return new Set(rows.map(({ orderId }) => orderId));
};
