// The driver writes an array letter by letter and its statements carry little else: 15 % of what the shop
// allocated while orders were placed. One `join` writes the same.

const special = /["\\]/;

/** As PostgreSQL reads it; undefined for what the driver shall write: dates, bytes, arrays of arrays. */
export const arrayText = (values: readonly unknown[]): string | undefined => {
  if (values.every((value) => typeof value === "string" && !special.test(value)))
    return values.length === 0 ? "{}" : `{"${values.join('","')}"}`;
  const elements: string[] = [];
  for (const value of values) {
    const element = elementText(value);
    if (element === undefined) return undefined;
    elements.push(element);
  }
  return `{${elements.join(",")}}`;
};

const elementText = (value: unknown): string | undefined => {
  if (value === null || value === undefined) return "NULL";
  if (typeof value === "string")
    return special.test(value) ? `"${value.replace(/["\\]/g, "\\$&")}"` : `"${value}"`;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
};

type Asked = Readonly<{ text: string; values: readonly unknown[] }>;

const isAsked = (given: unknown): given is Asked =>
  given instanceof Object && "values" in given && Array.isArray(given.values) && "text" in given;

const written = (values: readonly unknown[]): unknown[] =>
  values.map((value) => (Array.isArray(value) ? (arrayText(value) ?? value) : value));

/** What is given to the driver's `query`, its arrays as text. */
export const withArraysAsText = (given: readonly unknown[]): readonly unknown[] => {
  const [first, second, ...rest] = given;
  if (typeof first === "string" && Array.isArray(second)) return [first, written(second), ...rest];
  // One that is sent as it is, such as a cursor, has its own ways.
  if (!isAsked(first) || "submit" in first || !first.values.some(Array.isArray)) return given;
  // The text of a template is no property of its own, and would be left behind.
  return [{ ...first, text: first.text, values: written(first.values) }, second, ...rest];
};
