import { type ProductCard, SearchResult } from "@wares/contracts";
import { data } from "react-router";
import { type Visit, visitContext } from "../server/visit.ts";
import type { Route } from "./+types/lost.page.ts";
import { type Locale, localeOf, withoutLanguage } from "./locale.ts";
import { Lost } from "./lost.tsx";
import { titleOf } from "./page-meta.ts";
import { pageAddress } from "../server/page-address.ts";

export const loader = async ({ request, context }: Route.LoaderArgs) => {
  const visit = context.get(visitContext);
  const { pathname } = pageAddress(request);
  const words = wordsIn(withoutLanguage(pathname));
  // All the words first; then the last alone, which is what a thing is called by.
  const last = words.split(" ").at(-1) ?? "";
  for (const query of new Set([words, last])) {
    const products = await nearest(visit, localeOf(request, visit), query);
    if (products.length > 0) return data({ query: words, products }, { status: 404 });
  }
  return data({ query: words, products: [] }, { status: 404 });
};

const nearest = async (visit: Visit, locale: Locale, query: string): Promise<ProductCard[]> => {
  if (query === "") return [];
  const asked = { ...locale, query, pageSize: 4 };
  const found = visit.ask({ path: "search", query: asked, schema: SearchResult });
  // A page that is missing stays missing, also where search is away.
  return found.then(({ products }) => products).catch(() => []);
};

const wordsIn = (pathname: string) => {
  const last = pathname.split("/").findLast((part) => part !== "") ?? "";
  const text = /%[0-9a-f]{2}/i.test(last) ? safelyDecoded(last) : last;
  return text
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .slice(0, 100);
};

const safelyDecoded = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
};

export const meta: Route.MetaFunction = ({ location }) =>
  titleOf(location, { en: "No page here", zh: "没有这个页面" }, { isPrivate: true });

export default function LostPage({ loaderData }: Route.ComponentProps) {
  return <Lost query={loaderData.query} products={loaderData.products} />;
}
