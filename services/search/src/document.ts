import {
  offersOf,
  shelfLabel,
  type Attributes,
  type Language,
  type LocalizedText,
  type PriceChanged,
  type Product,
  type ProductId,
  type ProductStatus,
  type ProductStatusChanged,
  type ReviewAdded,
  type ShelfLabel,
} from "@wares/contracts";

/** Name, value, and the colour by which the value is shown. */
export type Fact = readonly [name: string, value: string, swatch?: string];

export type Words = Readonly<{
  name: LocalizedText;
  description: LocalizedText;
  skus: readonly string[];
  facts: Readonly<{ en: readonly Fact[]; zh?: readonly Fact[] }>;
}>;

/** A product as it is found: its words, its label, and what is thought of it. */
export type Document = Readonly<{
  productId: ProductId;
  /** Words, prices and status come in events of their own; each counts its own age. */
  revision: number;
  priceRevision: number;
  status: ProductStatus;
  words: Words;
  label: ShelfLabel;
  ratingSum: number;
  ratingCount: number;
}>;

export type Opinion = Readonly<{ ratingSum: number; ratingCount: number }>;
const none: Opinion = { ratingSum: 0, ratingCount: 0 };

/** The whole product as it is now. Prices that are newer than it stay. */
export const withProduct = (
  before: Document | undefined,
  product: Product,
  { ratingSum, ratingCount }: Opinion = before ?? none,
): Document => {
  const opinion = { ratingSum, ratingCount };
  if (before && product.revision < before.revision) return { ...before, ...opinion };
  const fresh = shelfLabel(product);
  const areNewerPrices = before && product.revision < before.priceRevision;
  return {
    productId: product.id,
    revision: product.revision,
    priceRevision: Math.max(product.revision, before?.priceRevision ?? 0),
    status: product.status,
    words: wordsOf(product),
    label: areNewerPrices ? { ...fresh, offers: newest(fresh, before.label) } : fresh,
    ...opinion,
  };
};

const newest = ({ offers }: ShelfLabel, known: ShelfLabel): ShelfLabel["offers"] =>
  offers.map((offer) => known.offers.find(({ sku }) => sku === offer.sku) ?? offer);

export const withPrice = (
  before: Document,
  { sku, newPrices, newSalePrices, revision }: PriceChanged["data"],
): Document => {
  // A change of many prices says each under the same revision: only what is older is dropped.
  if (revision < before.priceRevision) return before;
  const offers = before.label.offers.map((offer) =>
    offer.sku === sku
      ? { sku, prices: newPrices, ...(newSalePrices && { salePrices: newSalePrices }) }
      : offer,
  );
  return { ...before, priceRevision: revision, label: { ...before.label, offers } };
};

export const withStatus = (
  before: Document,
  { newStatus, revision }: ProductStatusChanged["data"],
): Document => (revision < before.revision ? before : { ...before, status: newStatus });

/** Opinions are counted up; fewer than we know of is old news. */
export const withReview = (
  before: Document,
  { ratingSum, ratingCount }: ReviewAdded["data"],
): Document => (ratingCount < before.ratingCount ? before : { ...before, ratingSum, ratingCount });

const wordsOf = (product: Product): Words => {
  const { name, description, attributes } = product;
  const en = factsIn(product, "en");
  return {
    name,
    description,
    skus: [...new Set([product.sku, ...offersOf(product).map(({ sku }) => sku)])],
    facts: { en, ...(attributes.zh && { zh: factsIn(product, "zh") }) },
  };
};

const factLengthMax = 200;
/** What is said of the product and of each of its variants, each once. */
const factsIn = ({ attributes, variants }: Product, language: Language): readonly Fact[] => {
  const say = (one: Attributes) => Object.entries(one[language] ?? one.en);
  const facts = new Map<string, Fact>();
  for (const [name, value] of say(attributes))
    if (value.length <= factLengthMax) facts.set(`${name}:${value}`, [name, value]);
  for (const { attributes: own, swatch } of variants)
    for (const [name, value] of say(own).filter(([, text]) => text.length <= factLengthMax))
      facts.set(
        `${name}:${value}`,
        swatch && isColour(name) ? [name, value, swatch] : [name, value],
      );
  return [...facts.values()];
};
const isColour = (name: string): boolean => /colou?r|颜色|色/i.test(name);
