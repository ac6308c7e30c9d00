import { queryOptions } from "@tanstack/react-query";
import {
  Done,
  type EditCategoryRequest,
  type NewCategoryRequest,
  StaffCategory,
  StaffCategoryList,
} from "@wares/contracts";
import { ask, tell } from "../api/ask.ts";

export const categoriesKey = ["categories"] as const;

const path = "catalogue/categories";
const readTree = async (signal?: AbortSignal) =>
  (await ask(StaffCategoryList, path, signal)).categories;

export const treeQuery = () =>
  queryOptions({
    queryKey: [...categoriesKey, "tree"],
    queryFn: ({ signal }) => readTree(signal),
  });

export const findCategory = async (id: string): Promise<StaffCategory> => {
  const found = (await readTree()).find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

export const createCategory = (body: NewCategoryRequest) =>
  tell(Done, path, { method: "POST", body });

export const editCategory = (id: string, body: EditCategoryRequest, revision: number) =>
  tell(StaffCategory, `${path}/${encodeURIComponent(id)}`, { method: "PUT", body, revision });
