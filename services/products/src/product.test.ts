import {
  PriceChanged,
  ProductCreated,
  ProductStatusChanged,
  ProductUpdated,
} from "@wares/contracts";
import { specify } from "@wares/testkit";
import { describe, expect, test } from "vitest";
import { blue, id, prices, red, teapot } from "./product.examples.ts";
import { differences, productDecider, type Edit } from "./product.ts";

const { given } = specify(productDecider);
const created = ProductCreated({ productId: id, product: teapot });
const from = "2026-11-25T10:00:00.000Z";

describe("creating", () => {
  const create = { type: "create", product: teapot } as const;
  test("says the whole product", () => given().when(create).yields(created));
  test("again, by mistake, changes nothing", () => given(created).when(create).yields());
  test("another product under the same id is a clash", () => {
    const product = { ...teapot, name: { en: "Square teapot" } };
    given(created).when({ type: "create", product }).refuses("products.already_exists");
  });
  test("a sale price above the price is refused", () => {
    const product = { ...teapot, salePrices: prices(9_999) };
    given().when({ type: "create", product }).refuses("products.sale_not_lower");
  });
});

describe("editing", () => {
  const { name, description, brand, categoryId, categoryPath, attributes, images, slug } = teapot;
  const edit: Edit = {
    name,
    description,
    brand,
    categoryId,
    categoryPath,
    attributes,
    images,
    slug,
  };
  test("says the whole product under its next revision", () => {
    const product = { ...teapot, brand: "Kiln", revision: 2 };
    given(created)
      .when({ type: "edit", edit: { ...edit, brand: "Kiln" } })
      .yields(ProductUpdated({ productId: id, product }));
  });
  test("into what it is already changes nothing", () =>
    given(created).when({ type: "edit", edit }).yields());
  test("a picture that goes is gone from the variants, too", () => {
    const variants = teapot.variants.map((variant) => ({ ...variant, images: [] }));
    const product = { ...teapot, images: [], variants, revision: 2 };
    given(created)
      .when({ type: "edit", edit: { ...edit, images: [] } })
      .yields(ProductUpdated({ productId: id, product }));
  });
  test("what does not exist is refused", () =>
    given().when({ type: "edit", edit }).refuses("products.not_found"));
});

describe("changing prices", () => {
  const change = (...changed: Parameters<typeof priced>[]) => ({
    type: "changePrices" as const,
    prices: changed.map((one) => priced(...one)),
    from,
  });
  const priced = (sku: typeof blue, usd: number, saleUsd?: number) => ({
    sku,
    prices: prices(usd),
    ...(saleUsd !== undefined && { salePrices: prices(saleUsd) }),
  });
  const blueChanged = PriceChanged({
    productId: id,
    sku: blue,
    oldPrices: prices(3_000),
    newPrices: prices(3_100),
    from,
    revision: 2,
  });

  test("says each SKU whose price differs", () =>
    given(created)
      .when(change([blue, 3_100], [red, 3_200, 2_800]))
      .yields(blueChanged));
  test("the end of a sale is a change", () =>
    given(created)
      .when(change([red, 3_200]))
      .yields(
        PriceChanged({
          productId: id,
          sku: red,
          oldPrices: prices(3_200),
          newPrices: prices(3_200),
          oldSalePrices: prices(2_800),
          from,
          revision: 2,
        }),
      ));
  test("is remembered", () =>
    given(created, blueChanged)
      .when(change([blue, 3_100]))
      .yields());
  test("of an SKU of another product is refused", () =>
    given(created)
      .when(change(["LAMP-1" as typeof blue, 1_000]))
      .refuses("products.unknown_sku"));
  test("twice for one SKU is refused", () =>
    given(created)
      .when(change([blue, 3_100], [blue, 3_200]))
      .refuses("products.priced_twice"));
  test("with a sale above the price is refused", () =>
    given(created)
      .when(change([blue, 3_100, 3_200]))
      .refuses("products.sale_not_lower"));
});

describe("changing the status", () => {
  const all = ["Draft", "Active", "Inactive", "Discontinued"] as const;
  const legal = [
    "Draft Active",
    "Draft Discontinued",
    "Active Inactive",
    "Active Discontinued",
    "Inactive Active",
    "Inactive Discontinued",
  ];
  for (const oldStatus of all)
    for (const newStatus of all.filter((one) => one !== oldStatus)) {
      const isLegal = legal.includes(`${oldStatus} ${newStatus}`);
      test(`${oldStatus} to ${newStatus} is ${isLegal ? "said twice: as itself and whole" : "refused"}`, () => {
        const before = { ...teapot, status: oldStatus };
        const outcome = given(ProductCreated({ productId: id, product: before })).when({
          type: "changeStatus",
          status: newStatus,
        });
        if (!isLegal) return outcome.refuses("products.illegal_status");
        return outcome.yields(
          ProductStatusChanged({ productId: id, oldStatus, newStatus, revision: 2 }),
          ProductUpdated({ productId: id, product: { ...before, status: newStatus, revision: 2 } }),
        );
      });
    }
});

test("an import says everything that differs, and its events lead to what it brought", () => {
  const after = {
    ...teapot,
    revision: 2,
    status: "Inactive" as const,
    variants: teapot.variants.map((one) => ({ ...one, prices: prices(3_500) })),
  };
  const events = differences(teapot, after, from);
  expect(events.map(({ type }) => type)).toEqual([
    "products.product_status_changed",
    "products.price_changed",
    "products.price_changed",
    "products.product_updated",
  ]);
  expect(events.reduce(productDecider.evolve, teapot)).toEqual(after);
});
