import { offersOf, salePriceOf, shelfLabel, currencies, inOrder } from "@wares/contracts";
import type { CategoryId, Product, ProductId, Sku } from "@wares/contracts";

/** A product as its table holds it. */
export type ProductRow = {
  product_id: ProductId;
  revision: number;
  status: Product["status"];
  category_id: CategoryId;
  category_path: CategoryId[];
  sku: Sku;
  brand: string;
  slug: Product["slug"];
  name: Product["name"];
  description: Product["description"];
  attributes: Product["attributes"];
  prices: Product["prices"];
  sale_prices: Product["prices"] | null;
  variants: Product["variants"];
  images: Product["images"];
  created_at: string;
};

export const fromRow = (row: ProductRow): Product => ({
  id: row.product_id,
  revision: row.revision,
  status: row.status,
  slug: row.slug,
  name: row.name,
  description: row.description,
  brand: row.brand,
  categoryId: row.category_id,
  categoryPath: row.category_path,
  sku: row.sku,
  prices: row.prices,
  ...(row.sale_prices && { salePrices: row.sale_prices }),
  attributes: row.attributes,
  variants: row.variants,
  images: row.images,
  createdAt: row.created_at,
});

export const toRow = (product: Product, fingerprint?: string) => ({
  product_id: product.id,
  revision: product.revision,
  status: product.status,
  category_id: product.categoryId,
  sku: product.sku,
  brand: product.brand,
  slug: product.slug,
  name: product.name,
  description: product.description,
  attributes: product.attributes,
  prices: product.prices,
  sale_prices: product.salePrices,
  variants: product.variants,
  images: product.images,
  label: shelfLabel(product),
  is_on_sale: offersOf(product).some((offer) =>
    currencies.some((currency) => salePriceOf(offer, currency) !== undefined),
  ),
  fingerprint,
  staff_text: [product.name.en, product.name.zh, product.brand, ...skusOf(product)]
    .join(" ")
    .toLowerCase(),
  created_at: product.createdAt,
});

export const skusOf = ({ sku, variants }: Product): readonly Sku[] => [
  ...new Set([sku, ...variants.map((variant) => variant.sku)]),
];

export const slugRows = ({ id, slug }: Product) => [
  { product_id: id, language: "en", slug: slug.en },
  ...(slug.zh ? [{ product_id: id, language: "zh", slug: slug.zh }] : []),
];

/** A product without variants is bought under its own SKU; one with variants never is. */
export const skuRows = (product: Product) => {
  const { id: product_id, sku, prices, salePrices, variants } = product;
  const images = inOrder(product.images);
  const sold = variants.map((variant) => ({
    product_id,
    sku: variant.sku,
    variant_id: variant.id,
    is_sold: true,
    prices: variant.prices,
    sale_prices: variant.salePrices,
    attributes: variant.attributes,
    image_url: (images.find(({ id }) => variant.images.includes(id)) ?? images[0])?.url,
  }));
  if (sold.some((one) => one.sku === sku)) return sold;
  const own = {
    product_id,
    sku,
    is_sold: sold.length === 0,
    prices,
    sale_prices: salePrices,
    attributes: { en: {} },
    image_url: images[0]?.url,
  };
  return [own, ...sold];
};
