import type { Currency, SearchQuery } from "@wares/contracts";

/** The address bar holds the whole state of a listing; this is the one place that reads and writes it. */
export const sorts = ["Relevance", "Newest", "PriceAsc", "PriceDesc", "Rating"] as const;
export type Sort = (typeof sorts)[number];

export type Filters = {
  q: string;
  brand: string[];
  attribute: string[];
  /** As people write them, in whole units of the currency. */
  priceMin: string;
  priceMax: string;
  ratingMin: string;
  inStock: boolean;
  onSale: boolean;
  category: string;
  sort: Sort;
  page: number;
};

const wholeNumber = (text: string | null) => (text && /^\d{1,7}$/.test(text) ? text : "");
const lists = (values: string[], longest: number) =>
  [...new Set(values)].filter((value) => value !== "" && value.length <= longest).slice(0, 20);

/** What cannot be meant is left out: an address typed by hand must not end in an error. */
export const filtersIn = (params: URLSearchParams): Filters => {
  const sort = params.get("sort");
  const page = Number(wholeNumber(params.get("page")));
  const category = params.get("category") ?? "";
  return {
    q: (params.get("q") ?? "").trim().slice(0, 200),
    brand: lists(params.getAll("brand"), 120),
    attribute: lists(params.getAll("attribute"), 400).filter((value) => /^[^:]+:/.test(value)),
    priceMin: wholeNumber(params.get("priceMin")),
    priceMax: wholeNumber(params.get("priceMax")),
    ratingMin: /^[1-5]$/.test(params.get("ratingMin") ?? "") ? (params.get("ratingMin") ?? "") : "",
    inStock: params.get("inStock") === "true",
    onSale: params.get("onSale") === "true",
    category: /^[0-9a-f-]{36}$/.test(category) ? category : "",
    sort: sorts.find((known) => known === sort) ?? "Relevance",
    page: Math.min(400, Math.max(1, page || 1)),
  };
};

/** The shortest address that says the same; whoever changes a filter starts at page one. */
export const addressOf = (filters: Filters): string => {
  const params = new URLSearchParams();
  const { brand, attribute, inStock, onSale, sort, page, ...texts } = filters;
  for (const [name, text] of Object.entries(texts)) if (text) params.set(name, text);
  for (const one of brand) params.append("brand", one);
  for (const one of attribute) params.append("attribute", one);
  if (inStock) params.set("inStock", "true");
  if (onSale) params.set("onSale", "true");
  if (sort !== "Relevance") params.set("sort", sort);
  if (page > 1) params.set("page", String(page));
  const text = params.toString();
  return text === "" ? "?" : `?${text}`;
};

const sortOf: Record<Sort, Pick<SearchQuery, "sortBy" | "sortOrder">> = {
  Relevance: { sortBy: "Relevance" },
  Newest: { sortBy: "Newest" },
  PriceAsc: { sortBy: "Price", sortOrder: "Asc" },
  PriceDesc: { sortBy: "Price", sortOrder: "Desc" },
  Rating: { sortBy: "Rating" },
};

export const questionOf = (filters: Filters, currency: Currency) => {
  const minor = (whole: string) =>
    whole === "" ? undefined : Number(whole) * (currency === "JPY" ? 1 : 100);
  return {
    query: filters.q,
    brand: filters.brand,
    attribute: filters.attribute,
    categoryId: filters.category || undefined,
    priceMin: minor(filters.priceMin),
    priceMax: minor(filters.priceMax),
    ratingMin: filters.ratingMin ? Number(filters.ratingMin) : undefined,
    inStock: filters.inStock || undefined,
    onSale: filters.onSale || undefined,
    ...sortOf[filters.sort],
    page: filters.page,
    pageSize: 24,
  };
};

/** How many filters stand, the words searched for not counted. */
export const countOf = ({ brand, attribute, ...rest }: Filters) =>
  brand.length +
  attribute.length +
  [rest.priceMin || rest.priceMax, rest.ratingMin, rest.inStock, rest.onSale, rest.category].filter(
    Boolean,
  ).length;
