import type { SearchIndex } from "./search-index.ts";

/** How many letters are missing, too many, wrong or swapped; more than `max` is not counted. */
export const distance = (one: string, other: string, max: number): number => {
  if (Math.abs(one.length - other.length) > max) return max + 1;
  let [older, old] = [new Array<number>(), Array.from({ length: other.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      let cost = Math.min(
        (old[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (old[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > max) return max + 1;
    [older, old] = [old, row];
  }
  return old[other.length] ?? max + 1;
};

/** Which letters a word has, a bit for each: words that share too few need not be compared. */
const lettersOf = (word: string): number => {
  let letters = 0;
  for (let nth = 0; nth < word.length; nth++) letters |= 1 << (word.charCodeAt(nth) & 31);
  return letters;
};
const bitsIn = (bits: number): number => {
  let [left, count] = [bits, 0];
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
};

type Known = Readonly<{ term: string; letters: number }>;

/** The nearest word we have, the more usual where two are as near. Short words and figures are left alone. */
export const createSpeller = ({ postings, spellings }: SearchIndex) => {
  const byLength = new Map<number, Known[]>();
  let counted = 0;
  const refresh = () => {
    if (counted === postings.size()) return;
    counted = postings.size();
    byLength.clear();
    for (const term of postings.terms())
      if (/^\p{L}+$/u.test(term)) {
        const known = { term, letters: lettersOf(term) };
        const same = byLength.get(term.length);
        if (same) same.push(known);
        else byLength.set(term.length, [known]);
      }
  };
  return (word: string): string | undefined => {
    if (word.length < 4 || !/^\p{L}+$/u.test(word)) return undefined;
    refresh();
    const max = word.length < 6 ? 1 : 2;
    const letters = lettersOf(word);
    let best: { term: string; score: number } | undefined;
    for (let length = word.length - max; length <= word.length + max; length++)
      for (const known of byLength.get(length) ?? []) {
        if (bitsIn(known.letters ^ letters) > max * 2) continue;
        const far = distance(word, known.term, max);
        if (far > max) continue;
        const isSameStart = known.term[0] === word[0];
        const score =
          far + (isSameStart ? 0 : 0.5) - Math.log1p(postings.frequency(known.term)) / 20;
        if (!best || score < best.score) best = { term: known.term, score };
      }
    return best && (spellings.get(best.term) ?? best.term);
  };
};
export type Speller = ReturnType<typeof createSpeller>;
