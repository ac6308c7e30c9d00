// Words as they are looked up: without case, accents and plural endings. Chinese has no spaces; it
// is indexed by characters and pairs of them, and a question is cut into words first.

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const runs = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+|[\p{L}\p{N}]+/gu;
const isIdeographic = (run: string): boolean =>
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(run);

const plain = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase();

/** A word that runs letters of two scripts together is cut where the script changes. */
const runsIn = (text: string): readonly string[] =>
  (plain(text).match(runs) ?? []).flatMap((run) =>
    isIdeographic(run) ? [run] : (run.match(/[\p{sc=Han}]+|[^\p{sc=Han}]+/gu) ?? []),
  );

/** English plurals, lightly: a stem that is no word would be shown to nobody, but would match too much. */
export const singular = (word: string): string => {
  if (word.length < 4 || /\d/.test(word) || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word;
  if (/(sh|ch|x|ss|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
};

export type Token = Readonly<{ term: string; word: string }>;

/** What a text is found by. */
export const tokensOf = (text: string): readonly Token[] =>
  runsIn(text).flatMap((run) =>
    isIdeographic(run) ? gramsOf(run) : [{ term: singular(run), word: run }],
  );

const gramsOf = (run: string): readonly Token[] => {
  const signs = Array.from(run);
  const pairs = signs.slice(1).map((sign, nth) => `${signs[nth]}${sign}`);
  return [...signs, ...pairs].map((term) => ({ term, word: term }));
};

/** What a question looks for: words, and of longer Chinese words the pairs they are made of. */
export const termsOf = (query: string): readonly string[] => {
  const terms = runsIn(query).flatMap((run) => {
    if (!isIdeographic(run)) return [singular(run)];
    return [...segmenter.segment(run)].flatMap(({ segment }) => {
      const signs = Array.from(segment);
      return signs.length <= 2
        ? [segment]
        : signs.slice(1).map((sign, nth) => `${signs[nth]}${sign}`);
    });
  });
  return [...new Set(terms)];
};
