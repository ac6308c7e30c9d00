import { PriceChanged, ProductStatusChanged, ReviewAdded, ReviewId } from "@wares/contracts";
import { idOf } from "@wares/platform";
import { expect, test } from "vitest";
import { withPrice, withProduct, withReview, withStatus } from "./document.ts";
import { prices, product } from "./search.examples.ts";

const teapot = product("Blue teapot", { revision: 3 });
const document = withProduct(undefined, teapot);
const priced = (usd: number, revision: number) =>
  PriceChanged({
    productId: teapot.id,
    sku: teapot.sku,
    oldPrices: teapot.prices,
    newPrices: prices(usd),
    from: teapot.createdAt,
    revision,
  }).data;
const usd = ({ label }: typeof document) => label.offers[0]?.prices.USD;

test("an older word never overwrites a newer one, whatever it is about", () => {
  const older = { ...teapot, revision: 2, name: { en: "Old" }, status: "Draft" as const };
  expect(withProduct(document, older)).toEqual(document);
  expect(withPrice(document, priced(1, 2))).toBe(document);
  const draft = { oldStatus: "Active", newStatus: "Draft", revision: 2 } as const;
  const said = ProductStatusChanged({ productId: teapot.id, ...draft }).data;
  expect(withStatus(document, said)).toBe(document);
});

test("a price that came before its product's older words stays, and the words are taken", () => {
  const repriced = withPrice(document, priced(999, 5));
  const renamed = withProduct(repriced, { ...teapot, revision: 4, name: { en: "Round teapot" } });
  expect([renamed.words.name.en, usd(renamed), renamed.priceRevision]).toEqual([
    "Round teapot",
    999,
    5,
  ]);
  const later = withProduct(renamed, { ...teapot, revision: 6 });
  expect(usd(later)).toBe(2_000);
});

test("the same event twice is the same as once", () => {
  const once = withPrice(document, priced(999, 4));
  expect(withPrice(once, priced(999, 4))).toEqual(once);
  expect(withProduct(document, teapot)).toEqual(document);
});

test("opinions are kept when words change, and fewer of them are old news", () => {
  const reviewId = idOf(ReviewId, "r");
  const said = (ratingSum: number, ratingCount: number) =>
    ReviewAdded({ productId: teapot.id, reviewId, rating: 5, ratingSum, ratingCount }).data;
  const liked = withReview(document, said(9, 2));
  expect(withReview(liked, said(5, 1))).toBe(liked);
  expect(withProduct(liked, { ...teapot, revision: 4 })).toMatchObject({
    ratingSum: 9,
    ratingCount: 2,
  });
});
