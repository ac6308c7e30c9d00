import type { FastifySchemaCompiler } from "fastify";
import type { TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { Value } from "typebox/value";

/**
 * Bodies are taken as they come: "2" is not 2. What an address or a header says is text by nature,
 * so it is converted, one value for a list is a list of one, and defaults fill what is absent.
 */
export const validatorCompiler: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const validator = Compile(schema);
  const lists = listsOf(schema);
  return (value: unknown) => {
    const given =
      httpPart === "body"
        ? value
        : Value.Convert(schema, Value.Default(schema, asLists(value, lists)));
    if (validator.Check(given)) return { value: given };
    const [first] = validator.Errors(given);
    const message = first?.message ?? "is not valid";
    return {
      error: [
        {
          keyword: first?.keyword ?? "",
          instancePath: placeOf(first, given),
          schemaPath: "",
          params: {},
          message,
        },
      ],
    };
  };
};

const listsOf = (schema: TSchema): readonly string[] =>
  Object.entries((schema as { properties?: Record<string, TSchema> }).properties ?? {})
    .filter(([, property]) => "type" in property && property.type === "array")
    .map(([name]) => name);

const asLists = (value: unknown, lists: readonly string[]): unknown => {
  if (lists.length === 0 || typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => [
    name,
    lists.includes(name) && !Array.isArray(one) ? [one] : one,
  ]);
  return Object.fromEntries(entries);
};

type Mistake = Readonly<{ instancePath: string; keyword?: string; params?: unknown }>;

// A field that is missing, or one too many, is named itself: its parent alone helps nobody.
const placeOf = (mistake: Mistake | undefined, value: unknown): string => {
  const path = mistake?.instancePath ?? "";
  const params = (mistake?.params ?? {}) as Readonly<Record<string, unknown>>;
  const missing = params["requiredProperties"];
  if (Array.isArray(missing)) return `${path}/${String(missing[0])}`;
  const extra = params["additionalProperties"];
  if (Array.isArray(extra)) return `${path}/${String(extra[0])}`;
  return value === undefined ? "" : path;
};
