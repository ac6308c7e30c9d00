import type { CategoryId, NewCategoryRequest, StaffCategory } from "@wares/contracts";
import type { Draft } from "../shell/conflict.ts";

export const emptyCategory: Draft = { nameEn: "", nameZh: "", slug: "", parentId: "" };

/** An address made of a name: Tea & coffee is tea-coffee. */
export const slugOf = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 100);

export const addressOf = (draft: Draft): string =>
  draft["slug"]?.trim() ? slugOf(draft["slug"]) : slugOf(draft["nameEn"] ?? "");

export const nameOf = (draft: Draft): NewCategoryRequest["name"] => {
  const zh = draft["nameZh"]?.trim();
  return { en: draft["nameEn"]?.trim() ?? "", ...(zh && { zh }) };
};

/** At the end of its siblings. */
export const categoryRequest = (
  id: string,
  draft: Draft,
  tree: readonly StaffCategory[],
): NewCategoryRequest => {
  const parentId = draft["parentId"] || undefined;
  const siblings = tree.filter((one) => one.parentId === parentId);
  const last = Math.max(-1, ...siblings.map(({ sortOrder }) => sortOrder));
  return {
    id: id as CategoryId,
    slug: { en: addressOf(draft) },
    name: nameOf(draft),
    description: { en: "" },
    ...(parentId && { parentId: parentId as CategoryId }),
    sortOrder: Math.min(10_000, last + 1),
  };
};
