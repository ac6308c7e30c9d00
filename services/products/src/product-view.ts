import {
  cardFrom,
  inLanguage,
  inOrder,
  offersOf,
  salePriceOf,
  type LocaleQuery,
  type Offer,
  type Product,
  type ProductStatus,
  type ProductView,
  type Sku,
} from "@wares/contracts";
import type {
  CategoryId,
  LabelFacts,
  LocalizedText,
  ShelfLabel,
  StaffProduct,
} from "@wares/contracts";

export type Stock = ReadonlyMap<Sku, number>;

/** Only what is Active is sold, whatever lies on the shelf. */
export const availableIn = (
  offers: readonly Offer[],
  stock: Stock,
  status: ProductStatus = "Active",
): number =>
  status === "Active" ? offers.reduce((sum, { sku }) => sum + (stock.get(sku) ?? 0), 0) : 0;

export type Shown = Readonly<{
  product: Product;
  label: ShelfLabel;
  breadcrumbs: readonly Readonly<{ id: CategoryId; slug: LocalizedText; name: LocalizedText }>[];
  updatedAt: string;
  facts: LabelFacts;
}>;

export const productView = (
  { product, label, breadcrumbs, updatedAt, facts }: Shown,
  stock: Stock,
  locale: LocaleQuery,
): ProductView => {
  const { language, currency } = locale;
  const say = (text: LocalizedText) => inLanguage(text, language);
  const crumbs = breadcrumbs.map(({ id, slug, name }) => ({
    id,
    slug: say(slug),
    name: say(name),
  }));
  const images = inOrder(product.images);
  const urlOf = new Map(images.map(({ id, url }) => [id, url]));
  const money = (amount: number) => ({ amount, currency });
  const variants = offersOf(product).map((offer, nth) => {
    const variant = product.variants[nth];
    const sale = salePriceOf(offer, currency);
    return {
      ...(variant && { id: variant.id }),
      sku: offer.sku,
      attributes: variant ? (variant.attributes[language] ?? variant.attributes.en) : {},
      ...(variant?.swatch && { swatch: variant.swatch }),
      price: money(offer.prices[currency]),
      ...(sale !== undefined && { salePrice: money(sale) }),
      available: availableIn([offer], stock, product.status),
      images: variant
        ? variant.images.flatMap((id) => urlOf.get(id) ?? [])
        : images.map(({ url }) => url),
    };
  });
  return {
    ...cardFrom(label, { ...facts, familyKey: breadcrumbs[0]?.slug.en }, locale),
    description: say(product.description),
    status: product.status,
    category: crumbs.at(-1) ?? { id: product.categoryId, slug: "", name: "" },
    breadcrumbs: crumbs,
    attributes: product.attributes[language] ?? product.attributes.en,
    images: images.map(({ id, url, altText }) => ({ id, url, altText: say(altText) })),
    variants,
    slugs: product.slug,
    updatedAt,
  };
};

export const staffView = ({ product, updatedAt, facts }: Shown): StaffProduct => ({
  ...product,
  updatedAt,
  ...(facts.ratingCount > 0 && {
    rating: { average: facts.ratingSum / facts.ratingCount, count: facts.ratingCount },
  }),
});
