import { amountOf, currencies, salePriceOf, type ShelfLabel } from "@wares/contracts";
import type { Document } from "./document.ts";
import type { Stored } from "./facet-values.ts";
import { bandOf } from "./price-bands.ts";

/** A product as it stands in the index. What changes often is changed in place. */
export type Entry = {
  slot: number;
  revision: number;
  label: ShelfLabel;
  /** Its name's words in a row, for what was asked for as a phrase. */
  title: string;
  facts: Readonly<{ en: Stored; zh?: Stored }>;
  /** Its category and those above it, as numbers. */
  categories: readonly number[];
  brand: number;
  /** The lowest price in each currency, and whether it is lowered, in the order of `currencies`. */
  amounts: readonly number[];
  bands: readonly number[];
  isLowered: readonly boolean[];
  ratingSum: number;
  ratingCount: number;
  available: number;
  createdAt: number;
};

const pricesOf = ({ offers }: ShelfLabel) => {
  const amounts = currencies.map((currency) =>
    Math.min(...offers.map((offer) => amountOf(offer, currency))),
  );
  const isLowered = currencies.map((currency) =>
    offers.some((offer) => salePriceOf(offer, currency) !== undefined),
  );
  return { amounts, bands: amounts.map(bandOf), isLowered };
};

type Placed = Pick<Entry, "slot" | "title" | "facts" | "categories" | "brand" | "available">;

const mutable = ({ label, ratingSum, ratingCount }: Document) => ({
  label,
  ratingSum,
  ratingCount,
  ...pricesOf(label),
});

export const entryOf = (document: Document, placed: Placed): Entry => ({
  ...placed,
  ...mutable(document),
  revision: document.revision,
  createdAt: Date.parse(document.label.createdAt),
});

/** The same words at another price, or praised once more. */
export const refresh = (entry: Entry, document: Document): void =>
  void Object.assign(entry, mutable(document));
