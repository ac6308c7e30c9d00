import { currencies, inLanguage, type Facet, type SearchQuery } from "@wares/contracts";
import { attributeGroup, factsOf, type Filters } from "./filters.ts";
import { createBands, rangesOf } from "./price-bands.ts";
import type { Entry } from "./entry.ts";
import type { SearchIndex } from "./search-index.ts";

const valuesMax = 40;
const attributesMax = 12;
/** An attribute with more values than this is a measurement or a name, and nothing to choose by. */
const distinctMax = 300;

type Values = Facet["values"];

/**
 * Sorts what matches into results and near misses, and counts both in one pass: who passes all filters
 * counts everywhere, who fails one counts in that one's facet alone.
 */
export const countFacets = (
  index: SearchIndex,
  query: SearchQuery,
  { passes, groups }: Filters,
  matched: readonly number[],
): Readonly<{ slots: readonly number[]; facets: readonly Facet[] }> => {
  const slots: number[] = [];
  const count = counter(index, query);
  for (const slot of matched) {
    const entry = index.entries[slot];
    if (!entry || !passes(entry)) continue;
    let [failed, failures]: [string, number] = ["", 0];
    for (const group of groups)
      if (!group.passes(entry)) {
        failures += 1;
        failed = group.name;
        if (failures > 1) break;
      }
    if (failures === 0) slots.push(slot);
    if (failures < 2) count.add(entry, failures === 0 ? undefined : failed);
  }
  return { slots, facets: count.facets() };
};

const counter = (index: SearchIndex, { language, currency }: SearchQuery) => {
  const nthCurrency = currencies.indexOf(currency);
  const brands = new Uint32Array(index.brands.length);
  const categories = new Uint32Array(index.categoryIds.length);
  const addFacts = factCounter(index, language);
  const bands = createBands();
  const stars = new Uint32Array(5);
  let inStock = 0;

  const addStars = ({ ratingSum, ratingCount }: Entry) => {
    for (let star = 1; ratingCount > 0 && star * ratingCount <= ratingSum; star++)
      plusOne(stars, star - 1);
  };
  const add = (entry: Entry, only: string | undefined): void => {
    const isIn = (name: string) => only === undefined || only === name;
    if (isIn("brand")) plusOne(brands, entry.brand);
    if (isIn("category")) for (const nth of entry.categories) plusOne(categories, nth);
    if (isIn("price")) plusOne(bands, entry.bands[nthCurrency] ?? 0);
    if (isIn("rating")) addStars(entry);
    if (isIn("availability") && entry.available > 0) inStock += 1;
    if (only === undefined || only.startsWith("attribute ")) addFacts.add(entry, only);
  };

  const facets = (): readonly Facet[] =>
    [
      { field: "category", kind: "category" as const, values: named(categories, index, language) },
      { field: "brand", kind: "brand" as const, values: brandsFacet(index.brands, brands) },
      priceFacet(bands, language, currency),
      { field: "rating", kind: "rating" as const, values: starsFacet(stars) },
      { field: "availability", kind: "stock" as const, values: stockFacet(inStock) },
      ...addFacts.facets(),
    ].filter(({ values }) => values.length > 0);
  return { add, facets };
};

const plusOne = (counts: Uint32Array, nth: number): void => {
  counts[nth] = (counts[nth] ?? 0) + 1;
};

const factCounter = (index: SearchIndex, language: "en" | "zh") => {
  const { values, fields, fieldOfValue } = index.facets;
  const arena = index.facets.arena();
  const counts = new Uint32Array(values.length);
  const touched: number[] = [];
  const isCounted = Uint8Array.from(fields, ({ distinct }) => (distinct <= distinctMax ? 1 : 0));
  return {
    add: (entry: Entry, only: string | undefined): void => {
      const { from, to } = factsOf(entry, language);
      for (let at = from; at < to; at++) {
        const id = arena[at] ?? 0;
        const field = fieldOfValue[id] ?? 0;
        if (isCounted[field] === 0) continue;
        if (only !== undefined && only !== attributeGroup(field)) continue;
        if (counts[id] === 0) touched.push(id);
        plusOne(counts, id);
      }
    },
    facets: () => attributeFacets(index, counts, touched),
  };
};

const brandsFacet = (brands: readonly string[], counts: Uint32Array): Values =>
  brands
    .map((value, id) => ({ value, label: value, count: counts[id] ?? 0 }))
    .filter(({ value, count }) => count > 0 && value !== "")
    .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, valuesMax);

const named = (counts: Uint32Array, index: SearchIndex, language: "en" | "zh"): Values =>
  index.categoryIds
    .flatMap((value, nth) => {
      const [category, count] = [index.categories.get(value), counts[nth] ?? 0];
      if (!category || count === 0) return [];
      return [{ value, label: inLanguage(category.name, language), count }];
    })
    .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, valuesMax);

const priceFacet = (
  bands: Uint32Array,
  language: "en" | "zh",
  currency: SearchQuery["currency"],
): Facet => ({ field: "price", kind: "price", values: rangesOf(bands, language, currency) });

const starsFacet = (stars: Uint32Array): Values =>
  [4, 3, 2, 1].flatMap((star) => {
    const count = stars[star - 1] ?? 0;
    return count > 0 ? [{ value: String(star), label: String(star), count }] : [];
  });

const stockFacet = (count: number): Values =>
  count > 0 ? [{ value: "inStock", label: "inStock", count }] : [];

/** The attributes that most of what was found has, with at least two values to choose from. */
const attributeFacets = (
  { facets }: SearchIndex,
  counts: Uint32Array,
  touched: readonly number[],
): readonly Facet[] => {
  const byField = new Map<number, { sum: number; ids: number[] }>();
  for (const id of touched) {
    const count = counts[id] ?? 0;
    const field = facets.fieldOfValue[id] ?? 0;
    const one = byField.get(field) ?? { sum: 0, ids: [] };
    one.sum += count;
    one.ids.push(id);
    byField.set(field, one);
  }
  return [...byField]
    .filter(([, { ids }]) => ids.length > 1)
    .toSorted(([, one], [, other]) => other.sum - one.sum)
    .slice(0, attributesMax)
    .map(([field, { ids }]) => ({
      field: facets.fields[field]?.name ?? "",
      kind: "attribute" as const,
      values: ids
        .toSorted((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0))
        .slice(0, valuesMax)
        .flatMap((id) => {
          const known = facets.values[id];
          if (!known) return [];
          const { value, swatch } = known;
          return [{ value, label: value, count: counts[id] ?? 0, ...(swatch && { swatch }) }];
        }),
    }));
};
