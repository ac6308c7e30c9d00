import { uuidv7 } from "@wares/platform";
import type { TSchema } from "typebox";

// A body as the document wants it, and the many ways to spoil it.

type Schema = TSchema &
  Readonly<{
    type?: string;
    enum?: readonly unknown[];
    const?: unknown;
    anyOf?: readonly Schema[];
    properties?: Readonly<Record<string, Schema>>;
    items?: Schema;
    format?: string;
    pattern?: string;
    minLength?: number;
    minItems?: number;
    minimum?: number;
  }>;

const texts = ["A-1", "aaaa", "tok_visa", "#aabbcc", "Name:value", "2026", "/a", ""];
const formats: Readonly<Record<string, () => string>> = {
  uuid: uuidv7,
  email: () => "nobody@example.org",
  "date-time": () => new Date().toISOString(),
  date: () => "2026-01-01",
};

export const sampleOf = (schema: TSchema): unknown => {
  const { type, enum: words, const: only, anyOf, ...rest } = schema as Schema;
  if (only !== undefined) return only;
  if (words) return words[0];
  if (anyOf) return sampleOf(anyOf[0] ?? {});
  if (type === "object")
    return Object.fromEntries(
      Object.entries(rest.properties ?? {}).map(([name, property]) => [name, sampleOf(property)]),
    );
  if (type === "array")
    return Array.from({ length: Math.max(rest.minItems ?? 0, 1) }, () =>
      sampleOf(rest.items ?? {}),
    );
  if (type === "integer" || type === "number") return Math.max(rest.minimum ?? 1, 1);
  if (type === "boolean") return true;
  return textOf(rest);
};

const textOf = ({ format, pattern, minLength = 0 }: Omit<Schema, "type">): string => {
  const made = format && formats[format]?.();
  if (made) return made;
  const fits = texts.filter((text) => !pattern || new RegExp(pattern).test(text));
  return (fits[0] ?? "").padEnd(minLength, "a");
};

export type Path = readonly (string | number)[];

/** Where the leaves are, lists and objects too. */
export const placesOf = (value: unknown, at: Path = []): readonly Path[] => {
  if (typeof value !== "object" || value === null) return [at];
  const inner = Object.entries(value).flatMap(([name, one]) => placesOf(one, [...at, name]));
  return at.length > 0 ? [at, ...inner] : inner;
};

export const put = (value: unknown, [name, ...rest]: Path, given: unknown): unknown => {
  if (name === undefined) return given;
  if (Array.isArray(value))
    return value.map((one, nth) =>
      String(nth) === name ? put(one, rest, given) : (one as unknown),
    );
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [name]: put(object[name], rest, given) };
};

export const spoilers: readonly unknown[] = [
  0,
  -1,
  1.5,
  1e18,
  "1",
  "",
  "   ",
  null,
  true,
  [],
  {},
  "XXX",
  "x".repeat(70_000),
  "half \ud83d an emoji",
  "nothing \u0000 here",
  "\u202eright to left\u202c",
  "'; drop table orders.orders; --",
  "<script>alert(1)</script>",
  "%{constructor}",
  "../../etc/passwd",
  "constructor",
];
