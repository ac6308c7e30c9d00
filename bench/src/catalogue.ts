import { CategoryList, ProductList, type Category } from "@wares/contracts";
import type { Static } from "typebox";
import { random } from "./random.ts";
import type { ShopClient } from "./shop-client.ts";

/** What a shopper could find by leafing through: what the loads ask for. */
export type Shelf = Readonly<{
  products: readonly Readonly<{ slug: string; name: string }>[];
  categories: readonly Static<typeof Category>[];
}>;

const PAGES_MAX = 400;

export const readShelf = async (client: ShopClient): Promise<Shelf> => {
  const { categories } = await client.read(CategoryList, "/api/v1/categories");
  const products: Shelf["products"][number][] = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const cursor = after ? `&after=${encodeURIComponent(after)}` : "";
    const list = await client.read(ProductList, `/api/v1/products?limit=100${cursor}`);
    products.push(...list.products.map(({ slug, name }) => ({ slug, name })));
    after = list.next;
    if (!after) break;
  }
  return { products, categories: categories.filter(({ productCount }) => productCount > 0) };
};

/** What shoppers might type: one to three neighbouring words of a name, no query twice. */
export const queriesFrom = (names: readonly string[], count: number): readonly string[] => {
  const dice = random(77);
  const queries = new Set<string>();
  for (let tries = 0; queries.size < count && tries < count * 20; tries++) {
    const words = dice.pick(names).split(/\s+/).filter(Boolean);
    const start = dice.below(words.length);
    const query = words.slice(start, start + 1 + dice.below(3)).join(" ");
    if (query.length >= 2 && query.length <= 60) queries.add(query.toLowerCase());
  }
  return [...queries];
};
