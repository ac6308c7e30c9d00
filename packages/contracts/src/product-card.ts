import type { Product, ProductImage, ProductVariant } from "./products.events.ts";
import type { ProductCard } from "./products.http.ts";
import type { CategoryId, Currency, Language, LocalizedText, Sku } from "./vocabulary.ts";
import type { Money, PriceTable, ProductId } from "./vocabulary.ts";

// How a product becomes what its shelf label says. The catalogue and the search show the same label,
// so the rule is here once; it knows no clock, no database and no service.

/** A SKU that can be bought. */
export type Offer = Readonly<{ sku: Sku; prices: PriceTable; salePrices?: PriceTable }>;
type LabelPicture = Readonly<{ url: string; altText: LocalizedText }>;
type Colour = Readonly<{ name: LocalizedText; swatch: string; picture?: LabelPicture }>;

/** Everything a card says that does not depend on the reader, on stock or on other shoppers. */
export type ShelfLabel = Readonly<{
  id: ProductId;
  sku: Sku;
  slug: LocalizedText;
  name: LocalizedText;
  brand: string;
  categoryPath: readonly CategoryId[];
  offers: readonly Offer[];
  picture?: LabelPicture;
  colours: readonly Colour[];
  fact?: LocalizedText;
  createdAt: string;
}>;

export const inLanguage = (text: LocalizedText, language: Language): string =>
  text[language] ?? text.en;

export const offersOf = ({ sku, prices, salePrices, variants }: Product): readonly Offer[] =>
  (variants.length > 0 ? variants : [{ sku, prices, ...(salePrices && { salePrices }) }]).map(
    (one) => ({
      sku: one.sku,
      prices: one.prices,
      ...(one.salePrices && { salePrices: one.salePrices }),
    }),
  );

export const shelfLabel = (product: Product): ShelfLabel => {
  const { id, sku, slug, name, brand, categoryPath, createdAt } = product;
  const images = inOrder(product.images);
  const picture = pictureOf(images[0]);
  const fact = factOf(product);
  return {
    id,
    sku,
    slug,
    name,
    brand,
    categoryPath,
    createdAt,
    offers: offersOf(product),
    ...(picture && { picture }),
    colours: coloursOf(product.variants, images),
    ...(fact && { fact }),
  };
};

/** The primary picture first, the others as staff ordered them. */
export const inOrder = (images: readonly ProductImage[]): readonly ProductImage[] =>
  images.toSorted(
    (one, other) =>
      Number(other.isPrimary) - Number(one.isPrimary) || one.sortOrder - other.sortOrder,
  );

const pictureOf = (image: ProductImage | undefined): LabelPicture | undefined =>
  image && { url: image.url, altText: image.altText };

const coloursOf = (
  variants: readonly ProductVariant[],
  images: readonly ProductImage[],
): readonly Colour[] => {
  const bySwatch = new Map<string, Colour>();
  for (const { swatch, attributes, images: own } of variants) {
    if (!swatch || bySwatch.has(swatch)) continue;
    const picture = pictureOf(images.find(({ id }) => own.includes(id)));
    const en = attributes.en["Colour"] ?? attributes.en["Color"] ?? first(attributes.en) ?? swatch;
    const zh = attributes.zh && (attributes.zh["颜色"] ?? first(attributes.zh));
    bySwatch.set(swatch, {
      name: { en, ...(zh && { zh }) },
      swatch,
      ...(picture && { picture }),
    });
  }
  return [...bySwatch.values()];
};

const first = (attributes: Readonly<Record<string, string>>): string | undefined =>
  Object.values(attributes)[0];

// A label has room for a word or two; a paragraph is no fact.
const factLengthMax = 60;
const factOf = ({ attributes: { en, zh } }: Product): LocalizedText | undefined => {
  const english = en["Material"] ?? first(en);
  if (!english || english.length > factLengthMax) return undefined;
  const chinese = zh && (zh["材质"] ?? first(zh));
  return { en: english, ...(chinese && chinese.length <= factLengthMax && { zh: chinese }) };
};

/** What a shopper pays for it in this currency: the sale price where there is one that is lower. */
export const salePriceOf = ({ prices, salePrices }: Offer, currency: Currency) => {
  const amount = salePrices?.[currency];
  return amount !== undefined && amount < prices[currency] ? amount : undefined;
};
export const amountOf = (offer: Offer, currency: Currency): number =>
  salePriceOf(offer, currency) ?? offer.prices[currency];

/** What is not on the label itself: what others think of it, and how many are there. */
export type LabelFacts = Readonly<{
  available: number;
  ratingSum: number;
  ratingCount: number;
  familyKey?: string | undefined;
}>;

/** At most so many left are told, so that nobody learns the stock of the shop. */
const fewLeft = 5;

export const cardFrom = (
  label: ShelfLabel,
  { available, ratingSum, ratingCount, familyKey }: LabelFacts,
  { language, currency }: Readonly<{ language: Language; currency: Currency }>,
): ProductCard => {
  const say = (text: LocalizedText) => inLanguage(text, language);
  const show = ({ url, altText }: LabelPicture) => ({ url, altText: say(altText) });
  const { offer, isRange } = cheapest(label.offers, currency);
  const sale = salePriceOf(offer, currency);
  const price = (amount: number): Money => ({ amount, currency });
  return {
    id: label.id,
    sku: label.sku,
    brand: label.brand,
    createdAt: label.createdAt,
    slug: say(label.slug),
    name: say(label.name),
    price: price(offer.prices[currency]),
    ...(sale !== undefined && { salePrice: price(sale) }),
    hasPriceRange: isRange,
    ...(label.picture && { picture: show(label.picture) }),
    ...(ratingCount > 0 && {
      rating: { average: Math.round((100 * ratingSum) / ratingCount) / 100, count: ratingCount },
    }),
    colours: label.colours.map(({ name, swatch, picture }) => ({
      name: say(name),
      swatch,
      ...(picture && { picture: show(picture) }),
    })),
    ...(label.fact && { fact: say(label.fact) }),
    ...(familyKey && { familyKey }),
    isInStock: available > 0,
    ...(available > 0 && available <= fewLeft && { left: available }),
  };
};

const cheapest = (offers: readonly Offer[], currency: Currency) => {
  const sorted = offers.toSorted((a, b) => amountOf(a, currency) - amountOf(b, currency));
  const [offer, last] = [sorted[0], sorted.at(-1)];
  if (!offer || !last) throw new Error("Invariant broken: a product has at least one offer");
  return { offer, isRange: amountOf(offer, currency) !== amountOf(last, currency) };
};
