import { CategoryId, type NewCategoryRequest } from "@wares/contracts";
import { idOf } from "@wares/platform";
import { slugsFor } from "@wares/products/slug";

export type Known = Pick<NewCategoryRequest, "id" | "name" | "slug" | "parentId">;
/** From the root to the category itself. */
export type CategoryPath = readonly CategoryId[];

const levelsMax = 10;
const newMax = 2_000;
// After whatever staff have put in an order of their own.
const sortOrder = 1_000;

/**
 * The shop's categories by the names on the way to them. A name that is not there yet becomes a
 * category; one that is there, in whatever capitals, is used: an import beside the demo shop fills
 * its families instead of doubling them.
 */
export const categoryBook = (known: readonly Known[]) => {
  const byPlace = new Map<string, CategoryId>();
  const ids = new Set<string>();
  const slugs = new Set<string>();
  const slugOf = new Map<CategoryId, string>();
  let fresh: NewCategoryRequest[] = [];
  let made = 0;

  const remember = ({ id, name, slug, parentId }: Known) => {
    byPlace.set(placeOf(parentId, name.en), id);
    ids.add(id);
    slugs.add(slug.en);
    slugOf.set(id, slug.en);
  };
  known.forEach(remember);

  const make = (names: readonly string[], parentId: CategoryId | undefined): CategoryId => {
    const name = names.at(-1) ?? "";
    const id = idOf(CategoryId, "category", ...names.map(folded));
    // Known under another name: staff have renamed it since.
    if (ids.has(id)) return id;
    const parent = parentId ? `${slugOf.get(parentId) ?? ""}-` : "";
    const wished = `${parent}${slugsFor({ en: name }, id).en}`.slice(0, 250);
    const slug = slugs.has(wished) ? `${wished}-${id.slice(-8)}` : wished;
    const request = {
      id,
      slug: { en: slug },
      name: { en: name },
      description: { en: "" },
      ...(parentId && { parentId }),
      sortOrder,
    };
    remember(request);
    fresh.push(request);
    made++;
    return id;
  };

  return {
    /** Undefined where a file would fill the tree with more categories than anybody can look through. */
    place: (names: readonly string[]): CategoryPath | undefined => {
      const path: CategoryId[] = [];
      const wanted = names.slice(0, levelsMax);
      for (const [nth, name] of wanted.entries()) {
        const parentId = path.at(-1);
        const there = byPlace.get(placeOf(parentId, name));
        if (!there && made >= newMax) return undefined;
        path.push(there ?? make(wanted.slice(0, nth + 1), parentId));
      }
      return path;
    },
    has: (id: CategoryId): boolean => ids.has(id),
    /** A category that comes with an id of its own: an export's. */
    add: (request: NewCategoryRequest): void => {
      remember(request);
      fresh.push(request);
    },
    /** What became a category since this was last asked, parents first. */
    take: (): readonly NewCategoryRequest[] => {
      const taken = fresh;
      fresh = [];
      return taken;
    },
  };
};
export type CategoryBook = ReturnType<typeof categoryBook>;

const folded = (name: string): string => name.normalize("NFKC").toLowerCase();
const placeOf = (parentId: CategoryId | undefined, name: string): string =>
  `${parentId ?? ""}/${folded(name)}`;

/** `Computers > Notebooks`; what has no category stands under Other. */
export const namesOf = (path: string): readonly string[] => {
  const names = path
    .split(">")
    .map((name) => name.trim().slice(0, 100))
    .filter((name) => name !== "");
  return names.length > 0 ? names : ["Other"];
};
