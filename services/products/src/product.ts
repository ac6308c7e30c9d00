import {
  PriceChanged,
  ProductCreated,
  ProductStatusChanged,
  ProductUpdated,
} from "@wares/contracts";
import type { PriceTable, Product, ProductStatus, Sku } from "@wares/contracts";
import { invariant, type Decider, type Decision, type Refusal } from "@wares/platform";
import { canonical } from "./canonical.ts";
import { refusals } from "./refusals.ts";

export type ProductState = { status: "none" } | Product;
export type ProductEvent = ProductCreated | ProductUpdated | ProductStatusChanged | PriceChanged;

export type Price = Readonly<{ sku: Sku; prices: PriceTable; salePrices?: PriceTable }>;
export type Edit = Pick<
  Product,
  | "name"
  | "description"
  | "brand"
  | "categoryId"
  | "categoryPath"
  | "attributes"
  | "images"
  | "slug"
>;

export type ProductCommand =
  | { type: "create"; product: Product }
  | { type: "edit"; edit: Edit }
  | { type: "changePrices"; prices: readonly Price[]; from: string }
  | { type: "changeStatus"; status: ProductStatus };

// What was once sold stays readable for its buyers, so nothing returns to Draft; what is
// discontinued is replaced by another product, under another SKU.
const legal: Readonly<Record<ProductStatus, readonly ProductStatus[]>> = {
  Draft: ["Active", "Discontinued"],
  Active: ["Inactive", "Discontinued"],
  Inactive: ["Active", "Discontinued"],
  Discontinued: [],
};

const decide = (state: ProductState, command: ProductCommand): Decision<ProductEvent> => {
  if (command.type === "create") return create(state, command.product);
  if (state.status === "none") return refusals.notFound;
  switch (command.type) {
    case "edit":
      return edit(state, command.edit);
    case "changePrices":
      return changePrices(state, command.prices, command.from);
    case "changeStatus":
      return changeStatus(state, command.status);
  }
};

const create = (state: ProductState, product: Product): Decision<ProductEvent> => {
  const wrong = mispriced([product, ...product.variants]);
  if (wrong) return wrong;
  if (state.status === "none") return [ProductCreated({ productId: product.id, product })];
  // The same request again is a retry; what was generated for it is not compared.
  const isRetry = canonical(asked(state)) === canonical(asked(product));
  return isRetry ? [] : refusals.alreadyExists;
};

const asked = ({
  name,
  description,
  brand,
  categoryId,
  attributes,
  prices,
  variants,
}: Product) => ({
  name,
  description,
  brand,
  categoryId,
  attributes,
  prices,
  variants: variants.map((one) => ({ attributes: one.attributes, prices: one.prices })),
});

const edit = (product: Product, changes: Edit): Decision<ProductEvent> => {
  const kept = new Set(changes.images.map(({ id }) => id));
  const variants = product.variants.map((variant) => ({
    ...variant,
    images: variant.images.filter((id) => kept.has(id)),
  }));
  const next = { ...product, ...changes, variants };
  if (canonical(next) === canonical(product)) return [];
  return [updated({ ...next, revision: product.revision + 1 })];
};

const changePrices = (
  product: Product,
  prices: readonly Price[],
  from: string,
): Decision<ProductEvent> => {
  if (new Set(prices.map(({ sku }) => sku)).size < prices.length) return refusals.pricedTwice;
  const wrong = mispriced(prices);
  if (wrong) return wrong;
  const known = new Map(pricesOf(product).map((price) => [price.sku, price]));
  if (prices.some(({ sku }) => !known.has(sku))) return refusals.unknownSku;
  const before = prices.flatMap(({ sku }) => known.get(sku) ?? []);
  return pricesChanged(product, before, prices, { from, revision: product.revision + 1 });
};

/** Only what differs is said. */
const pricesChanged = (
  { id: productId }: Product,
  before: readonly Price[],
  after: readonly Price[],
  { from, revision }: { from: string; revision: number },
): readonly PriceChanged[] => {
  const known = new Map(before.map((price) => [price.sku, price]));
  return after.flatMap((price) => {
    const old = known.get(price.sku);
    if (!old || canonical(old) === canonical(price)) return [];
    return PriceChanged({
      productId,
      sku: price.sku,
      oldPrices: old.prices,
      newPrices: price.prices,
      ...(old.salePrices && { oldSalePrices: old.salePrices }),
      ...(price.salePrices && { newSalePrices: price.salePrices }),
      from,
      revision,
    });
  });
};

/** What a product and its variants cost. A product's own SKU may be one of its variants'. */
export const pricesOf = (product: Product): readonly Price[] => {
  const all = [...product.variants, product].map(({ sku, prices, salePrices }) => ({
    sku,
    prices,
    ...(salePrices && { salePrices }),
  }));
  return [...new Map(all.toReversed().map((price) => [price.sku, price])).values()];
};

const mispriced = (
  prices: readonly Readonly<{ prices: PriceTable; salePrices?: PriceTable }>[],
): Refusal | undefined => {
  const nth = prices.findIndex(
    ({ prices: full, salePrices }) =>
      salePrices &&
      Object.entries(full).some(([currency, amount]) => {
        const sale = salePrices[currency as keyof PriceTable];
        return sale > amount;
      }),
  );
  return nth < 0 ? undefined : { ...refusals.saleNotLower, detail: { nth } };
};

const changeStatus = (product: Product, newStatus: ProductStatus): Decision<ProductEvent> => {
  const { id: productId, status: oldStatus } = product;
  if (oldStatus === newStatus) return [];
  if (!legal[oldStatus].includes(newStatus)) return refusals.illegalStatus;
  const revision = product.revision + 1;
  return [
    ProductStatusChanged({ productId, oldStatus, newStatus, revision }),
    updated({ ...product, status: newStatus, revision }),
  ];
};

const updated = (product: Product): ProductUpdated =>
  ProductUpdated({ productId: product.id, product });

/** What an import says of a product we know: every difference, under one new revision. */
export const differences = (
  before: Product,
  after: Product,
  from: string,
): readonly ProductEvent[] => {
  const { id: productId, revision } = after;
  return [
    ...(before.status === after.status
      ? []
      : [
          ProductStatusChanged({
            productId,
            oldStatus: before.status,
            newStatus: after.status,
            revision,
          }),
        ]),
    ...pricesChanged(after, pricesOf(before), pricesOf(after), { from, revision }),
    updated(after),
  ];
};

const evolve = (state: ProductState, event: ProductEvent): ProductState => {
  switch (event.type) {
    case "products.product_created":
    case "products.product_updated":
      return event.data.product;
    case "products.product_status_changed": {
      invariant(state.status !== "none", "a status before the product");
      const { newStatus, revision } = event.data;
      return { ...state, status: newStatus, revision };
    }
    case "products.price_changed":
      invariant(state.status !== "none", "a price before the product");
      return reprice(state, event.data);
  }
};

const reprice = (
  product: Product,
  { sku, newPrices, newSalePrices, revision }: PriceChanged["data"],
): Product => {
  const priced = <One extends Price>(one: One): One => {
    if (one.sku !== sku) return one;
    const { salePrices: _, ...rest } = one;
    return {
      ...rest,
      prices: newPrices,
      ...(newSalePrices && { salePrices: newSalePrices }),
    } as One;
  };
  return { ...priced(product), variants: product.variants.map(priced), revision };
};

export const productDecider: Decider<ProductState, ProductCommand, ProductEvent> = {
  initial: { status: "none" },
  decide,
  evolve,
};
