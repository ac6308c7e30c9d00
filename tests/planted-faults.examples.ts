import type { Queries } from "@wares/platform/database";

// Ways to promise one too many, each as somebody might well write it: with statements that look right
// when they are read alone. They stand here, and nowhere in the shop.

export type Line = Readonly<{ sku: string; quantity: number }>;
type Hold = (tx: Queries, orderId: string, lines: readonly Line[]) => Promise<boolean>;

const write = async (tx: Queries, orderId: string, lines: readonly Line[]) => {
  const [slots, quantities] = [
    lines.map(({ sku }) => `main ${sku}`),
    lines.map((line) => line.quantity),
  ];
  await tx.query(
    `insert into inventory.holds (order_id, state, expires_at, slots, quantities)
     values ($1, 'held', now() + interval '1 hour', $2, $3)`,
    [orderId, slots, quantities],
  );
  for (const { sku, quantity } of lines)
    await tx.query(
      `insert into inventory.movements (sku, reason, quantity_change, reserved_change, order_id)
       values ($1, 'Reserved', 0, $2, $3)`,
      [sku, quantity, orderId],
    );
};

type Found = Readonly<{ quantity: number; reserved: number }>;
const find = async (tx: Queries, sku: string, how = ""): Promise<Found> => {
  const { rows } = await tx.query<Found>(
    `select quantity, reserved from inventory.stock where sku = $1 ${how}`,
    [sku],
  );
  return rows[0] ?? { quantity: 0, reserved: 0 };
};
/** Everybody has read before anybody writes: what chance does now and then. */
const meet = (tx: Queries) => tx.query("select pg_sleep(0.5)");

/** Decides on a read that nobody holds to, and adds afterwards. */
export const checkThenAct: Hold = async (tx, orderId, lines) => {
  for (const { sku, quantity } of lines) {
    const { quantity: onHand, reserved } = await find(tx, sku);
    if (onHand - reserved < quantity) return false;
  }
  await meet(tx);
  for (const { sku, quantity } of lines)
    await tx.query("update inventory.stock set reserved = reserved + $2 where sku = $1", [
      sku,
      quantity,
    ]);
  await write(tx, orderId, lines);
  return true;
};

/** Writes back what it read plus its own: whoever wrote in between is forgotten. */
export const absoluteWrite: Hold = async (tx, orderId, lines) => {
  const found = new Map<string, Found>();
  for (const { sku } of lines) found.set(sku, await find(tx, sku));
  await meet(tx);
  for (const { sku, quantity } of lines) {
    const { quantity: onHand, reserved } = found.get(sku) ?? { quantity: 0, reserved: 0 };
    if (onHand - reserved < quantity) return false;
    await tx.query("update inventory.stock set reserved = $2 where sku = $1", [
      sku,
      reserved + quantity,
    ]);
  }
  await write(tx, orderId, lines);
  return true;
};

/** Locks in the order in which the shopper happened to put things into the cart. */
export const locksAsTheyCome: Hold = async (tx, orderId, lines) => {
  for (const { sku, quantity } of lines) {
    const { quantity: onHand, reserved } = await find(tx, sku, "for update");
    if (onHand - reserved < quantity) return false;
    await meet(tx);
    await tx.query("update inventory.stock set reserved = reserved + $2 where sku = $1", [
      sku,
      quantity,
    ]);
  }
  await write(tx, orderId, lines);
  return true;
};

/** Gives back what the order once held, whatever became of it since. */
export const blindRelease = async (tx: Queries, orderId: string): Promise<void> => {
  await tx.query(
    `update inventory.stock set reserved = greatest(0, reserved - line.quantity)
       from inventory.hold_lines as line where line.order_id = $1 and line.sku = stock.sku`,
    [orderId],
  );
  await tx.query(
    `insert into inventory.movements (sku, reason, quantity_change, reserved_change, order_id)
     select sku, 'Released', 0, -quantity, order_id from inventory.hold_lines where order_id = $1`,
    [orderId],
  );
  await tx.query("update inventory.holds set state = 'released' where order_id = $1", [orderId]);
};

/** Counts the uses whose orders are there, and none of those that are on their way. */
export const redeemUncounted = async (tx: Queries, orderId: string, buyerId: string) => {
  const { rows } = await tx.query<{ isLeft: boolean }>(
    `select (select count(*) from pricing.redemptions
              where code = 'FEW' and state = 'confirmed') < uses_max as "isLeft"
       from pricing.coupons where code = 'FEW' for update`,
  );
  if (!rows[0]?.isLeft) return false;
  await tx.query(
    `insert into pricing.redemptions (order_id, code, buyer_id, discount, currency, state, expires_at)
     values ($1, 'FEW', $2, 100, 'USD', 'reserved', now() + interval '30 minutes')`,
    [orderId, buyerId],
  );
  await tx.query("update pricing.coupons set uses = uses + 1 where code = 'FEW'");
  return true;
};

/** Writes the order first, and means to hold its stock afterwards. */
export const orderWithoutHold = (tx: Queries, orderId: string) =>
  tx.query(
    `with placed as (
       insert into orders.orders (order_id, order_number, buyer_id, request_hash, email, language, name,
         status, currency, subtotal, discount, shipping, tax, total, billing_address, shipping_address,
         shipping_method, pay_before)
       values ($1, 'W-1', gen_random_uuid(), 'h', 'a@example.com', 'en', 'A B', 'Pending', 'USD', 20, 0,
         0, 0, 20, '{}', '{}', '{}', now())
     ), item as (
       insert into orders.order_items
              (order_id, id, product_id, sku, name, quantity, unit_price, total_price, attributes)
       values ($1, 1, gen_random_uuid(), 'CUP', 'Cup', 2, 10, 20, '{}')
     ), entry as (
       insert into orders.timeline (order_id, kind, by) values ($1, 'Created', 'Shopper')
     ), alarm as (
       insert into platform.sagas (saga, subject, state, revision, wake_at)
       values ('orders.checkout', $1::uuid::text, '{}', 1, now() + interval '1 minute')
     )
     insert into platform.outbox (event_id, type, version, subject, data)
     values (gen_random_uuid(), 'orders.order_created', 1, $1::uuid::text, '{}')`,
    [orderId],
  );
