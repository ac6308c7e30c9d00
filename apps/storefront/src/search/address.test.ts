import { expect, test } from "vitest";
import { addressOf, countOf, filtersIn, questionOf } from "./address.ts";

const address =
  "?q=mug&priceMin=20&priceMax=90&brand=Skerry+Pottery&brand=Atelier+Ness&attribute=Colour%3AMoss&inStock=true&sort=PriceDesc&page=2";

test("what an address says is said back by it", () => {
  const filters = filtersIn(new URLSearchParams(address));
  expect(filtersIn(new URLSearchParams(addressOf(filters)))).toEqual(filters);
  expect(countOf(filters)).toBe(5);
});

test("no filter is the shortest address", () => {
  expect(addressOf(filtersIn(new URLSearchParams("?priceMin=&priceMax=&sort=Relevance")))).toBe(
    "?",
  );
});

test.for([
  "?page=-3&priceMin=1e9&sort=Nonsense&ratingMin=9&category=x",
  `?brand=${"x".repeat(500)}&attribute=noColon`,
])("what cannot be meant is left out: %s", (typed) => {
  expect(addressOf(filtersIn(new URLSearchParams(typed)))).toBe("?");
});

test("prices are asked in minor units, and yen have none", () => {
  const filters = filtersIn(new URLSearchParams(address));
  expect(questionOf(filters, "USD")).toMatchObject({ priceMin: 2_000, priceMax: 9_000 });
  expect(questionOf(filters, "JPY")).toMatchObject({ priceMin: 20, priceMax: 90 });
  expect(questionOf(filters, "USD")).toMatchObject({ sortBy: "Price", sortOrder: "Desc" });
});

test("lists are bounded, whatever somebody types", () => {
  const many = Array.from({ length: 100 }, (_, place) => `brand=b${place}`).join("&");
  expect(filtersIn(new URLSearchParams(many)).brand).toHaveLength(20);
});
