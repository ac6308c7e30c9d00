import { CategoryChanged, type CategoryId, type NewCategoryRequest } from "@wares/contracts";
import { isRefusal, type Refusal } from "@wares/platform";
import { canonical } from "./canonical.ts";
import { refusals } from "./refusals.ts";

export type CategoryNode = Readonly<
  NewCategoryRequest & { level: number; path: readonly CategoryId[] }
>;
const levelsMax = 10;

/** Puts a category below its parent. One that is known may be renamed, never moved. */
export const place = (
  known: ReadonlyMap<CategoryId, CategoryNode>,
  request: NewCategoryRequest,
): CategoryNode | Refusal => {
  const { id, parentId } = request;
  const before = known.get(id);
  if (before && before.parentId !== parentId) return refusals.categoryMoved;
  const parent = parentId && known.get(parentId);
  if (parentId && !parent) return refusals.noSuchParent;
  const path = [...(parent ? parent.path : []), id];
  if (path.length > levelsMax) return refusals.tooDeep;
  return { ...request, level: path.length - 1, path };
};

/** Parents may come after their children in an import: as many rounds as the tree is deep. */
export const placeAll = (
  known: ReadonlyMap<CategoryId, CategoryNode>,
  requests: readonly NewCategoryRequest[],
): readonly CategoryNode[] | Refusal => {
  const all = new Map(known);
  const changed = new Map<CategoryId, CategoryNode>();
  let waiting = requests;
  for (let round = 0; round <= levelsMax && waiting.length > 0; round++) {
    const later: NewCategoryRequest[] = [];
    for (const request of waiting) {
      const node = place(all, request);
      if (isRefusal(node) && node !== refusals.noSuchParent) return node;
      if (isRefusal(node)) later.push(request);
      else {
        if (canonical(all.get(node.id)) !== canonical(node)) changed.set(node.id, node);
        all.set(node.id, node);
      }
    }
    waiting = later;
  }
  if (waiting.length > 0) return refusals.noSuchParent;
  return [...changed.values()];
};

export const categoryChanged = ({ id, parentId, level, path, slug, name }: CategoryNode) =>
  CategoryChanged({
    categoryId: id,
    level,
    path: [...path],
    slug,
    name,
    ...(parentId && { parentId }),
  });
