import type { FlashSaleFigures, FlashSaleId, OrderId } from "@wares/contracts";
import { invariant, StaleWrite } from "@wares/platform";
import { named, sql, type Queries } from "@wares/platform/database";
import {
  customerKey,
  type JoinRequest,
  type Part,
  type PartBook,
  type PartState,
  type SaleLimits,
} from "./flash-sale-part.ts";

const columns = sql`
  order_id as "orderId", flash_sale_id as "flashSaleId", buyer_id as "buyerId", customers, units, state`;

/** Without a lock: for those who would be refused, whether they are in already. */
export const findParts = async (
  db: Queries,
  orderIds: readonly OrderId[],
): Promise<ReadonlyMap<OrderId, Part>> => {
  const find = sql`
    select ${columns} from pricing.flash_sale_parts where order_id = any(${orderIds}::uuid[])
  `;
  const { rows } = await db.query<Part>(named("pricing.find_parts", find));
  return new Map(rows.map((row) => [row.orderId, row]));
};

/** Customers of a batch, each once and in order, so that two batches queue instead of deadlocking. */
type Counted = Pick<JoinRequest, "flashSaleId" | "customers" | "units">;
const addedUp = (counted: readonly Counted[]) => {
  const sums = new Map<string, { flashSaleId: FlashSaleId; customer: string; units: number }>();
  for (const { flashSaleId, customers, units } of counted)
    for (const customer of customers) {
      const key = customerKey(flashSaleId, customer);
      sums.set(key, { flashSaleId, customer, units: (sums.get(key)?.units ?? 0) + units });
    }
  return [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
};

const lockCustomers = (tx: Queries, rows: ReturnType<typeof addedUp>) =>
  tx.query<{ flashSaleId: FlashSaleId; customer: string; taken: number; takenMax: number }>(
    named(
      "pricing.lock_sale_customers",
      sql`
      select flash_sale_id as "flashSaleId", customer, taken, taken_max as "takenMax"
        from pricing.flash_sale_customers
       where (flash_sale_id, customer) in (
             select * from unnest(${rows.map((row) => row.flashSaleId)}::uuid[],
                                  ${rows.map((row) => row.customer)}::text[]))
       order by flash_sale_id, customer
         for update
    `,
    ),
  );

/** Locks parts by order and then customers, and only then reads the clock. */
export const lockParts = async (
  tx: Queries,
  requests: readonly JoinRequest[],
): Promise<PartBook> => {
  const customers = addedUp(requests);
  const saleIds = [...new Set(requests.map(({ flashSaleId }) => flashSaleId))];
  const lock = sql`
    select ${columns} from pricing.flash_sale_parts
     where order_id = any(${requests.map(({ orderId }) => orderId)}::uuid[])
     order by order_id for update
  `;
  const introduce = sql`
    insert into pricing.flash_sale_customers (flash_sale_id, customer, taken, taken_max)
    select flash_sale_id, customer, 0, limit_per_customer
      from unnest(${customers.map((row) => row.flashSaleId)}::uuid[],
                  ${customers.map((row) => row.customer)}::text[]) as new(flash_sale_id, customer)
      join pricing.flash_sales using (flash_sale_id)
     where cancelled_at is null
       and clock_timestamp() >= starts_at and clock_timestamp() < ends_at
     order by flash_sale_id::text, customer collate "C"
        on conflict do nothing
  `;
  const judge = sql`
    select flash_sale_id as "flashSaleId", limit_per_customer as "limitPerCustomer",
           has_waiting_room as "hasWaitingRoom",
           cancelled_at is null and clock_timestamp() >= starts_at and clock_timestamp() < ends_at
             as "isRunning"
      from pricing.flash_sales
     where flash_sale_id = any(${saleIds}::uuid[])
  `;
  const [parts, , taken, sales] = await Promise.all([
    tx.query<Part>(named("pricing.lock_parts", lock)),
    tx.query(named("pricing.introduce_customers", introduce)),
    lockCustomers(tx, customers),
    tx.query<SaleLimits & { flashSaleId: FlashSaleId }>(named("pricing.sale_limits", judge)),
  ]);
  return {
    parts: new Map(parts.rows.map((row) => [row.orderId, row])),
    taken: new Map(
      taken.rows.map((row) => [customerKey(row.flashSaleId, row.customer), row.taken]),
    ),
    sales: new Map(sales.rows.map((row) => [row.flashSaleId, row])),
  };
};

const count = async (tx: Queries, counted: readonly Counted[], sign: 1 | -1): Promise<void> => {
  const rows = addedUp(counted);
  if (rows.length === 0) return;
  const { rowCount } = await tx.query(
    named(
      "pricing.count_sale_units",
      sql`
      update pricing.flash_sale_customers as known set taken = known.taken + change.units
        from unnest(${rows.map((row) => row.flashSaleId)}::uuid[],
                    ${rows.map((row) => row.customer)}::text[],
                    ${rows.map(({ units }) => sign * units)}::int[])
             as change(flash_sale_id, customer, units)
       where known.flash_sale_id = change.flash_sale_id and known.customer = change.customer
    `,
    ),
  );
  invariant(rowCount === rows.length, "whose units are counted is known");
};

/** In the transaction that locked them. */
export const saveParts = async (
  tx: Queries,
  granted: readonly Part[],
  minutes: number,
): Promise<void> => {
  if (granted.length === 0) return;
  const rows = granted.toSorted((one, other) => (one.orderId < other.orderId ? -1 : 1));
  const insert = sql`
    insert into pricing.flash_sale_parts
           (order_id, flash_sale_id, buyer_id, customers, units, state, expires_at)
    select "orderId", "flashSaleId", "buyerId",
           array(select jsonb_array_elements_text(customers)), units, 'reserved',
           now() + ${minutes} * interval '1 minute'
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row("orderId" uuid, "flashSaleId" uuid, "buyerId" uuid, customers jsonb, units int)
        on conflict (order_id) do update
       set state = 'reserved', is_counted = true, customers = excluded.customers,
           expires_at = excluded.expires_at
     where flash_sale_parts.state = 'left'
  `;
  const [{ rowCount }] = await Promise.all([
    tx.query(named("pricing.save_parts", insert)),
    count(tx, granted, 1),
  ]);
  if (rowCount !== granted.length) throw new StaleWrite("an order took part meanwhile");
};

/**
 * The orders are there, or paid. Answers those we had let go of too early: they keep their price, and
 * are not counted.
 */
export const advanceParts = async (
  tx: Queries,
  orderIds: readonly OrderId[],
  to: "confirmed" | "paid",
): Promise<readonly Part[]> => {
  const from: readonly PartState[] =
    to === "paid" ? ["reserved", "left", "expired", "confirmed"] : ["reserved", "left", "expired"];
  const { rows } = await tx.query<Part & { isCounted: boolean }>(
    named(
      "pricing.advance_parts",
      sql`
      update pricing.flash_sale_parts as part set state = ${to}
        from (select order_id as known from pricing.flash_sale_parts
               where order_id = any(${orderIds}::uuid[]) and state = any(${from}::text[])
               order by order_id for update) as before
       where part.order_id = before.known
      returning ${columns}, is_counted as "isCounted"
    `,
    ),
  );
  return rows.filter(({ isCounted }) => !isCounted);
};

/** What these customers have taken, and may take. Locked. */
export const lockTaken = async (
  tx: Queries,
  parts: readonly Part[],
): Promise<ReadonlyMap<string, Readonly<{ taken: number; takenMax: number }>>> => {
  const { rows } = await lockCustomers(tx, addedUp(parts));
  return new Map(rows.map((row) => [customerKey(row.flashSaleId, row.customer), row]));
};

/** Counts them again, in the transaction that locked their customers. */
export const countAgain = async (tx: Queries, parts: readonly Part[]): Promise<void> => {
  const orderIds = parts.map(({ orderId }) => orderId);
  await tx.query(sql`
    update pricing.flash_sale_parts set is_counted = true where order_id = any(${orderIds}::uuid[])
  `);
  await count(tx, parts, 1);
};

type LetGo = Readonly<{ to: "left" | "returned" | "expired"; from: readonly PartState[] }>;

/** Each gives its units back to its customers, once. Answers how many parts it was. */
export const letGoOf = async (
  tx: Queries,
  orderIds: readonly OrderId[],
  { to, from }: LetGo,
): Promise<number> => {
  if (orderIds.length === 0) return 0;
  const { rows } = await tx.query<Counted & { wasCounted: boolean }>(
    named(
      "pricing.let_go_of_parts",
      sql`
      update pricing.flash_sale_parts as part set state = ${to}, is_counted = false
        from (select order_id, is_counted from pricing.flash_sale_parts
               where order_id = any(${orderIds}::uuid[]) and state = any(${from}::text[])
               order by order_id for update) as before
       where part.order_id = before.order_id
      returning flash_sale_id as "flashSaleId", customers, units, before.is_counted as "wasCounted"
    `,
    ),
  );
  const counted = rows.filter(({ wasCounted }) => wasCounted);
  if (counted.length > 0) await lockCustomers(tx, addedUp(counted));
  await count(tx, counted, -1);
  return rows.length;
};

/** Locks those it finds; what somebody is at right now is left for next time. */
export const findExpiredParts = async (
  tx: Queries,
  partsMax: number,
): Promise<readonly OrderId[]> => {
  const { rows } = await tx.query<{ orderId: OrderId }>(
    named(
      "pricing.expired_parts",
      sql`
      select order_id as "orderId" from pricing.flash_sale_parts
       where state = 'reserved' and expires_at <= now()
       order by expires_at limit ${partsMax} for update skip locked
    `,
    ),
  );
  return rows.map(({ orderId }) => orderId);
};

export type Tally = Readonly<{ flashSaleId: FlashSaleId; requests: number; refused: number }>;

export const addTallies = async (db: Queries, tallies: readonly Tally[]): Promise<void> => {
  const rows = tallies.toSorted((one, other) => (one.flashSaleId < other.flashSaleId ? -1 : 1));
  await db.query(
    named(
      "pricing.add_tallies",
      sql`
      insert into pricing.flash_sale_tallies as known (flash_sale_id, requests, refused)
      select * from unnest(${rows.map(({ flashSaleId }) => flashSaleId)}::uuid[],
                           ${rows.map(({ requests }) => requests)}::bigint[],
                           ${rows.map(({ refused }) => refused)}::bigint[])
          on conflict (flash_sale_id) do update
         set requests = known.requests + excluded.requests, refused = known.refused + excluded.refused
    `,
    ),
  );
};

type Counts = Pick<FlashSaleFigures, "requests" | "refused" | "sold" | "paid">;
export const findCounts = async (db: Queries, id: FlashSaleId): Promise<Counts> => {
  const { rows } = await db.query<Counts>(
    named(
      "pricing.sale_counts",
      sql`
      select coalesce((select requests from pricing.flash_sale_tallies where flash_sale_id = ${id}), 0) as requests,
             coalesce((select refused from pricing.flash_sale_tallies where flash_sale_id = ${id}), 0) as refused,
             coalesce(sum(units) filter (where state in ('confirmed', 'paid')), 0) as sold,
             coalesce(sum(units) filter (where state = 'paid'), 0) as paid
        from pricing.flash_sale_parts
       where flash_sale_id = ${id}
    `,
    ),
  );
  return rows[0] ?? { requests: 0, refused: 0, sold: 0, paid: 0 };
};
