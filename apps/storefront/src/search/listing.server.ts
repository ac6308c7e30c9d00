import { SearchResult } from "@wares/contracts";
import { localeOf } from "../layout/locale.ts";
import type { Visit } from "../server/visit.ts";
import { countOf, filtersIn, questionOf } from "./address.ts";
import { pageAddress } from "../server/page-address.ts";

/** A page of results, and when there is none the nearest thing to it. */
export const loadListing = async (request: Request, visit: Visit, within?: string) => {
  const locale = localeOf(request, visit);
  const filters = filtersIn(pageAddress(request).searchParams);
  const asked = questionOf(filters, locale.currency);
  const query = { ...locale, ...asked, categoryId: asked.categoryId ?? within };
  const result = await visit.ask({ path: "search", query, schema: SearchResult });
  const isEmpty = result.totalCount === 0 && (countOf(filters) > 0 || filters.q !== "");
  const nearest = isEmpty ? await nearestTo(visit, locale, query.query) : [];
  return { filters, result, nearest, currency: locale.currency };
};
export type Listing = Awaited<ReturnType<typeof loadListing>>;

const nearestTo = async (visit: Visit, locale: ReturnType<typeof localeOf>, words: string) => {
  const search = (query: string) =>
    visit.ask({ path: "search", query: { ...locale, query, pageSize: 3 }, schema: SearchResult });
  const byWords = words === "" ? undefined : await search(words);
  if (byWords && byWords.products.length > 0) return byWords.products;
  return (await search("")).products;
};
