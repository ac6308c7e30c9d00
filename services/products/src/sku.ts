import { parse, Sku } from "@wares/contracts";
import { slugify } from "./slug.ts";

// A generated SKU can be read aloud and says roughly what it is: BRAND-CATEGORY-NAME-number.

const letters = (text: string, max: number): string =>
  slugify(text)
    .replace(/[^a-z0-9]/g, "")
    .slice(0, max)
    .toUpperCase();

export const skuStem = (brand: string, category: string, name: string): string =>
  [letters(brand, 5), letters(category, 5), letters(name, 8)].filter(Boolean).join("-") || "ITEM";

const tries = 10_000;

/** The first number that is free; the caller knows which are taken. */
export const numbered = (stem: string, isTaken: (sku: string) => boolean): Sku => {
  for (let number = 1; number <= tries; number++) {
    const sku = `${stem}-${String(number).padStart(3, "0")}`;
    if (!isTaken(sku)) return parse(Sku, sku);
  }
  throw new Error(`Invariant broken: ${tries} products share the SKU stem ${stem}`);
};

/** A variant's own, from what sets it apart: TEAPOT-001-BLUE. */
export const variantSku = (
  sku: Sku,
  attributes: Readonly<Record<string, string>>,
  isTaken: (sku: string) => boolean,
): Sku => {
  const marks = Object.values(attributes).map((value) => letters(value, 6));
  const stem = [sku.slice(0, 40), ...marks.filter(Boolean).slice(0, 2)].join("-");
  return marks.length > 0 && !isTaken(stem) ? parse(Sku, stem) : numbered(stem, isTaken);
};
