import type { LocalizedText } from "@wares/contracts";
import type { Document } from "./document.ts";
import { tokensOf } from "./tokens.ts";

/**
 * How much a word weighs by where it stands, and how long a usual text there is: in a longer one each
 * word says less. Every place has a length of its own, or a product with a long specification would
 * be found for nothing in it. Measured on the Icecat queries: see README.
 */
const places = {
  name: { weight: 4, usual: 12 },
  sku: { weight: 3, usual: 3 },
  brand: { weight: 2.5, usual: 2 },
  category: { weight: 2, usual: 3 },
  fact: { weight: 1, usual: 40 },
  description: { weight: 1, usual: 40 },
};
type Place = (typeof places)[keyof typeof places];
const lengthMatters = 0.6;

export type Weighed = Readonly<{
  weights: ReadonlyMap<string, number>;
  /** The words of its name in a row. */
  title: string;
  /** Terms of names as somebody wrote them: what is suggested is a word, not a stem. */
  spellings: ReadonlyMap<string, string>;
}>;

export const weigh = (
  { words, label }: Document,
  categoryNames: readonly LocalizedText[],
): Weighed => {
  const weights = new Map<string, number>();
  const spellings = new Map<string, string>();
  const add = (texts: readonly (string | undefined)[], { weight, usual }: Place) => {
    const tokens = texts.flatMap((text) => tokensOf(text ?? ""));
    const each = weight / (1 - lengthMatters + (lengthMatters * tokens.length) / usual);
    for (const { term, word } of tokens) {
      weights.set(term, (weights.get(term) ?? 0) + each);
      if (weight >= places.brand.weight && !spellings.has(term)) spellings.set(term, word);
    }
    return tokens;
  };
  const { name, description, skus, facts } = words;
  const title = add([name.en, name.zh], places.name);
  add(skus, places.sku);
  add([label.brand], places.brand);
  add(
    categoryNames.flatMap(({ en, zh }) => [en, zh]),
    places.category,
  );
  const values = [...facts.en, ...(facts.zh ?? [])].map(([, value]) => value);
  add(values, places.fact);
  add([description.en, description.zh], places.description);
  return { weights, title: ` ${title.map(({ term }) => term).join(" ")} `, spellings };
};
