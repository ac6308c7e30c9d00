import { createHash } from "node:crypto";
import {
  parse,
  ProductCreated,
  Sku,
  type CategoryId,
  type Product,
  type ProductId,
} from "@wares/contracts";
import { Refused, type Tools } from "@wares/platform";
import { publish, transact, type Queries } from "@wares/platform/database";
import { canonical } from "./canonical.ts";
import { pathsOf } from "./category.store.ts";
import { chooseSlugs } from "./naming.ts";
import { differences, type ProductEvent } from "./product.ts";
import { skusOf } from "./product-row.ts";
import {
  addressesOf,
  fingerprintsOf,
  lockProducts,
  ownersOf,
  saveProducts,
  type Known,
} from "./product.store.ts";
import { refusals } from "./refusals.ts";
import { apart } from "./slug.ts";

/** So many are written by one transaction: long enough to be fast, short enough to let others by. */
const chunkSize = 500;

export type Imported = Readonly<{ created: number; updated: number; unchanged: number }>;

/**
 * Products as another system has them, known again by their ids. What has not changed since it was
 * last imported is not written and not said. An SKU or address that another product has already is
 * told apart by the end of the id. The revision is ours: that of the given product is not used.
 */
export const importProducts =
  (tools: Tools) =>
  async (products: readonly Product[]): Promise<Imported> => {
    const sum = { created: 0, updated: 0, unchanged: 0 };
    for (let start = 0; start < products.length; start += chunkSize) {
      const chunk = products.slice(start, start + chunkSize);
      const { created, updated, unchanged } = await importChunk(tools, chunk);
      sum.created += created;
      sum.updated += updated;
      sum.unchanged += unchanged;
    }
    return sum;
  };

const importChunk = ({ db, now }: Tools, given: readonly Product[]): Promise<Imported> =>
  transact(db, async (tx) => {
    // The last word on an id counts.
    const byId = new Map(given.map((product) => [product.id, product]));
    const prints = new Map([...byId].map(([id, product]) => [id, fingerprint(product)]));
    const stored = await fingerprintsOf(tx, [...byId.keys()]);
    const changed = [...byId.values()].filter(({ id }) => stored.get(id) !== prints.get(id));
    const unchanged = byId.size - changed.length;
    if (changed.length === 0) return { created: 0, updated: 0, unchanged };

    const known = await lockProducts(
      tx,
      changed.map(({ id }) => id),
    );
    const names = await namesFor(tx, changed);
    const written = changed.map((product) => settled(product, known.get(product.id), names));
    await saveProducts(
      tx,
      written.map((product) => ({ product, fingerprint: prints.get(product.id) })),
    );
    const from = now().toISOString();
    await publish(
      tx,
      written.flatMap((product): readonly ProductEvent[] => {
        const before = known.get(product.id)?.product;
        return before
          ? differences(before, product, from)
          : [ProductCreated({ productId: product.id, product })];
      }),
    );
    return { created: changed.length - known.size, updated: known.size, unchanged };
  });

// Of the words alone: revision, path and the time of creation are ours to say.
const fingerprint = (product: Product): string => {
  const words = canonical({ ...product, revision: 0, createdAt: "", categoryPath: [] });
  return createHash("sha256").update(words).digest("base64url");
};

type Names = Readonly<{
  skus: Map<string, ProductId>;
  slugs: Map<string, ProductId>;
  paths: ReadonlyMap<CategoryId, { path: CategoryId[] }>;
}>;

const namesFor = async (tx: Queries, products: readonly Product[]): Promise<Names> => ({
  skus: new Map(await ownersOf(tx, products.flatMap(skusOf))),
  slugs: new Map(
    await addressesOf(
      tx,
      products.flatMap(({ slug }) => Object.values(slug)),
    ),
  ),
  paths: await pathsOf(tx, [...new Set(products.map(({ categoryId }) => categoryId))]),
});

/** The product as it will be stored; its names are taken from then on. */
const settled = (given: Product, before: Known | undefined, names: Names): Product => {
  const { id, categoryId } = given;
  const category = names.paths.get(categoryId);
  if (!category) throw new Refused({ ...refusals.noSuchCategory, detail: { productId: id } });
  const own = (sku: Sku): Sku => {
    const free = (names.skus.get(sku) ?? id) === id;
    const mine = free ? sku : parse(Sku, apart(sku.slice(0, 55), id));
    names.skus.set(mine, id);
    return mine;
  };
  const slug = chooseSlugs(id, given.slug, names.slugs);
  for (const [language, one] of Object.entries(slug)) names.slugs.set(`${language}/${one}`, id);
  return {
    ...given,
    revision: (before?.product.revision ?? 0) + 1,
    slug,
    categoryPath: category.path,
    sku: own(given.sku),
    variants: given.variants.map((variant) => ({ ...variant, sku: own(variant.sku) })),
    createdAt: before?.product.createdAt ?? given.createdAt,
  };
};
