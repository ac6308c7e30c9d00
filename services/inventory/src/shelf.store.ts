import type { OrderId, Sku } from "@wares/contracts";
import { StaleWrite } from "@wares/platform";
import { named, sql, type Queries } from "@wares/platform/database";
import type { Hold, HoldState, Shelf, ShelfChange, Stock } from "./shelf.ts";
import { placeOf, slotOf, type Location, type Slot } from "./slot.ts";

export type Wanted = Readonly<{ orderIds?: readonly OrderId[]; slots?: readonly Slot[] }>;
type HoldRow = { order_id: OrderId; state: HoldState };
type LineRow = {
  order_id: OrderId;
  sku: Sku;
  location: Location;
  quantity: number;
  returned: number;
};

/**
 * Locks holds by order and then stock by SKU and location, each in order, so that two batches queue instead of
 * deadlocking. A row that is waited for is told as it is then; what belongs to a hold is read under its lock.
 */
export const lockShelf = async (
  tx: Queries,
  { orderIds = [], slots = [] }: Wanted,
): Promise<Shelf> => {
  const places = slots.map(placeOf);
  const lockHolds = sql`
    select order_id, state from inventory.holds
     where order_id = any(${orderIds}::uuid[]) order by order_id for update
  `;
  // By SKU, which the index knows, and of those exactly the slots: a sale's order leaves the shop's own
  // shelf to others.
  const lockStock = sql`
    select sku, location, quantity, reserved, low_stock_threshold as "lowStockThreshold",
           reorder_point as "reorderPoint", revision
      from inventory.stock
     where sku = any(${places.map(({ sku }) => sku)}::text[] || array(
             select sku from inventory.hold_lines where order_id = any(${orderIds}::uuid[])))
       and location || ' ' || sku = any(${slots}::text[] || array(
             select location || ' ' || sku from inventory.hold_lines
              where order_id = any(${orderIds}::uuid[])))
     order by sku, location
       for update
  `;
  const [holds, stock] = await Promise.all([
    tx.query<HoldRow>(named("inventory.lock_holds", lockHolds)),
    tx.query<Stock>(named("inventory.lock_stock", lockStock)),
  ]);
  // Most orders are new, and hold nothing yet.
  const lines = holds.rows.length > 0 ? await findLines(tx, orderIds) : [];
  return {
    stock: new Map(stock.rows.map((row) => [slotOf(row.sku, row.location), row])),
    holds: holdsFrom(holds.rows, lines),
  };
};

const findLines = async (
  tx: Queries,
  orderIds: readonly OrderId[],
): Promise<readonly LineRow[]> => {
  const find = sql`
    select order_id, sku, location, quantity, returned
      from inventory.hold_lines where order_id = any(${orderIds}::uuid[])
  `;
  return (await tx.query<LineRow>(named("inventory.find_lines", find))).rows;
};

const holdsFrom = (rows: readonly HoldRow[], lines: readonly LineRow[]) => {
  const linesOf = Map.groupBy(lines, ({ order_id }) => order_id);
  return new Map(
    rows.map(({ order_id: orderId, state }): [OrderId, Hold] => {
      const own = linesOf.get(orderId) ?? [];
      const slots = own.map(({ sku, location }) => slotOf(sku, location));
      const quantities = new Map(own.map(({ quantity }, nth) => [slots[nth]!, quantity]));
      const returned = new Map(own.map(({ returned: back }, nth) => [slots[nth]!, back]));
      return [orderId, { orderId, state, quantities, returned }];
    }),
  );
};

/** Six statements at most for a batch of any size, sent at once: the connection keeps their order. */
export const writeShelf = async (tx: Queries, change: ShelfChange): Promise<void> => {
  const isNew = ({ before }: ShelfChange["holds"][number]) => before === undefined;
  await Promise.all([
    insertHolds(tx, change.holds.filter(isNew)),
    updateHolds(
      tx,
      change.holds.filter((one) => !isNew(one)),
    ),
    insertMovements(tx, change.movements),
    updateStock(tx, change),
  ]);
};

type HoldChanges = ShelfChange["holds"];

