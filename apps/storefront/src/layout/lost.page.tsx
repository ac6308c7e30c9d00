import { SearchResult } from "@wares/contracts";
import { data } from "react-router";
import { visitContext } from "../server/visit.ts";
import type { Route } from "./+types/lost.page.ts";
import { localeOf, withoutLanguage } from "./locale.ts";
import { Lost } from "./lost.tsx";
import { titleOf } from "./page-meta.ts";

export const loader = async ({ request, context }: Route.LoaderArgs) => {
  const visit = context.get(visitContext);
  const { pathname } = new URL(request.url);
  const words = wordsIn(withoutLanguage(pathname));
  const query = { ...localeOf(request, visit), query: words, pageSize: 4 };
  const found = words === "" ? { products: [] } : await search(visit.ask, query);
  return data({ query: words, products: found.products }, { status: 404 });
};

const search = async (
  ask: (question: {
    path: string;
    query: Record<string, string | number>;
    schema: typeof SearchResult;
  }) => Promise<SearchResult>,
  query: Record<string, string | number>,
): Promise<Pick<SearchResult, "products">> =>
  ask({ path: "search", query, schema: SearchResult }).catch(() => ({ products: [] }));

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
