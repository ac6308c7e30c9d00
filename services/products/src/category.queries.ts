import {
  inLanguage,
  type Category,
  type CategoryId,
  type Language,
  type StaffCategory,
} from "@wares/contracts";
import { Refused, type Tools } from "@wares/platform";
import { allCategories, categoryRevisions, shelves, type Shelf } from "./category.store.ts";
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

/** Parents as they are ordered among each other, and beneath each its children likewise. */
const inTreeOrder = (nodes: readonly CategoryNode[]): readonly CategoryNode[] => {
  const children = Map.groupBy(nodes, ({ parentId }) => parentId);
  const below = (id: CategoryId | undefined): readonly CategoryNode[] =>
    (children.get(id) ?? []).flatMap((node) => [node, ...below(node.id)]);
  return below(undefined);
};

/** Counting twenty thousand products takes 15 ms, and every page of the shop shows the tree. */
const rememberedMs = 2_000;

export const categoryQueries = ({ db, now }: Pick<Tools, "db" | "now">) => {
  let remembered: { shelf: Promise<ReadonlyMap<CategoryId, Shelf>>; until: number } | undefined;
  /** What stands on the shelves, at most two seconds ago; the tree itself is always read afresh. */
  const shelfNow = () => {
    const at = now().getTime();
    if (remembered && at < remembered.until) return remembered.shelf;
    const shelf = shelves(db);
    remembered = { shelf, until: at + rememberedMs };
    // A question that failed is asked again by the next.
    shelf.catch(() => (remembered = undefined));
    return shelf;
  };
  const list = async (language: Language) => {
    const [nodes, shelf] = await Promise.all([allCategories(db), shelfNow()]);
    return categoryList(nodes, shelf, language);
  };
  return {
    list,
    /** Every language and revision, each child behind its parent. */
    forStaff: async (): Promise<readonly StaffCategory[]> => {
      const [nodes, revisions, counted] = await Promise.all([
        allCategories(db),
        categoryRevisions(db),
        list("en"),
      ]);
      const counts = new Map(counted.map(({ id, productCount }) => [id, productCount]));
      return inTreeOrder([...nodes.values()]).map(({ path, ...node }) => ({
        ...node,
        path: [...path],
        revision: revisions.get(node.id) ?? 1,
        productCount: counts.get(node.id) ?? 0,
      }));
    },
    find: async (slug: string, language: Language) => {
      const [nodes, categories] = await Promise.all([allCategories(db), list(language)]);
      const isMeant = (one: CategoryNode) =>
        one.id === slug || one.slug.en === slug || one.slug.zh === slug;
      const node = [...nodes.values()].find(isMeant);
      const found = categories.find(({ id }) => id === node?.id);
      if (!found) throw new Refused(refusals.categoryMissing);
      return found;
    },
  };
};
export type CategoryQueries = ReturnType<typeof categoryQueries>;
