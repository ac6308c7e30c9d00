import { inLanguage, type CategoryRef, type ProductCard, type SearchQuery } from "@wares/contracts";
import type { Static } from "typebox";
import { cardOf } from "./answer.ts";
import { match, type Wanted } from "./ranking.ts";
import type { SearchIndex } from "./search-index.ts";
import { firstOf } from "./sorting.ts";
import { termsOf } from "./tokens.ts";

const productsMax = 6;
const categoriesMax = 3;
const queriesMax = 6;
const endingsMax = 12;

export type Suggested = {
  products: ProductCard[];
  categories: Static<typeof CategoryRef>[];
  queries: string[];
};
type Asked = Pick<SearchQuery, "language" | "currency" | "query">;

/** What somebody who has typed so far probably wants. The last word may be unfinished. */
export const createSuggester = (index: SearchIndex) => {
  let sorted: readonly string[] = [];
  const vocabulary = (): readonly string[] => {
    // Sorted again when it has grown by a hundredth: a word of a minute ago may wait.
    if (index.postings.size() > sorted.length * 1.01 || sorted.length === 0)
      sorted = index.postings.terms().toSorted((one, other) => (one < other ? -1 : 1));
    return sorted;
  };
  const endingsOf = (prefix: string): readonly string[] => {
    const terms = vocabulary();
    const found: string[] = [];
    for (let at = lowerBound(terms, prefix); at < terms.length && found.length < 2_000; at++) {
      const term = terms[at] ?? "";
      if (!term.startsWith(prefix)) break;
      found.push(term);
    }
    const frequency = (term: string) => index.postings.frequency(term);
    const usual = found.toSorted((one, other) => frequency(other) - frequency(one));
    return [...new Set([...(found.includes(prefix) ? [prefix] : []), ...usual])].slice(
      0,
      endingsMax,
    );
  };

  return ({ query, language, currency }: Asked): Suggested => {
    const terms = termsOf(query);
    const last = terms.at(-1);
    if (last === undefined) return { products: [], categories: [], queries: [] };
    const endings = endingsOf(last);
    const earlier: Wanted[] = terms.slice(0, -1).map((term) => ({ term, spelled: [term] }));
    const wanted = [...earlier, { term: last, spelled: endings.length > 0 ? endings : [last] }];
    const { slots, scoreOf } = match(index, wanted, "all");
    const best = firstOf(
      slots,
      productsMax,
      (one, other) => scoreOf(other) - scoreOf(one) || one - other,
    );
    return {
      products: best.flatMap((slot) => cardOf(index, index.entries[slot], { language, currency })),
      categories: categoriesLike(index, query, language),
      queries: queriesFrom(index, query, endings),
    };
  };
};

const lowerBound = (terms: readonly string[], prefix: string): number => {
  let [low, high] = [0, terms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
};

const categoriesLike = (
  { categories }: SearchIndex,
  query: string,
  language: "en" | "zh",
): Static<typeof CategoryRef>[] => {
  const wanted = query.trim().toLowerCase();
  return [...categories.values()]
    .filter(({ name }) => [name.en, name.zh].some((one) => one?.toLowerCase().includes(wanted)))
    .slice(0, categoriesMax)
    .map(({ id, slug, name }) => ({
      id,
      slug: inLanguage(slug, language),
      name: inLanguage(name, language),
    }));
};

/** The question with its last word finished, as it is spelled in some name. */
const queriesFrom = (
  { spellings }: SearchIndex,
  query: string,
  endings: readonly string[],
): string[] => {
  const typed = query.trimStart().toLowerCase();
  const before = typed.slice(0, typed.search(/[\p{L}\p{N}]+[^\p{L}\p{N}]*$/u));
  const words = endings.flatMap((term) => spellings.get(term) ?? []);
  return [...new Set(words.map((word) => `${before}${word}`))].slice(0, queriesMax);
};
