import type { LocalizedText } from "@wares/contracts";
import type { Document } from "./document.ts";
import { createPostings } from "./postings.ts";
import { weigh } from "./word-weights.ts";

/** Which words stand where, and how they are written. */
export const createWordIndex = () => {
  const postings = createPostings();
  /** A term as somebody wrote it: what is suggested is a word, not a stem. */
  const spellings = new Map<string, string>();
  return {
    postings,
    spellings,
    /** Answers the words of the name in a row. */
    add: (slot: number, document: Document, categoryNames: readonly LocalizedText[]): string => {
      const weighed = weigh(document, categoryNames);
      for (const [term, weight] of weighed.weights) postings.add(term, slot, weight);
      for (const [term, word] of weighed.spellings)
        if (!spellings.has(term)) spellings.set(term, word);
      return weighed.title;
    },
  };
};
