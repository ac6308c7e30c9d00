import { CategoryId, type NewCategoryRequest } from "@wares/contracts";
import { idOf } from "@wares/platform";
import { expect, test } from "vitest";
import { placeAll, type CategoryNode } from "./category.ts";
import { categories, kitchen, lamps, teapots } from "./product.examples.ts";

const none: ReadonlyMap<CategoryId, CategoryNode> = new Map();
const placed = (requests: readonly NewCategoryRequest[], known = none) => {
  const nodes = placeAll(known, requests);
  return "refusal" in nodes ? nodes.refusal : new Map(nodes.map((node) => [node.id, node]));
};

test("a child may come before its parent", () => {
  const nodes = placed(categories);
  expect(nodes).toHaveProperty("size", 3);
  expect((nodes as Map<CategoryId, CategoryNode>).get(teapots)).toMatchObject({
    level: 1,
    path: [kitchen, teapots],
  });
});

test("again, nothing changes", () => {
  const known = placed(categories) as ReadonlyMap<CategoryId, CategoryNode>;
  expect(placed(categories, known)).toEqual(new Map());
});

test("a parent that is nowhere, a move, and an eleventh level are refused", () => {
  const known = placed(categories) as ReadonlyMap<CategoryId, CategoryNode>;
  const [teapot] = categories;
  const missing = idOf(CategoryId, "missing");
  expect(placed([{ ...teapot!, parentId: missing }])).toBe("products.no_such_parent");
  expect(placed([{ ...teapot!, parentId: lamps }], known)).toBe("products.category_never_moves");
  expect(placed([{ ...teapot!, parentId: teapots }])).toBe("products.no_such_parent");
  const deep = Array.from({ length: 11 }, (_, level) => ({
    ...categories[1]!,
    id: idOf(CategoryId, "deep", String(level)),
    ...(level > 0 && { parentId: idOf(CategoryId, "deep", String(level - 1)) }),
  }));
  expect(placed(deep)).toBe("products.category_too_deep");
});
