import type { StaffProduct } from "@wares/contracts";
import {
  changedKeys,
  type Draft,
  editRequest,
  type Part,
  partOf,
  priceRequest,
} from "./product-draft.ts";
import type { ProductDoor } from "./products.queries.ts";

export type Progress = Readonly<{ base: Draft; revision: number }>;

/** Words, prices and status have addresses of their own: sent one after the other, each told when saved. */
export const saveDraft = async (
  door: ProductDoor,
  { product, mine, from }: { product: StaffProduct; mine: Draft; from: Progress },
  onSaved: (progress: Progress) => void,
): Promise<void> => {
  let { base, revision } = from;
  const send: Record<Part, () => Promise<number>> = {
    edit: () => door.edit(editRequest(mine, product), revision),
    price: () => door.price(priceRequest(base, mine), revision),
    status: () => door.setStatus(mine["status"] as StaffProduct["status"], revision),
  };
  for (const part of ["edit", "price", "status"] as const) {
    const keys = changedKeys(base, mine).filter((key) => partOf(key) === part);
    if (keys.length === 0) continue;
    revision = await send[part]();
    base = { ...base, ...Object.fromEntries(keys.map((key) => [key, mine[key] ?? ""])) };
    onSaved({ base, revision });
  }
};
