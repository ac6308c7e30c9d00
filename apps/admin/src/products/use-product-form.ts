import { useQueryClient } from "@tanstack/react-query";
import type { StaffProduct } from "@wares/contracts";
import { useState } from "react";
import { isDeclined } from "../api/problem.ts";
import { type Clash, mergeConflict } from "../shell/conflict.ts";
import {
  changedKeys,
  type Draft,
  draftOf,
  keyOfPointer,
  type Mistake,
  mistakesIn,
  priceRequest,
} from "./product-draft.ts";
import { productDoor, productQuery, productsKey } from "./products.queries.ts";
import { type Progress, saveDraft } from "./save-draft.ts";

type State = Readonly<{
  product: StaffProduct;
  progress: Progress;
  mine: Draft;
  clashes: readonly Clash[];
  said: Readonly<Record<string, Mistake>>;
  isSaving: boolean;
  wasSaved: boolean;
  failure?: string | undefined;
}>;

const fresh = (product: StaffProduct): State => ({
  product,
  progress: { base: draftOf(product), revision: product.revision },
  mine: draftOf(product),
  clashes: [],
  said: {},
  isSaving: false,
  wasSaved: false,
});

export const useProductForm = (read: StaffProduct) => {
  const client = useQueryClient();
  const [state, setState] = useState(() => fresh(read));
  const { product, mine, progress, clashes } = state;
  const changed = changedKeys(progress.base, mine);
  const own = mistakesIn(mine);
  const readAgain = () => client.fetchQuery({ ...productQuery(product.id), staleTime: 0 });

  /** Nothing is lost: theirs becomes the ground, ours stays on top, and only a clash is asked. */
  const meetConflict = async (reached: Progress) => {
    const theirs = await readAgain();
    const merged = mergeConflict(reached.base, draftOf(theirs), mine);
    setState((now) => ({
      ...now,
      product: theirs,
      progress: { base: draftOf(theirs), revision: theirs.revision },
      mine: merged.draft,
      clashes: merged.clashes,
      isSaving: false,
    }));
  };

  const refuse = (error: unknown, reached: Progress) => {
    const problem = isDeclined(error) ? error.problem : undefined;
    const words = error instanceof Error ? error.message : String(error);
    const key = problem?.field && keyOfPointer(problem.field, priceRequest(reached.base, mine));
    setState((now) => ({
      ...now,
      progress: reached,
      isSaving: false,
      ...(key && key in mine ? { said: { [key]: { kind: "said", words } } } : { failure: words }),
    }));
  };

  const save = async () => {
    if (changed.length === 0 || clashes.length > 0 || Object.keys(own).length > 0) return;
    setState((now) => ({ ...now, isSaving: true, failure: undefined, said: {} }));
    let reached = progress;
    try {
      await saveDraft(productDoor(product.id), { product, mine, from: progress }, (at) => {
        reached = at;
      });
      setState({ ...fresh(await readAgain()), wasSaved: true });
      await client.invalidateQueries({ queryKey: [...productsKey, "list"] });
    } catch (error) {
      if (!isDeclined(error, 412)) return refuse(error, reached);
      await meetConflict(reached).catch((failed: unknown) => refuse(failed, reached));
    }
  };

  const settle = (clash: Clash, takesTheirs: boolean) =>
    setState((now) => ({
      ...now,
      clashes: now.clashes.filter(({ key }) => key !== clash.key),
      mine: takesTheirs ? { ...now.mine, [clash.key]: clash.theirs } : now.mine,
    }));

  return {
    ...state,
    changed,
    mistakes: { ...own, ...state.said },
    set: (key: string, value: string) =>
      setState((now) => ({
        ...now,
        wasSaved: false,
        said: {},
        mine: { ...now.mine, [key]: value },
      })),
    discard: () => setState(fresh(product)),
    save,
    settle,
  };
};
export type ProductForm = ReturnType<typeof useProductForm>;
