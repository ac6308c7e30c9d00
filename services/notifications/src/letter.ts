import type { Language } from "@wares/contracts";

// A letter is data: what it says, in one language. How it looks is letter-html.ts, how it reads without
// pictures is letter-text.ts, and neither knows what any letter is about.

export type LetterLine = Readonly<{
  name: string;
  note: string;
  price: string;
  pictureUrl?: string;
}>;
export type Letter = Readonly<{
  language: Language;
  subject: string;
  heading: string;
  paragraphs: readonly string[];
  button?: Readonly<{ text: string; url: string }>;
  lines?: readonly LetterLine[];
  /** Label and value, such as totals and tracking; the last total is the one that counts. */
  totals?: readonly (readonly [string, string])[];
  facts?: readonly (readonly [string, string])[];
  address?: Readonly<{ title: string; lines: readonly string[] }>;
  footnote: string;
}>;

export type Written = Readonly<{ subject: string; html: string; text: string }>;

const subjectMax = 200;
/** One line, without what could begin another header or turn the reading direction around. */
export const oneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .trim()
    .slice(0, subjectMax)
    .toWellFormed();
