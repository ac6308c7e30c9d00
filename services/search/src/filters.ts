import { currencies, type SearchQuery } from "@wares/contracts";
import type { Stored } from "./facet-values.ts";
import type { Entry } from "./entry.ts";
import type { SearchIndex } from "./search-index.ts";

/** A group of filters that has a facet: what is counted in it does not obey it. */
export type Group = Readonly<{ name: string; passes: (entry: Entry) => boolean }>;

export type Filters = Readonly<{
  /** Has no facet, and is obeyed by all of them. */
  passes: (entry: Entry) => boolean;
  groups: readonly Group[];
}>;

export const attributeGroup = (field: number): string => `attribute ${field}`;

export const filtersOf = (query: SearchQuery, index: SearchIndex): Filters => {
  const currency = currencies.indexOf(query.currency);
  const { categoryId, brand, priceMin, priceMax, ratingMin, inStock, onSale } = query;
  const groups: Group[] = attributeGroups(query, index);
  const add = (name: string, passes: Group["passes"]) => groups.push({ name, passes });
  if (categoryId) add("category", ({ label }) => label.categoryPath.includes(categoryId));
  if (brand && brand.length > 0) {
    const wanted = new Set(brand);
    add("brand", ({ label }) => wanted.has(label.brand));
  }
  if (priceMin !== undefined || priceMax !== undefined) {
    const [min, max] = [priceMin ?? 0, priceMax ?? Number.MAX_SAFE_INTEGER];
    add("price", ({ amounts }) => {
      const amount = amounts[currency] ?? 0;
      return amount >= min && amount <= max;
    });
  }
  if (ratingMin !== undefined)
    add(
      "rating",
      ({ ratingSum, ratingCount }) => ratingCount > 0 && ratingSum >= ratingMin * ratingCount,
    );
  if (inStock !== undefined) add("availability", ({ available }) => available > 0 === inStock);
  return {
    passes: ({ isLowered }) => onSale === undefined || isLowered[currency] === onSale,
    groups,
  };
};

/** Values of one attribute widen, attributes among themselves narrow. */
const attributeGroups = (
  { attribute = [], language }: SearchQuery,
  { facets }: SearchIndex,
): Group[] => {
  const byName = Map.groupBy(attribute, (one) => one.slice(0, one.indexOf(":")));
  return [...byName].map(([name, chosen]) => {
    // Who reads Chinese is shown English facts of what nobody translated, and may choose them.
    const wanted = new Set(
      chosen.flatMap((one) =>
        [facets.find(language, one) ?? [], facets.find("en", one) ?? []].flat(),
      ),
    );
    const field = facets.field(language, name) ?? facets.field("en", name);
    return {
      name: field === undefined ? name : attributeGroup(field),
      passes: (entry) => {
        const { from, to } = factsOf(entry, language);
        const arena = facets.arena();
        for (let at = from; at < to; at++) if (wanted.has(arena[at] ?? 0)) return true;
        return false;
      },
    };
  });
};

export const factsOf = ({ facts }: Entry, language: "en" | "zh"): Stored =>
  language === "zh" && facts.zh ? facts.zh : facts.en;
