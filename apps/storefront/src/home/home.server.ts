import { ProductList, Recommendations } from "@wares/contracts";
import { redirect } from "react-router";
import { type Locale, localeOf } from "../layout/locale.ts";
import { readSales } from "../sales/sales.server.ts";
import type { Visit } from "../server/visit.ts";
import { pageAddress } from "../server/page-address.ts";

export const loadHome = async (request: Request, visit: Visit) => {
  const { pathname, search } = pageAddress(request);
  if (pathname === "/" && prefersChinese(request, visit)) throw redirect(`/zh${search}`, 302);
  const locale = localeOf(request, visit);
  const [newest, onSale, forYou, flash] = await Promise.all([
    visit.ask({ path: "products", query: { ...locale, limit: 5 }, schema: ProductList }),
    visit.ask({
      path: "products",
      query: { ...locale, onSale: true, limit: 4 },
      schema: ProductList,
    }),
    forYouOf(visit, { ...locale, limit: 8 }),
    flashOf(visit, locale),
  ]);
  // A thing stands on one shelf: what is new is already to be seen above.
  const isNew = new Set<string>(newest.products.map(({ id }) => id));
  const others = forYou.filter(({ product }) => !isNew.has(product.id));
  return { flash, newest: newest.products, onSale: onSale.products, forYou: others };
};
export type HomeOf = Awaited<ReturnType<typeof loadHome>>;

/** The sale that ends or begins next, with its things. Most days there is none. */
const flashOf = async (visit: Visit, locale: Locale) => {
  const [sale] = (await readSales(visit, locale)).toSorted((one, other) =>
    one.startsAt.localeCompare(other.startsAt),
  );
  if (!sale) return undefined;
  const ids = [...new Set(sale.items.map(({ productId }) => productId))].slice(0, 4).join(",");
  const asking = visit.ask({ path: "products", query: { ...locale, ids }, schema: ProductList });
  const products = await asking.then(({ products: found }) => found).catch(() => []);
  return products.length > 0 ? { sale, products } : undefined;
};

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
