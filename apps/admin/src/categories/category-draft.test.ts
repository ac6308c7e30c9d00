import type { CategoryId, StaffCategory } from "@wares/contracts";
import { expect, test } from "vitest";
import { categoryRequest, emptyCategory, slugOf } from "./category-draft.ts";

test.each([
  ["Tea & coffee", "tea-coffee"],
  ["  Crème brûlée!  ", "creme-brulee"],
  ["茶具", ""],
])("the address of %s is %s", (name, slug) => expect(slugOf(name)).toBe(slug));

test("a new category comes after its siblings, and says only what was written", () => {
  const parentId = "01970000-0000-7000-8000-000000000001" as CategoryId;
  const sibling = { parentId, sortOrder: 4 } as StaffCategory;
  const other = { sortOrder: 9 } as StaffCategory;
  const draft = { ...emptyCategory, nameEn: "Pots", parentId };
  expect(categoryRequest("id", draft, [sibling, other])).toEqual({
    id: "id",
    slug: { en: "pots" },
    name: { en: "Pots" },
    description: { en: "" },
    parentId,
    sortOrder: 5,
  });
});
