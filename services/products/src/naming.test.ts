import { isRefusal } from "@wares/platform";
import { expect, test } from "vitest";
import { chooseSkus, chooseSlugs } from "./naming.ts";
import { id, newProduct, prices, teapot } from "./product.examples.ts";
import { slugify, slugsFor } from "./slug.ts";

test.for([
  ["Crème brûlée torch, 2 in 1", "creme-brulee-torch-2-in-1"],
  ["  圆 茶壶 / 蓝 ", "圆-茶壶-蓝"],
  ["<script>alert(1)</script>", "script-alert-1-script"],
  ["../../etc/passwd", "etc-passwd"],
  ["مصباح", "مصباح"],
  ["!!!", ""],
] as const)("%s is at %s", ([name, slug]) => expect(slugify(name)).toBe(slug));

test("a name without letters is found by its id", () =>
  expect(slugsFor({ en: "!!!" }, id)).toEqual({ en: id }));

test("an address that another has is told apart, the same way every time", () => {
  const others = new Map([["en/round-teapot", newProduct("other").id]]);
  const slug = chooseSlugs(id, teapot.slug, others);
  expect(slug).toEqual({ en: expect.stringMatching(/^round-teapot-[0-9a-f]{8}$/), zh: "圆茶壶" });
  expect(chooseSlugs(id, teapot.slug, others)).toEqual(slug);
  expect(chooseSlugs(id, teapot.slug, new Map([["en/round-teapot", id]]))).toEqual(teapot.slug);
});

const red = { attributes: { en: { Colour: "Red" } }, prices: prices(3_000), images: [] };
const request = newProduct("Round teapot", { variants: [red, red] });

test("an SKU says brand, category and name, and counts on; variants say what sets them apart", () => {
  expect(chooseSkus(request, new Map(), "teapots")).toEqual([
    "KILNC-TEAPO-ROUNDTEA-001",
    "KILNC-TEAPO-ROUNDTEA-001-RED",
    "KILNC-TEAPO-ROUNDTEA-001-RED-001",
  ]);
  const owners = new Map([["KILNC-TEAPO-ROUNDTEA-001", id]]);
  expect(chooseSkus(request, owners, "teapots")).toContain("KILNC-TEAPO-ROUNDTEA-002");
});

test("a name in another script still gets an SKU", () =>
  expect(chooseSkus(newProduct("茶壶", { brand: "窑" }), new Map(), "茶壶")).toEqual(["ITEM-001"]));

test("an SKU of somebody else, or asked for twice, is refused", () => {
  const asked = newProduct("Pot", { sku: teapot.sku });
  expect(isRefusal(chooseSkus(asked, new Map([[teapot.sku, id]]), "teapots"))).toBe(true);
  const twice = newProduct("Pot", { sku: teapot.sku, variants: [{ ...red, sku: teapot.sku }] });
  expect(isRefusal(chooseSkus(twice, new Map(), "teapots"))).toBe(true);
});
