import { ProductList, Recommendations } from "@wares/contracts";
import { redirect } from "react-router";
import { localeOf } from "../layout/locale.ts";
import type { Visit } from "../server/visit.ts";
import { pageAddress } from "../server/page-address.ts";

export const loadHome = async (request: Request, visit: Visit) => {
  const { pathname, search } = pageAddress(request);
  if (pathname === "/" && prefersChinese(request, visit)) throw redirect(`/zh${search}`, 302);
  const locale = localeOf(request, visit);
  const [newest, onSale, forYou] = await Promise.all([
    visit.ask({ path: "products", query: { ...locale, limit: 5 }, schema: ProductList }),
    visit.ask({
      path: "products",
      query: { ...locale, onSale: true, limit: 4 },
      schema: ProductList,
    }),
    forYouOf(visit, { ...locale, limit: 8 }),
  ]);
  // A thing stands on one shelf: what is new is already to be seen above.
  const isNew = new Set<string>(newest.products.map(({ id }) => id));
  const others = forYou.filter(({ product }) => !isNew.has(product.id));
  return { newest: newest.products, onSale: onSale.products, forYou: others };
};
export type HomeOf = Awaited<ReturnType<typeof loadHome>>;

// The address decides everywhere else; at the door we go by what was chosen, then by the browser.
const prefersChinese = (request: Request, visit: Visit) => {
  const chosen = visit.cookie("wares_language");
  if (chosen) return chosen === "zh";
  return /^zh\b/i.test(request.headers.get("accept-language") ?? "");
};

// Suggestions are the least of a home page: without them it is still one.
const forYouOf = (visit: Visit, query: Record<string, string | number>) =>
  visit
    .ask({ path: "recommendations", query, schema: Recommendations })
    .then(({ items }) => items)
    .catch(() => []);
