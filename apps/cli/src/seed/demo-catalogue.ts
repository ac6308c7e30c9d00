import {
  CategoryId,
  parse,
  Product,
  ProductId,
  ReviewId,
  Sku,
  VariantId,
  type Attributes,
  type Language,
  type NewCategoryRequest,
  type ProductVariant,
} from "@wares/contracts";
import type { DemoFamily, DemoProduct, DemoVariant, tones as allTones } from "@wares/demo-shop";
import { idOf } from "@wares/platform";
import { slugsFor } from "@wares/products/slug";
import { picturesOf, type TonedImage } from "./demo-pictures.ts";
import type { Forms } from "./pictures.ts";

export type NewReview = Readonly<{
  id: ReviewId;
  productId: ProductId;
  rating: number;
  title: string;
  text: string;
  language: Language;
  author: string;
  createdAt: string;
}>;
export type NewStock = Readonly<{
  sku: Sku;
  quantity: number;
  lowStockThreshold?: number;
  reorderPoint?: number;
}>;
export type DemoCatalogue = Readonly<{
  categories: readonly NewCategoryRequest[];
  products: readonly Product[];
  reviews: readonly NewReview[];
  stock: readonly NewStock[];
}>;

/** The demo shop in the words of the contracts. The same every time but for the days, which are told from `now`. */
export const demoCatalogue = (
  families: readonly DemoFamily[],
  tones: typeof allTones,
  now: Date,
  forms: Forms = {},
): DemoCatalogue => {
  const ago = (days: number) => new Date(now.getTime() - days * dayMs).toISOString();
  const goods = families.flatMap((family) => family.products);
  return {
    categories: families.map(categoryOf),
    products: goods.map((one) => productOf(one, { tones, forms, createdAt: ago(one.daysAgo) })),
    reviews: goods.flatMap((product) =>
      product.reviews.map(({ daysAgo, ...review }, nth) => ({
        id: idOf(ReviewId, "demo", product.key, String(nth)),
        productId: idOf(ProductId, "demo", product.key),
        ...review,
        createdAt: ago(daysAgo),
      })),
    ),
    stock: goods.flatMap((product) =>
      product.variants.map((variant) => ({
        sku: skuOf(product, variant),
        quantity: variant.stock,
        lowStockThreshold: 5,
        reorderPoint: 10,
      })),
    ),
  };
};

const dayMs = 86_400_000;

const categoryId = (family: string): CategoryId => idOf(CategoryId, "demo", family);

const categoryOf = ({ key, name, description }: DemoFamily, nth: number): NewCategoryRequest => ({
  id: categoryId(key),
  slug: { en: key, zh: slugsFor(name, key).zh ?? key },
  name: { ...name },
  description: { ...description },
  sortOrder: nth * 10,
});

type About = Readonly<{ tones: typeof allTones; forms: Forms; createdAt: string }>;

const productOf = (product: DemoProduct, { tones, forms, createdAt }: About): Product => {
  const { key, family, brand, name, description, attributes, prices, salePrices } = product;
  const pictures = picturesOf(product, forms);
  const slug = slugsFor(name, key);
  return parse(Product, {
    id: idOf(ProductId, "demo", key),
    revision: 1,
    status: "Active",
    // The key is written to be read, and stays when a name is polished.
    slug: { ...slug, en: key },
    name: { ...name },
    description: { ...description },
    brand,
    categoryId: categoryId(family),
    categoryPath: [categoryId(family)],
    sku: parse(Sku, key.toUpperCase().slice(0, skuLengthMax)),
    prices: { ...prices },
    ...(salePrices && { salePrices: { ...salePrices } }),
    attributes: {
      en: Object.fromEntries(attributes.map((one) => [one.name.en, one.value.en])),
      zh: Object.fromEntries(attributes.map((one) => [one.name.zh, one.value.zh])),
    },
    variants: product.variants.map((variant) => variantOf(product, variant, pictures, tones)),
    images: pictures.map(({ image }) => image),
    createdAt,
  });
};

const variantOf = (
  product: DemoProduct,
  variant: DemoVariant,
  pictures: readonly TonedImage[],
  tones: typeof allTones,
): ProductVariant => {
  const sku = skuOf(product, variant);
  const tone = Object.entries(tones).find(([name]) => name === variant.tone)?.[1];
  const salePrices = variant.prices ? undefined : product.salePrices;
  return {
    id: idOf(VariantId, "demo", sku),
    sku,
    attributes: choices(variant),
    ...(tone && { swatch: tone.swatch }),
    prices: { ...(variant.prices ?? product.prices) },
    ...(salePrices && { salePrices: { ...salePrices } }),
    images: pictures.filter((one) => one.tone === variant.tone).map(({ image }) => image.id),
  };
};

const choices = ({ colour, size }: DemoVariant): Attributes => ({
  en: { ...(colour && { Colour: colour.en }), ...(size && { Size: size.en }) },
  zh: { ...(colour && { 颜色: colour.zh }), ...(size && { 尺寸: size.zh }) },
});

const skuLengthMax = 64;

/** SKERRY-MUG-CELADON-250-ML */
const skuOf = ({ key }: DemoProduct, { tone, size }: DemoVariant): Sku => {
  const choice = [tone, size?.en].flatMap((one) => one ?? []).join("-");
  const suffix = choice
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toUpperCase();
  const stem = key.toUpperCase();
  if (suffix === "") return parse(Sku, stem.slice(0, skuLengthMax));
  return parse(Sku, `${stem.slice(0, skuLengthMax - 1 - suffix.length)}-${suffix}`);
};
