import type { OrderId } from "@wares/contracts";
import { StaleWrite } from "@wares/platform";
import { named, sql, together, unlessTaken, type Queries } from "@wares/platform/database";
import type { Hold, HoldState, Shelf, ShelfChange, Stock } from "./shelf.ts";
import { slotOf, type Slot } from "./slot.ts";

export type Wanted = Readonly<{ orderIds?: readonly OrderId[]; slots?: readonly Slot[] }>;
type HoldRow = {
  order_id: OrderId;
  state: HoldState;
  slots: Slot[];
  quantities: number[];
  returned: number[];
};

/**
 * Locks holds by order and then stock by SKU and location, each in order, so that two batches queue instead of
 * deadlocking. A row that is waited for is told as it is then; what belongs to a hold is read under its lock.
 */
export const lockShelf = async (
  tx: Queries,
  { orderIds = [], slots = [] }: Wanted,
): Promise<Shelf> => {
  const lockHolds = sql`
    select order_id, state, slots, quantities, returned
      from inventory.holds
     where order_id = any(${orderIds}::uuid[]) order by order_id for update
  `;
  // By SKU, which the index knows, and of those exactly the slots: a sale's order leaves the shop's own
  // shelf to others.
  const lockStock = sql`
    with wanted as (
      select unnest(${slots}::text[]) as slot
       union
      select unnest(slots) from inventory.holds where order_id = any(${orderIds}::uuid[]))
    select sku, location, quantity, reserved, low_stock_threshold as "lowStockThreshold",
           reorder_point as "reorderPoint", revision
      from inventory.stock
     where sku = any(array(select substr(slot, strpos(slot, ' ') + 1) from wanted))
       and location || ' ' || sku = any(array(select slot from wanted))
     order by sku, location
       for update
  `;
  const countHolds = sql`
    select count(*)::int as count from inventory.holds where order_id = any(${orderIds}::uuid[])
  `;
  const [holds, stock, known] = await Promise.all([
    tx.query<HoldRow>(named("inventory.lock_holds", lockHolds)),
    tx.query<Stock>(named("inventory.lock_stock", lockStock)),
    tx.query<{ count: number }>(named("inventory.count_holds", countHolds)),
  ]);
  // What is not there cannot be locked: whoever made it meanwhile had the stock that we waited for.
  if (known.rows[0]?.count !== holds.rows.length)
    throw new StaleWrite("an order was held meanwhile");
  return {
    stock: new Map(stock.rows.map((row) => [slotOf(row.sku, row.location), row])),
    holds: new Map(holds.rows.map((row) => [row.order_id, holdOf(row)])),
  };
};

const holdOf = ({ order_id: orderId, state, slots, quantities, returned }: HoldRow): Hold => ({
  orderId,
  state,
  quantities: new Map(quantities.map((quantity, nth) => [slots[nth]!, quantity])),
  returned: new Map(returned.map((quantity, nth) => [slots[nth]!, quantity])),
});

/** Four statements at most for a batch of any size, sent at once: the connection keeps their order. */
export const writeShelf = async (tx: Queries, change: ShelfChange): Promise<void> => {
  const isNew = ({ before }: ShelfChange["holds"][number]) => before === undefined;
  await together([
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
  const insert = sql`
    insert into inventory.holds (order_id, state, expires_at, slots, quantities)
    select order_id, state, now() + minutes * interval '1 minute',
           string_to_array(slots, chr(10)), string_to_array(quantities, ' ')::int[]
      from unnest(${sorted.map(({ orderId }) => orderId)}::uuid[],
                  ${sorted.map(({ state }) => state)}::text[],
                  ${sorted.map(({ minutes = 0 }) => minutes)}::int[],
                  ${sorted.map(({ quantities }) => [...quantities.keys()].join("\n"))}::text[],
                  ${sorted.map(({ quantities }) => [...quantities.values()].join(" "))}::text[])
        as hold(order_id, state, minutes, slots, quantities)
  `;
  await unlessTaken(
    tx.query(named("inventory.insert_holds", insert)),
    "an order was held or let go meanwhile",
  );
};

/** What came back, for each slot of its hold. */
const backOf = ({ quantities, returned }: Hold): readonly number[] =>
  returned.size === 0 ? [] : [...quantities.keys()].map((slot) => returned.get(slot) ?? 0);

const updateHolds = async (tx: Queries, holds: HoldChanges): Promise<void> => {
  if (holds.length === 0) return;
  const update = sql`
    update inventory.holds
       set state = change.after, updated_at = now(),
           returned = string_to_array(change.returned, ' ')::int[]
      from unnest(${holds.map(({ after }) => after.orderId)}::uuid[],
                  ${holds.map(({ before }) => before?.state)}::text[],
                  ${holds.map(({ after }) => after.state)}::text[],
                  ${holds.map(({ after }) => backOf(after).join(" "))}::text[])
           as change(order_id, before, after, returned)
     where holds.order_id = change.order_id and holds.state = change.before
  `;
  const { rowCount } = await tx.query(named("inventory.update_holds", update));
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
