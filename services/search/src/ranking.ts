import type { SearchIndex } from "./search-index.ts";
import { synonymsOf } from "./synonyms.ts";
import { termsOf } from "./tokens.ts";

// BM25 over weighted words; then names that hold the question as it was asked go first, and what is
// liked and on the shelf goes a little further forward.

const k1 = 1.2;
const synonymWorth = 0.6;

/** A word of the question, and what counts as it: itself, or it and its neighbour written as one. */
export type Wanted = Readonly<{
  term: string;
  spelled: readonly string[];
  /** Other words for it count a little less. */
  meant?: readonly string[];
}>;

export const wantedIn = (query: string, { postings }: SearchIndex): readonly Wanted[] => {
  const terms = termsOf(query).slice(0, termsMax);
  return terms.map((term, nth) => {
    const [before, after] = [terms[nth - 1], terms[nth + 1]];
    const joined = [before && before + term, after && term + after];
    return {
      term,
      meant: synonymsOf(term),
      spelled: [
        term,
        ...joined.filter((one) => one !== undefined && postings.frequency(one) > 0),
      ].filter((one) => one !== undefined),
    };
  });
};
// Nobody means more; a page of pasted text shall not cost more than a question.
const termsMax = 16;

export type Match = Readonly<{ slots: readonly number[]; scoreOf: (slot: number) => number }>;

/** All words of the question, or else as many of them as one product can have. */
export type Demand = "all" | "most";

export const match = (index: SearchIndex, wanted: readonly Wanted[], demand: Demand): Match => {
  const { entries } = index;
  const scores = new Float32Array(entries.length);
  const hits = new Uint8Array(entries.length);
  const last = new Uint8Array(entries.length);
  const best = new Float32Array(entries.length);
  const touched: number[] = [];
  wanted.forEach(({ spelled, meant = [] }, nth) => {
    for (const term of [...spelled, ...meant])
      eachHit(index, term, (slot, hit) => {
        const score = spelled.includes(term) ? hit : hit * synonymWorth;
        if (hits[slot] === 0) touched.push(slot);
        if (last[slot] !== nth + 1) {
          hits[slot] = (hits[slot] ?? 0) + 1;
          last[slot] = nth + 1;
          best[slot] = 0;
        }
        // Of what counts as one word the best counts: having it and its synonym is not having two.
        const known = best[slot] ?? 0;
        if (score <= known) return;
        best[slot] = score;
        scores[slot] = (scores[slot] ?? 0) + score - known;
      });
  });
  const having = (count: number) => touched.filter((slot) => (hits[slot] ?? 0) >= count);
  const needed =
    demand === "all"
      ? wanted.length
      : touched.reduce((max, slot) => Math.max(max, hits[slot] ?? 0), 1);
  const slots = having(needed);
  const phrase = wanted.map(({ term }) => term).join(" ");
  return {
    slots,
    scoreOf: (slot) => {
      const entry = entries[slot];
      if (!entry) return 0;
      const named = phrase !== "" && entry.title.includes(` ${phrase} `) ? 1.15 : 1;
      return (scores[slot] ?? 0) * named * liking(entry);
    },
  };
};

const eachHit = (
  { postings, entries, size }: SearchIndex,
  term: string,
  receive: (slot: number, score: number) => void,
): void => {
  const posting = postings.get(term);
  if (!posting) return;
  const rarity = Math.log(1 + (size() - posting.size + 0.5) / (posting.size + 0.5));
  // What changed its words left its old slots in the posting: more places than products.
  const idf = Math.max(rarity || 0, 0.1);
  for (let nth = 0; nth < posting.size; nth++) {
    const slot = posting.slots[nth] ?? 0;
    if (!entries[slot]) continue;
    const weight = posting.weights[nth] ?? 0;
    receive(slot, (idf * weight * (k1 + 1)) / (weight + k1));
  }
};

/** At most a tenth: a good name for what was asked for matters more. */
const liking = (entry: { ratingSum: number; ratingCount: number; available: number }): number => {
  const rating = (entry.ratingSum + 17.5) / (entry.ratingCount + 5);
  return 1 + (rating - 3.5) / 30 + (entry.available > 0 ? 0.05 : 0);
};
