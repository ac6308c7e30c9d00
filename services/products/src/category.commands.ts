import type { NewCategoryRequest } from "@wares/contracts";
import { isRefusal, Refused, type Tools } from "@wares/platform";
import { publish, transact } from "@wares/platform/database";
import { categoryChanged, placeAll, type CategoryNode } from "./category.ts";
import { allCategories, lockTree, saveCategories } from "./category.store.ts";
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
