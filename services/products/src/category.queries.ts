import { inLanguage, type Category, type CategoryId, type Language } from "@wares/contracts";
import { Refused } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { allCategories, shelves, type Shelf } from "./category.store.ts";
import type { CategoryNode } from "./category.ts";
import { refusals } from "./refusals.ts";

/** The tree with what stands on its shelves; a category counts what lies below it, too. */
export const categoryList = (
  nodes: ReadonlyMap<CategoryId, CategoryNode>,
  shelf: ReadonlyMap<CategoryId, Shelf>,
  language: Language,
): readonly Category[] => {
  const counts = new Map<CategoryId, number>();
  const pictures = new Map<CategoryId, NonNullable<Shelf["picture"]>>();
  for (const [id, { count, picture }] of shelf) {
    for (const above of nodes.get(id)?.path ?? []) {
      counts.set(above, (counts.get(above) ?? 0) + count);
      // Its own newest product stands for it, and otherwise that of the first one below.
      if (picture && (above === id || !pictures.has(above))) pictures.set(above, picture);
    }
  }
  return [...nodes.values()].map(({ id, slug, name, description, parentId, level, path }) => {
    const picture = pictures.get(id);
    return {
      id,
      slug: inLanguage(slug, language),
      name: inLanguage(name, language),
      description: inLanguage(description, language),
      ...(parentId && { parentId }),
      level,
      path: [...path],
      productCount: counts.get(id) ?? 0,
      ...(picture && {
        picture: { url: picture.url, altText: inLanguage(picture.altText, language) },
      }),
    };
  });
};

export const categoryQueries = (db: Database) => ({
  list: async (language: Language) => {
    const [nodes, shelf] = await Promise.all([allCategories(db), shelves(db)]);
    return categoryList(nodes, shelf, language);
  },
  find: async (slug: string, language: Language) => {
    const [nodes, shelf] = await Promise.all([allCategories(db), shelves(db)]);
    const node = [...nodes.values()].find(
      (one) => one.id === slug || one.slug.en === slug || one.slug.zh === slug,
    );
    const found = node && categoryList(nodes, shelf, language).find((one) => one.id === node.id);
    if (!found) throw new Refused(refusals.categoryMissing);
    return found;
  },
});
export type CategoryQueries = ReturnType<typeof categoryQueries>;
