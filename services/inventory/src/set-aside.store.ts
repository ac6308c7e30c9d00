import type { FlashSaleId, Sku } from "@wares/contracts";
import { invariant } from "@wares/platform";
import { named, sql, type Queries } from "@wares/platform/database";
import type { SetAside, Units } from "./set-aside.ts";
import { saleLocation } from "./slot.ts";

const columns = sql`flash_sale_id as "flashSaleId", state, aside, agreed, revision`;

/** Locked before any shelf. A sale we hear of for the first time has nothing aside. */
export const lockSetAside = async (tx: Queries, id: FlashSaleId): Promise<SetAside> => {
  await tx.query(sql`
    insert into inventory.set_asides (flash_sale_id, state) values (${id}, 'agreed')
        on conflict do nothing
  `);
  const { rows } = await tx.query<SetAside>(sql`
    select ${columns} from inventory.set_asides where flash_sale_id = ${id} for update
  `);
  invariant(rows[0] !== undefined, "a set-aside is never forgotten");
  return rows[0];
};

export const saveSetAside = async (tx: Queries, change: SetAside): Promise<void> => {
  await tx.query(sql`
    update inventory.set_asides
       set state = ${change.state}, aside = ${JSON.stringify(change.aside)}::jsonb,
           agreed = ${JSON.stringify(change.agreed)}::jsonb, revision = ${change.revision},
           check_at = now() + interval '1 minute'
     where flash_sale_id = ${change.flashSaleId}
  `);
};

/** An empty place for each SKU of a sale. */
export const ensurePlaces = async (tx: Queries, id: FlashSaleId, wanted: Units): Promise<void> => {
  await tx.query(sql`
    insert into inventory.stock (sku, location)
    select sku, ${saleLocation(id)} from unnest(${Object.keys(wanted).toSorted()}::text[]) as new(sku)
     where exists (select from inventory.stock as shelf where shelf.sku = new.sku and shelf.location = 'main')
     order by sku
        on conflict do nothing
  `);
};

/** Asked for long ago, and no sale was heard of. Locked. */
export const findForgotten = async (
  tx: Queries,
  asidesMax: number,
): Promise<readonly SetAside[]> => {
  const { rows } = await tx.query<SetAside>(
    named(
      "inventory.forgotten_asides",
      sql`
      select ${columns} from inventory.set_asides
       where state = 'asked' and check_at <= now()
       order by flash_sale_id limit ${asidesMax} for update skip locked
    `,
    ),
  );
  return rows;
};

/** In the transaction that freed them. */
export const noteFreed = async (tx: Queries, ids: readonly FlashSaleId[]): Promise<void> => {
  await tx.query(
    named(
      "inventory.note_freed",
      sql`insert into inventory.to_bring_back (flash_sale_id) select * from unnest(${ids}::uuid[])`,
    ),
  );
};

/** Sales that are over and of which units became free since. Locked; what others note now waits. */
export const takeFreed = async (tx: Queries, notesMax: number): Promise<readonly SetAside[]> => {
  const taken = await tx.query<{ id: FlashSaleId }>(
    named(
      "inventory.take_freed",
      sql`
      delete from inventory.to_bring_back
       where position in (select position from inventory.to_bring_back
                           order by position limit ${notesMax} for update skip locked)
      returning flash_sale_id as id
    `,
    ),
  );
  if (taken.rows.length === 0) return [];
  const { rows } = await tx.query<SetAside>(
    named(
      "inventory.freed_and_over",
      sql`
      select ${columns} from inventory.set_asides
       where flash_sale_id = any(${taken.rows.map(({ id }) => id)}::uuid[]) and state = 'over'
       order by flash_sale_id for update
    `,
    ),
  );
  return rows;
};

export const findLeft = async (
  db: Queries,
  ids: readonly FlashSaleId[],
): Promise<ReadonlyMap<FlashSaleId, ReadonlyMap<Sku, number>>> => {
  type Row = { id: FlashSaleId; sku: Sku; available: number };
  const { rows } = await db.query<Row>(
    named(
      "inventory.left_of_sales",
      sql`
      select flash_sale_id as id, stock.sku, quantity - reserved as available
        from inventory.set_asides
        cross join lateral jsonb_object_keys(aside) as aside_of(sku)
        join inventory.stock on stock.sku = aside_of.sku
                            and stock.location = 'sale:' || flash_sale_id::text
       where flash_sale_id = any(${ids}::uuid[])
    `,
    ),
  );
  const bySale = Map.groupBy(rows, ({ id }) => id);
  return new Map(
    [...bySale].map(([id, own]) => [id, new Map(own.map((row) => [row.sku, row.available]))]),
  );
};
