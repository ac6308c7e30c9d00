import {
  VariantId,
  type EditProductRequest,
  type NewProductRequest,
  type PriceChangeRequest,
  type Product,
  type ProductId,
  type ProductStatus,
} from "@wares/contracts";
import { isRefusal, newId, Refused, type Tools } from "@wares/platform";
import { publish, transact, type Queries } from "@wares/platform/database";
import { stale } from "@wares/platform/http";
import { pathsOf } from "./category.store.ts";
import { chooseSkus, chooseSlugs, stemOf } from "./naming.ts";
import { productDecider, type ProductCommand, type ProductState } from "./product.ts";
import { addressesOf, lockNaming, lockProducts, ownersOf, saveProducts } from "./product.store.ts";
import { refusals } from "./refusals.ts";
import { slugsFor } from "./slug.ts";

export const productCommands = ({ db, now }: Tools) => {
  /** The whole life of a command, in one transaction: load, decide, save, publish. */
  const handle = (
    id: ProductId,
    make: (tx: Queries, before: ProductState) => Promise<ProductCommand> | ProductCommand,
    expected?: number,
  ): Promise<Product> =>
    transact(db, async (tx) => {
      const before = (await lockProducts(tx, [id])).get(id)?.product ?? productDecider.initial;
      if (expected !== undefined && before.status === "none") throw new Refused(refusals.notFound);
      if (expected !== undefined && before.status !== "none" && before.revision !== expected)
        throw new Refused(stale);
      const outcome = productDecider.decide(before, await make(tx, before));
      if (isRefusal(outcome)) throw new Refused(outcome);
      const after = outcome.reduce(productDecider.evolve, before);
      if (after.status === "none") throw new Refused(refusals.notFound);
      if (outcome.length > 0) await saveProducts(tx, [{ product: after }]);
      await publish(tx, outcome);
      return after;
    });

  return {
    create: (request: NewProductRequest) =>
      handle(request.id, async (tx, before) => ({
        type: "create",
        product: await compose(tx, request, { before, createdAt: now().toISOString() }),
      })),
    edit: (id: ProductId, expected: number, request: EditProductRequest) =>
      handle(
        id,
        async (tx, before) => {
          const { path } = await categoryOf(tx, request.categoryId);
          const slug =
            before.status === "none" ? request.name : await slugAfter(tx, before, request);
          return { type: "edit", edit: { ...request, categoryPath: path, slug } };
        },
        expected,
      ),
    changePrices: (id: ProductId, expected: number, { prices }: PriceChangeRequest) =>
      handle(id, () => ({ type: "changePrices", prices, from: now().toISOString() }), expected),
    changeStatus: (id: ProductId, expected: number, status: ProductStatus) =>
      handle(id, () => ({ type: "changeStatus", status }), expected),
  };
};
export type ProductCommands = ReturnType<typeof productCommands>;

const categoryOf = async (tx: Queries, id: Product["categoryId"]) => {
  const category = (await pathsOf(tx, [id])).get(id);
  if (!category) throw new Refused(refusals.noSuchCategory);
  return category;
};

/** A page keeps its address for life; a language that is new gets one. */
const slugAfter = async (tx: Queries, { id, slug }: Product, { name }: EditProductRequest) => {
  if (!name.zh || slug.zh) return slug;
  const wished = { ...slugsFor(name, id), en: slug.en };
  return chooseSlugs(id, wished, await addressesOf(tx, Object.values(wished)));
};

type Beginning = Readonly<{ before: ProductState; createdAt: string }>;

/** A request with everything filled in that nobody asked for: SKUs, addresses, ids. */
const compose = async (
  tx: Queries,
  request: NewProductRequest,
  { before, createdAt }: Beginning,
): Promise<Product> => {
  const { id, status, name, description, brand, categoryId, attributes, images } = request;
  const { path: categoryPath, slug: category } = await categoryOf(tx, categoryId);
  await lockNaming(tx);
  const asked = [request, ...request.variants].flatMap(({ sku }) => sku ?? []);
  const owners = await ownersOf(tx, asked, request.sku ?? stemOf(request, category));
  const skus = chooseSkus(request, owners, category);
  if (isRefusal(skus)) throw new Refused(skus);
  const [sku, ...variantSkus] = skus;
  if (!sku) throw new Refused(refusals.skuTaken);
  const wished = slugsFor(name, id);
  const slug = chooseSlugs(id, wished, await addressesOf(tx, Object.values(wished)));
  const variants = request.variants.map((variant, nth) => ({
    id: newId(VariantId),
    sku: variantSkus[nth] ?? sku,
    attributes: variant.attributes,
    ...(variant.swatch && { swatch: variant.swatch }),
    prices: variant.prices,
    ...(variant.salePrices && { salePrices: variant.salePrices }),
    images: variant.images,
  }));
  return {
    id,
    revision: 1,
    status,
    slug,
    name,
    description,
    brand,
    categoryId,
    categoryPath,
    sku,
    prices: request.prices,
    ...(request.salePrices && { salePrices: request.salePrices }),
    attributes,
    variants,
    images,
    createdAt: before.status === "none" ? createdAt : before.createdAt,
  };
};
