import sql, { type Sql } from "sql-template-tag";

// JSON text holds no control characters: one can part many of them in a single parameter. An array
// literal would escape every quote, and jsonb_to_recordset would parse all of it and take it apart again.
const separator = "\u0001";

/** Many values as one `text[]` of JSON, to be cast where it is used. */
export const packed = (values: readonly unknown[]): Sql =>
  packedTexts(values.map((value) => JSON.stringify(value)));

/** The same of values that are JSON already. */
export const packedTexts = (texts: readonly string[]): Sql =>
  sql`string_to_array(${texts.join(separator)}, ${separator})`;
