import { cardFrom, type ProductCard, type SearchQuery, type SearchResult } from "@wares/contracts";
import { countFacets } from "./facets.ts";
import { filtersOf } from "./filters.ts";
import { match, wantedIn, type Match } from "./ranking.ts";
import type { Entry } from "./entry.ts";
import type { SearchIndex } from "./search-index.ts";
import { firstOf, orderOf } from "./sorting.ts";
import type { Speller } from "./spelling.ts";

/** Answers a question from the index alone: nothing here waits for anything. */
export const answer = (index: SearchIndex, spell: Speller, query: SearchQuery): SearchResult => {
  const { page, pageSize } = query;
  const text = query.query.trim();
  const found = find(index, spell, text);
  const filters = filtersOf(query, index);
  const matched = found.match?.slots ?? everything(index);
  const { slots, facets } = countFacets(index, query, filters, matched);
  const order = orderOf(index, query, found.match?.scoreOf);
  const shown = firstOf(slots, page * pageSize, order).slice((page - 1) * pageSize);
  return {
    products: shown.flatMap((slot) => cardOf(index, index.entries[slot], query)),
    totalCount: slots.length,
    page,
    pageSize,
    facets: [...facets],
    ...(found.correctedQuery && { correctedQuery: found.correctedQuery }),
  };
};

type Found = Readonly<{ match?: Match; correctedQuery?: string }>;

/**
 * As typed, and where nothing has all these words, as they were probably meant; and where that finds
 * nothing either, whatever has most of them.
 */
const find = (index: SearchIndex, spell: Speller, text: string): Found => {
  if (text === "") return {};
  const wanted = wantedIn(text, index);
  const typed = match(index, wanted, "all");
  if (typed.slots.length > 0) return { match: typed };
  const isKnown = (term: string) => index.postings.frequency(term) > 0;
  const words = wanted.map(({ term }) => (isKnown(term) ? term : (spell(term) ?? term)));
  const correctedQuery = words.join(" ");
  const isOther = wanted.some(({ term }, nth) => term !== words[nth]);
  const corrected = wantedIn(correctedQuery, index);
  for (const demand of ["all", "most"] as const) {
    const found = match(index, corrected, demand);
    if (found.slots.length > 0) return { match: found, ...(isOther && { correctedQuery }) };
  }
  return { match: typed };
};

const everything = ({ entries }: SearchIndex): readonly number[] =>
  entries.flatMap((entry) => (entry ? entry.slot : []));

export const cardOf = (
  { categories }: SearchIndex,
  entry: Entry | undefined,
  locale: Pick<SearchQuery, "language" | "currency">,
): ProductCard[] => {
  if (!entry) return [];
  const { label, available, ratingSum, ratingCount } = entry;
  const [root] = label.categoryPath;
  const familyKey = root && categories.get(root)?.slug.en;
  return [cardFrom(label, { available, ratingSum, ratingCount, familyKey }, locale)];
};
