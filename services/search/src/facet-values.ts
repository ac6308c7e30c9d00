import type { Language } from "@wares/contracts";
import type { Fact } from "./document.ts";

export type FacetField = { name: string; language: Language; distinct: number };
export type FacetValue = Readonly<{ field: number; value: string; swatch?: string }>;

export type Stored = Readonly<{ from: number; to: number }>;

/** Every attribute value has a number, so that counting them is adding to an array. */
export const createFacetValues = () => {
  const fields: FacetField[] = [];
  const values: FacetValue[] = [];
  const fieldOfValue: number[] = [];
  /** The values of all products, one after the other: a loop over many reads them in a row. */
  let arena = new Uint32Array(1_024);
  let used = 0;
  const fieldIds = new Map<string, number>();
  const valueIds = new Map<string, number>();

  const fieldOf = (language: Language, name: string): number => {
    const key = `${language} ${name}`;
    const known = fieldIds.get(key);
    if (known !== undefined) return known;
    fieldIds.set(key, fields.length);
    return fields.push({ name, language, distinct: 0 }) - 1;
  };
  const valueOf = (language: Language, [name, value, swatch]: Fact): number => {
    const key = `${language} ${name}:${value}`;
    const known = valueIds.get(key);
    if (known !== undefined) return known;
    const field = fieldOf(language, name);
    const described = fields[field];
    if (described) described.distinct += 1;
    valueIds.set(key, values.length);
    fieldOfValue.push(field);
    return values.push({ field, value, ...(swatch && { swatch }) }) - 1;
  };
  return {
    fields,
    values,
    /** Beside `values`, for the loop that counts: a number is nearer than an object. */
    fieldOfValue,
    arena: (): Uint32Array => arena,
    /** Where in the arena these facts stand from now on. */
    store: (language: Language, facts: readonly Fact[]): Stored => {
      const ids = new Set(facts.map((fact) => valueOf(language, fact)));
      if (used + ids.size > arena.length) {
        const larger = new Uint32Array((used + ids.size) * 2);
        larger.set(arena);
        arena = larger;
      }
      const from = used;
      for (const id of ids) arena[used++] = id;
      return { from, to: used };
    },
    /** Of what a reader chose; a value nobody has is undefined. */
    find: (language: Language, nameAndValue: string): number | undefined =>
      valueIds.get(`${language} ${nameAndValue}`),
    field: (language: Language, name: string): number | undefined =>
      fieldIds.get(`${language} ${name}`),
  };
};
export type FacetValues = ReturnType<typeof createFacetValues>;
