import Type, { type Static } from "typebox";
import { CategoryRef, ProductCard } from "./products.http.ts";
import { CategoryId, closed } from "./vocabulary.ts";

const price = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** Filters within one field widen, fields among themselves narrow. Prices in minor units of `currency`. */
export const SearchQuery = Type.Object(
  {
    language: Type.Enum(["en", "zh"], { default: "en" }),
    currency: Type.Enum(["USD", "EUR", "GBP", "JPY", "CNY"], { default: "USD" }),
    query: Type.String({ maxLength: 200, default: "" }),
    categoryId: Type.Optional(CategoryId),
    brand: Type.Optional(Type.Array(Type.String({ maxLength: 120 }), { maxItems: 20 })),
    priceMin: Type.Optional(price),
    priceMax: Type.Optional(price),
    /** `Name:value`, as the facets of the same language give them. */
    attribute: Type.Optional(
      Type.Array(Type.String({ maxLength: 400, pattern: "^[^:]+:" }), { maxItems: 20 }),
    ),
    inStock: Type.Optional(Type.Boolean()),
    onSale: Type.Optional(Type.Boolean()),
    ratingMin: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    sortBy: Type.Enum(["Relevance", "Price", "Name", "Rating", "Newest"], { default: "Relevance" }),
    sortOrder: Type.Optional(Type.Enum(["Asc", "Desc"])),
    page: Type.Integer({ minimum: 1, maximum: 400, default: 1 }),
    pageSize: Type.Integer({ minimum: 1, maximum: 100, default: 24 }),
  },
  closed,
);
export type SearchQuery = Static<typeof SearchQuery>;

/** `field` is category, brand, price, rating, availability, or an attribute's name. */
export const Facet = Type.Object({
  field: Type.String(),
  kind: Type.Enum(["category", "brand", "price", "rating", "stock", "attribute"]),
  values: Type.Array(
    Type.Object({
      value: Type.String(),
      label: Type.String(),
      count: Type.Integer({ minimum: 0 }),
      swatch: Type.Optional(Type.String()),
    }),
  ),
});
export type Facet = Static<typeof Facet>;

export const SearchResult = Type.Object({
  products: Type.Array(ProductCard),
  totalCount: Type.Integer({ minimum: 0 }),
  page: Type.Integer(),
  pageSize: Type.Integer(),
  facets: Type.Array(Facet),
  /** What was searched instead, when the words as typed found nothing. */
  correctedQuery: Type.Optional(Type.String()),
});
export type SearchResult = Static<typeof SearchResult>;

export const SuggestionQuery = Type.Object(
  {
    language: Type.Enum(["en", "zh"], { default: "en" }),
    currency: Type.Enum(["USD", "EUR", "GBP", "JPY", "CNY"], { default: "USD" }),
    query: Type.String({ minLength: 1, maxLength: 100 }),
  },
  closed,
);
export const Suggestions = Type.Object({
  products: Type.Array(ProductCard),
  categories: Type.Array(CategoryRef),
  queries: Type.Array(Type.String()),
});
export type Suggestions = Static<typeof Suggestions>;
