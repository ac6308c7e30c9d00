import { currencies, inLanguage, type SearchQuery } from "@wares/contracts";
import type { SearchIndex } from "./search-index.ts";

type Compare = (one: number, other: number) => number;
type Order = Readonly<{ sortBy: SearchQuery["sortBy"]; sortOrder?: SearchQuery["sortOrder"] }>;

const collators = { en: new Intl.Collator("en"), zh: new Intl.Collator("zh") };

/** Which of two slots stands first. Ties go to the newer, then to the later slot: the same every time. */
export const orderOf = (
  { entries }: SearchIndex,
  query: SearchQuery & Order,
  scoreOf: ((slot: number) => number) | undefined,
): Compare => {
  const currency = currencies.indexOf(query.currency);
  const { sortBy } = query;
  const usual = sortBy === "Price" || sortBy === "Name" ? "Asc" : "Desc";
  const sign = (query.sortOrder ?? usual) === "Asc" ? 1 : -1;
  const number = (keyOf: (slot: number) => number): Compare => {
    // Asked for once per slot: a score costs more than a comparison.
    const keys = new Float64Array(entries.length).fill(NaN);
    const key = (slot: number): number => {
      const known = keys[slot] ?? NaN;
      if (!Number.isNaN(known)) return known;
      const made = keyOf(slot);
      keys[slot] = made;
      return made;
    };
    return (one, other) => sign * (key(one) - key(other));
  };
  const rated = (slot: number) => {
    const entry = entries[slot];
    return entry ? (entry.ratingSum + 17.5) / (entry.ratingCount + 5) : 0;
  };
  const made = (slot: number) => entries[slot]?.createdAt ?? 0;
  const name = (slot: number) =>
    inLanguage(entries[slot]?.label.name ?? { en: "" }, query.language);
  const first: Record<SearchQuery["sortBy"], () => Compare> = {
    Relevance: () => number(scoreOf ?? rated),
    Price: () => number((slot) => entries[slot]?.amounts[currency] ?? 0),
    Name: () => (one, other) => sign * collators[query.language].compare(name(one), name(other)),
    Rating: () => number(rated),
    Newest: () => number(made),
  };
  const compare = first[sortBy]();
  return (one, other) => compare(one, other) || made(other) - made(one) || other - one;
};

/**
 * The first `count` in order. A heap of them costs about one comparison for each of the others;
 * sorting twenty thousand names to show twenty-four costs fifteen.
 */
export const firstOf = (
  slots: readonly number[],
  count: number,
  compare: Compare,
): readonly number[] => {
  if (count * 4 >= slots.length) return slots.toSorted(compare).slice(0, count);
  const heap = slots.slice(0, count);
  const sink = (from: number) => {
    let at = from;
    for (;;) {
      let last = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < count && compare(heap[child] ?? 0, heap[last] ?? 0) > 0) last = child;
      if (last === at) return;
      [heap[at], heap[last]] = [heap[last] ?? 0, heap[at] ?? 0];
      at = last;
    }
  };
  for (let at = Math.floor(count / 2) - 1; at >= 0; at--) sink(at);
  for (let nth = count; nth < slots.length; nth++) {
    const slot = slots[nth] ?? 0;
    if (compare(slot, heap[0] ?? 0) >= 0) continue;
    heap[0] = slot;
    sink(0);
  }
  return heap.toSorted(compare);
};
