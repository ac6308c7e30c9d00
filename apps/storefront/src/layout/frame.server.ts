import { Cart, CategoryList, Suggestions } from "@wares/contracts";
import type { Category } from "@wares/contracts";
import { readSales } from "../sales/sales.server.ts";
import type { Visit } from "../server/visit.ts";
import { localeOf } from "./locale.ts";
import { pageAddress } from "../server/page-address.ts";

/** What stands around every page. None of it may keep the page itself from being shown. */
export const loadFrame = async (request: Request, visit: Visit) => {
  const locale = localeOf(request, visit);
  const theme = visit.cookie("wares_theme");
  const consent = visit.cookie("wares_consent");
  const [families, cartCount, sales] = await Promise.all([
    familiesOf(visit, locale),
    cartCountOf(visit, locale),
    readSales(visit, locale),
  ]);
  return {
    ...locale,
    theme: theme === "light" || theme === "dark" ? theme : undefined,
    consent: consent === "yes" || consent === "no" ? consent : undefined,
    isSignedIn: visit.isSignedIn(),
    families,
    thingCount: families.reduce((sum, family) => sum + family.productCount, 0),
    cartCount,
    /** Every card of a product in one of them says so. */
    sales,
  };
};
export type FrameOf = Awaited<ReturnType<typeof loadFrame>>;

type Asked = { language: string; currency: string };

const familiesOf = async (visit: Visit, query: Asked): Promise<Category[]> => {
  try {
    const { categories } = await visit.ask({ path: "categories", query, schema: CategoryList });
    return categories.filter(({ level }) => level === 0).slice(0, 24);
  } catch {
    return [];
  }
};

const cartCountOf = async (visit: Visit, query: Asked) => {
  if (!visit.isSignedIn() && !visit.cookie("wares_guest")) return 0;
  try {
    return (await visit.ask({ path: "cart", query, schema: Cart })).itemCount;
  } catch {
    return 0;
  }
};

export const loadSuggestions = async (request: Request, visit: Visit) => {
  const { language, currency } = localeOf(request, visit);
  const query = pageAddress(request).searchParams.get("q")?.trim().slice(0, 100) ?? "";
  if (query === "") return { query, products: [], categories: [], queries: [] };
  const path = "search/suggestions";
  const found = await visit.ask({
    path,
    query: { language, currency, query },
    schema: Suggestions,
  });
  return { query, ...found };
};
