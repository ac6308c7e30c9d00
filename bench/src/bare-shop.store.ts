import { alongCommit, named, packed, sql, transact, type Database } from "@wares/platform/database";

// An order as a database alone sees it: its row, its lines, what it reserves, and the event that tells of
// it. No service, no reader, no index but the keys.

export type BareOrder = Readonly<{
  orderId: string;
  email: string;
  lines: readonly Readonly<{ sku: string; quantity: number }>[];
}>;

export const bareTables = `
  create schema bench_bare;
  create table bench_bare.stock (
    sku text primary key, quantity int not null, reserved int not null default 0, check (reserved <= quantity)
  ) with (fillfactor = 50);
  create table bench_bare.orders (order_id uuid primary key, email text not null, body json not null,
    created_at timestamptz not null default now());
  create table bench_bare.lines (order_id uuid, nth int, sku text not null, quantity int not null,
    primary key (order_id, nth));
  create table bench_bare.holds (order_id uuid primary key, expires_at timestamptz not null);
  create table bench_bare.outbox (position bigint generated always as identity primary key, subject text not null,
    data json not null);
  insert into bench_bare.stock select sku, 1000000000 from unnest($skus$) as sku;`;

/** One transaction, one way there and back, for up to 250 orders. */
export const writeBare = (db: Database, orders: readonly BareOrder[]) =>
  transact(db, async (tx) => {
    const sorted = orders.toSorted((one, other) => (one.orderId < other.orderId ? -1 : 1));
    const ids = sorted.map(({ orderId }) => orderId);
    const bodies = packed(sorted);
    const lines = sorted.flatMap(({ orderId, lines: own }) =>
      own.map((line, nth) => ({ orderId, nth, ...line })),
    );
    const wanted = new Map<string, number>();
    for (const { sku, quantity } of lines) wanted.set(sku, (wanted.get(sku) ?? 0) + quantity);
    const skus = [...wanted.keys()].toSorted();
    const send = (name: string, statement: ReturnType<typeof sql>) =>
      tx.query(named(`bench.bare_${name}`, statement));
    await alongCommit(tx, [
      send(
        "reserve",
        sql`update bench_bare.stock set reserved = reserved + quantity_of
              from unnest(${skus}::text[], ${skus.map((sku) => wanted.get(sku))}::int[]) as one(sku, quantity_of)
             where stock.sku = one.sku`,
      ),
      send(
        "orders",
        sql`insert into bench_bare.orders (order_id, email, body)
            select id, email, body::json
              from unnest(${ids}::uuid[], ${sorted.map(({ email }) => email)}::text[], ${bodies}) as one(id, email, body)`,
      ),
      send(
        "lines",
        sql`insert into bench_bare.lines
            select * from unnest(${lines.map(({ orderId }) => orderId)}::uuid[], ${lines.map(({ nth }) => nth)}::int[],
                                 ${lines.map(({ sku }) => sku)}::text[], ${lines.map(({ quantity }) => quantity)}::int[])`,
      ),
      send(
        "holds",
        sql`insert into bench_bare.holds select id, now() + interval '20 minutes' from unnest(${ids}::uuid[]) as id`,
      ),
      send(
        "outbox",
        sql`insert into bench_bare.outbox (subject, data)
            select subject, data::json from unnest(${ids}::text[], ${bodies}) as one(subject, data)`,
      ),
    ]);
  });