const insertHolds = async (tx: Queries, holds: HoldChanges): Promise<void> => {
  if (holds.length === 0) return;
  const sorted = holds
    .map(({ after }) => after)
    .toSorted((one, other) => (one.orderId < other.orderId ? -1 : 1));
  const lines = sorted.flatMap(({ orderId, quantities }) =>
    [...quantities].map(([slot, quantity]) => ({ orderId, ...placeOf(slot), quantity })),
  );
  const insert = sql`
    insert into inventory.holds (order_id, state, expires_at)
    select order_id, state, now() + minutes * interval '1 minute'
      from unnest(${sorted.map(({ orderId }) => orderId)}::uuid[],
                  ${sorted.map(({ state }) => state)}::text[],
                  ${sorted.map(({ minutes = 0 }) => minutes)}::int[]) as hold(order_id, state, minutes)
        on conflict do nothing
  `;
  const insertLines = sql`
    insert into inventory.hold_lines (order_id, sku, location, quantity)
    select * from unnest(${lines.map((line) => line.orderId)}::uuid[],
                         ${lines.map((line) => line.sku)}::text[],
                         ${lines.map((line) => line.location)}::text[],
                         ${lines.map((line) => line.quantity)}::int[])
        on conflict do nothing
  `;
  const [{ rowCount }] = await Promise.all([
    tx.query(named("inventory.insert_holds", insert)),
    tx.query(named("inventory.insert_lines", insertLines)),
  ]);
  if (rowCount !== holds.length) throw new StaleWrite("an order was held or let go meanwhile");
};

const updateHolds = async (tx: Queries, holds: HoldChanges): Promise<void> => {
  if (holds.length === 0) return;
  const back = holds.flatMap(({ after: { orderId, returned } }) =>
    [...returned].map(([slot, quantity]) => ({ orderId, ...placeOf(slot), quantity })),
  );
  const update = sql`
    update inventory.holds
       set state = change.after, updated_at = now()
      from unnest(${holds.map(({ after }) => after.orderId)}::uuid[],
                  ${holds.map(({ before }) => before?.state)}::text[],
                  ${holds.map(({ after }) => after.state)}::text[]) as change(order_id, before, after)
     where holds.order_id = change.order_id and holds.state = change.before
  `;
  const updateReturned = sql`
    update inventory.hold_lines
       set returned = back.quantity
      from unnest(${back.map((line) => line.orderId)}::uuid[],
                  ${back.map((line) => line.sku)}::text[],
                  ${back.map((line) => line.location)}::text[],
                  ${back.map((line) => line.quantity)}::int[]) as back(order_id, sku, location, quantity)
     where hold_lines.order_id = back.order_id and hold_lines.sku = back.sku
       and hold_lines.location = back.location
  `;
  const [{ rowCount }] = await Promise.all([
    tx.query(named("inventory.update_holds", update)),
    ...(back.length > 0 ? [tx.query(named("inventory.update_returned", updateReturned))] : []),
  ]);
  if (rowCount !== holds.length) throw new StaleWrite("a hold changed meanwhile");
};

const insertMovements = async (tx: Queries, movements: ShelfChange["movements"]): Promise<void> => {
  if (movements.length === 0) return;
  const insert = sql`
    insert into inventory.movements
           (sku, location, reason, quantity_change, reserved_change, order_id, by_user_id, note)
    select * from unnest(${movements.map(({ sku }) => sku)}::text[],
                         ${movements.map(({ location }) => location)}::text[],
                         ${movements.map(({ reason }) => reason)}::text[],
                         ${movements.map(({ quantityChange }) => quantityChange)}::int[],
                         ${movements.map(({ reservedChange }) => reservedChange)}::int[],
                         ${movements.map(({ orderId }) => orderId)}::uuid[],
                         ${movements.map(({ byUserId }) => byUserId)}::uuid[],
                         ${movements.map(({ note }) => note)}::text[])
  `;
  await tx.query(named("inventory.insert_movements", insert));
};

const updateStock = async (tx: Queries, { stock }: ShelfChange): Promise<void> => {
  if (stock.length === 0) return;
  const update = sql`
    update inventory.stock
       set quantity = change.quantity, reserved = change.reserved,
           revision = change.revision, updated_at = now()
      from unnest(${stock.map(({ after }) => after.sku)}::text[],
                  ${stock.map(({ after }) => after.location)}::text[],
                  ${stock.map(({ after }) => after.quantity)}::int[],
                  ${stock.map(({ after }) => after.reserved)}::int[],
                  ${stock.map(({ after }) => after.revision)}::int[])
           as change(sku, location, quantity, reserved, revision)
     where stock.sku = change.sku and stock.location = change.location
  `;
  await tx.query(named("inventory.update_stock", update));
};
