import type { AdjustmentRequest, InventoryInfo, Movement, Sku } from "@wares/contracts";
import { empty, named, sql, type Queries } from "@wares/platform/database";
import type { Static } from "typebox";
import type { Stock } from "./shelf.ts";

/** A SKU we hear of for the first time stands on an empty shelf. */
export const ensureStock = async (tx: Queries, skus: readonly Sku[]): Promise<void> => {
  if (skus.length === 0) return;
  await tx.query(sql`
    with stocked as (
      insert into inventory.stock (sku)
      select sku from unnest(${[...skus].toSorted()}::text[]) as new(sku) order by sku
          on conflict do nothing
      returning sku
    )
    insert into inventory.stock_search select sku from stocked on conflict do nothing
  `);
};

export const findAvailable = async (
  db: Queries,
  skus: readonly Sku[],
): Promise<ReadonlyMap<Sku, number>> => {
  const { rows } = await db.query<{ sku: Sku; available: number }>(
    named(
      "inventory.find_available",
      sql`
      select sku, quantity - reserved as available
        from inventory.stock
       where location = 'main' and sku = any(${skus}::text[])
    `,
    ),
  );
  return new Map(rows.map(({ sku, available }) => [sku, available]));
};

export const info = sql`
  sku, location, quantity, reserved as "reservedQuantity", quantity - reserved as "availableQuantity",
  low_stock_threshold as "lowStockThreshold", reorder_point as "reorderPoint",
  limits_revision as "thresholdsRevision", updated_at as "updatedAt"`;

export const findInfo = async (db: Queries, sku: Sku): Promise<InventoryInfo | undefined> => {
  const { rows } = await db.query<InventoryInfo>(sql`
    select ${info} from inventory.stock where location = 'main' and sku = ${sku}
  `);
  return rows[0];
};

/** Nothing when the revision is another, or there is no such SKU. */
export const setThresholds = async (
  db: Queries,
  sku: Sku,
  revision: number,
  { lowStockThreshold, reorderPoint }: Pick<Stock, "lowStockThreshold" | "reorderPoint">,
): Promise<InventoryInfo | undefined> => {
  const { rows } = await db.query<InventoryInfo>(sql`
    update inventory.stock
       set low_stock_threshold = ${lowStockThreshold}, reorder_point = ${reorderPoint},
           limits_revision = limits_revision + 1, updated_at = now()
     where location = 'main' and sku = ${sku} and limits_revision = ${revision}
    returning ${info}
  `);
  return rows[0];
};

type MovementRow = Readonly<Record<"order_id" | "by_user_id" | "note", string | null>> &
  Omit<Static<typeof Movement>, "orderId" | "byUserId" | "note">;

export const listMovements = async (
  db: Queries,
  { sku, before, limit }: Readonly<{ sku: Sku; before: number | undefined; limit: number }>,
): Promise<readonly Static<typeof Movement>[]> => {
  const { rows } = await db.query<MovementRow>(sql`
    select position, reason, quantity_change as "quantityChange",
           reserved_change as "reservedChange", order_id, by_user_id, note, at
      from inventory.movements
     where sku = ${sku} and location = 'main' ${before === undefined ? empty : sql`and position < ${before}`}
     order by position desc
     limit ${limit}
  `);
  return rows.map(({ order_id, by_user_id, note, ...movement }) => ({
    ...movement,
    ...(order_id && { orderId: order_id }),
    ...(by_user_id && { byUserId: by_user_id as NonNullable<Static<typeof Movement>["byUserId"]> }),
    ...(note && { note }),
  }));
};

type Adjustment = Pick<AdjustmentRequest, "adjustmentId" | "change" | "reason"> & { sku: Sku };

/** New: undefined. Seen before: as it was then. */
export const keepAdjustment = async (
  tx: Queries,
  { adjustmentId, sku, change, reason }: Adjustment,
): Promise<Omit<Adjustment, "adjustmentId"> | undefined> => {
  const { rowCount } = await tx.query(sql`
    insert into inventory.adjustments (adjustment_id, sku, change, reason)
    values (${adjustmentId}, ${sku}, ${change}, ${reason})
        on conflict do nothing
  `);
  if (rowCount === 1) return undefined;
  const { rows } = await tx.query<Omit<Adjustment, "adjustmentId">>(sql`
    select sku, change, reason from inventory.adjustments where adjustment_id = ${adjustmentId}
  `);
  return rows[0];
};

export type ImportedStock = Readonly<{
  sku: Sku;
  quantity: number;
  lowStockThreshold?: number;
  reorderPoint?: number;
}>;

/** Thresholds of rows that name them, for SKUs that were never stocked. */
export const importThresholds = async (
  tx: Queries,
  rows: readonly ImportedStock[],
): Promise<void> => {
  await tx.query(sql`
    update inventory.stock
       set low_stock_threshold = coalesce(row."lowStockThreshold", low_stock_threshold),
           reorder_point = coalesce(row."reorderPoint", reorder_point)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as row(sku text, "lowStockThreshold" int, "reorderPoint" int)
     where stock.sku = row.sku and stock.location = 'main' and stock.revision = 0
  `);
};
