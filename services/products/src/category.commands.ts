import type { CategoryId, EditCategoryRequest, NewCategoryRequest } from "@wares/contracts";
import { isRefusal, Refused, type Tools } from "@wares/platform";
import { publish, transact } from "@wares/platform/database";
import { stale } from "@wares/platform/http";
import { categoryChanged, placeAll, type CategoryNode } from "./category.ts";
import { allCategories, categoryRevisions, lockTree, saveCategories } from "./category.store.ts";
import { refusals } from "./refusals.ts";

/** Puts categories into the tree. Asked again, nothing changes and nothing is said. */
export const importCategories =
  ({ db }: Pick<Tools, "db">) =>
  (requests: readonly NewCategoryRequest[]): Promise<readonly CategoryNode[]> =>
    transact(db, async (tx) => {
      await lockTree(tx);
      const known = await allCategories(tx);
      const changed = placeAll(known, requests);
      if (isRefusal(changed)) throw new Refused(changed);
      const after = new Map([...known, ...changed.map((node) => [node.id, node] as const)]);
      for (const language of ["en", "zh"] as const) {
        const slugs = [...after.values()].flatMap(({ slug }) => slug[language] ?? []);
        if (new Set(slugs).size < slugs.length) throw new Refused(refusals.slugTaken);
      }
      if (changed.length > 0) await saveCategories(tx, changed);
      await publish(tx, changed.map(categoryChanged));
      return requests.flatMap(({ id }) => after.get(id) ?? []);
    });

/** Other words for a category; its address and its place stay. */
export const editCategory =
  ({ db }: Pick<Tools, "db">) =>
  (id: CategoryId, revision: number, words: EditCategoryRequest): Promise<void> =>
    transact(db, async (tx) => {
      await lockTree(tx);
      const [known, revisions] = [await allCategories(tx), await categoryRevisions(tx)];
      const before = known.get(id);
      if (!before) throw new Refused(refusals.categoryMissing);
      if (revisions.get(id) !== revision) throw new Refused(stale);
      const changed = placeAll(known, [withWords(before, words)]);
      if (isRefusal(changed)) throw new Refused(changed);
      if (changed.length > 0) await saveCategories(tx, changed);
      await publish(tx, changed.map(categoryChanged));
    });

const withWords = (
  { id, slug, parentId, sortOrder }: CategoryNode,
  words: EditCategoryRequest,
): NewCategoryRequest => ({ id, slug, sortOrder, ...(parentId && { parentId }), ...words });
