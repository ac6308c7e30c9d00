import type pg from "pg";

/** A table that knows orders: by which column, and what in a copy is another than in the row it is made from. */
export type Copied = Readonly<{
  table: string;
  /** Which of its rows belong to an order. */
  by?: string;
  changed: Readonly<Record<string, string>>;
  /** The order of its rows, where the database numbers them and that says which came first. */
  inOrderOf?: string;
}>;

const shifted = (...columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, `source.${column} + copy.shift`]));

const orderId = { order_id: "copy.order_id" };
const buyer = { buyer_id: "copy.buyer_id" };

/** All that is named in an event is named anew. */
const renamed = [
  ["copy.copied_from::text", "copy.order_id::text"],
  ["copy.old_payment_id::text", "copy.payment_id::text"],
  ["copy.old_number", "copy.order_number"],
  ["copy.old_buyer_id::text", "copy.buyer_id::text"],
].reduce((text, [old, fresh]) => `replace(${text}, ${old}, ${fresh})`, "source.data::text");

export const tables: readonly Copied[] = [
  {
    table: "orders.orders",
    changed: {
      ...orderId,
      ...buyer,
      ...shifted("created_at", "updated_at", "pay_before"),
      order_number: "copy.order_number",
    },
  },
  {
    table: "orders.order_search",
    changed: {
      ...orderId,
      ...shifted("created_at"),
      search_text: "replace(source.search_text, lower(copy.old_number), lower(copy.order_number))",
    },
  },
  { table: "orders.order_items", changed: orderId },
  {
    table: "orders.timeline",
    changed: { ...orderId, ...shifted("at") },
    inOrderOf: "source.position",
  },
  { table: "inventory.holds", changed: { ...orderId, ...shifted("expires_at", "updated_at") } },
  { table: "inventory.movements", changed: { ...orderId, ...shifted("at") } },
  {
    table: "payments.payments",
    changed: {
      ...orderId,
      ...buyer,
      ...shifted("created_at", "updated_at"),
      payment_id: "copy.payment_id",
    },
  },
  {
    table: "notifications.mails",
    changed: {
      ...orderId,
      ...shifted("created_at", "sent_at", "next_attempt_at"),
      notification_id:
        "bench_history.id(source.created_at + copy.shift, copy.n || source.template)",
    },
  },
  { table: "recommendations.purchases", changed: { ...orderId, ...buyer, ...shifted("at") } },
  {
    table: "platform.sagas",
    by: "source.subject = template.order_id::text",
    changed: { subject: "copy.order_id::text", ...shifted("updated_at") },
  },
  {
    table: "platform.outbox",
    by: "source.data::text like '%' || template.order_id || '%'",
    changed: {
      // Before the place of every reader: they have read it long ago.
      tx_id: "'3'::xid8",
      event_id:
        "bench_history.id(source.occurred_at + copy.shift, 'event' || copy.n || source.position)",
      subject: "replace(source.subject, copy.copied_from::text, copy.order_id::text)",
      correlation_id: "replace(source.correlation_id, copy.copied_from::text, copy.order_id::text)",
      data: `(${renamed})::json`,
      ...shifted("occurred_at"),
    },
  },
];

/** Where the rows to copy from are kept, so that no copying has to search what was copied before. */
const keptIn = (table: string) => `bench_history.${table.replace(".", "_")}`;

export const keepStatement = ({
  table,
  by = "source.order_id = template.order_id",
}: Copied): string => `
  create table ${keptIn(table)} as
  select template.order_id as copied_from, source.*
    from ${table} as source join bench_history.templates as template on ${by};
  analyze ${keptIn(table)};`;

/** Every column that a table has today, but those that the database numbers itself. */
export const copyStatement = (
  { table, changed, inOrderOf }: Copied,
  columns: readonly string[],
): string => {
  const strange = Object.keys(changed).filter((column) => !columns.includes(column));
  if (strange.length > 0) throw new Error(`${table} has no ${strange.join(", ")} any more.`);
  const values = columns.map((column) => changed[column] ?? `source.${column}`);
  return `insert into ${table} (${columns.join(", ")}) select ${values.join(", ")}
            from bench_history.copies as copy join ${keptIn(table)} as source using (copied_from)
            ${inOrderOf ? `order by ${inOrderOf}` : ""}`;
};

const columnsOf = async (db: pg.Client, table: string): Promise<readonly string[]> => {
  const { rows } = await db.query<{ name: string }>({
    text: `
      select attname as name from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped
         and attidentity = '' and attgenerated = ''
       order by attnum
    `,
    values: [table],
  });
  return rows.map(({ name }) => name);
};

/** One statement per table. */
export const copyStatements = async (db: pg.Client): Promise<readonly string[]> => {
  const statements: string[] = [];
  for (const copied of tables)
    statements.push(copyStatement(copied, await columnsOf(db, copied.table)));
  return statements;
};
