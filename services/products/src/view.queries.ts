import {
  offersOf,
  type LocaleQuery,
  type ProductId,
  type ProductView,
  type Sku,
} from "@wares/contracts";
import { Refused, type Tools } from "@wares/platform";
import type { ProductNeeds } from "./card.queries.ts";
import { availableIn, productView, type Shown } from "./product-view.ts";
import { refusals } from "./refusals.ts";
import { findView } from "./view.store.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const viewQueries = ({ db }: Tools, { availableOf }: ProductNeeds) => {
  const find = async (slug: string, language: "en" | "zh"): Promise<Shown> => {
    const id = uuid.test(slug) ? slug : undefined;
    const found = await findView(db, { slug, id, language });
    if (!found) throw new Refused(refusals.notFound);
    const { product, label, breadcrumbs } = found;
    const facts = { available: 0, ratingSum: found.rating_sum, ratingCount: found.rating_count };
    return { product, label, breadcrumbs, updatedAt: found.updated_at, facts };
  };

  return {
    /** What a shopper may not see is reported as missing. */
    view: async (slug: string, locale: LocaleQuery, isStaff: boolean): Promise<ProductView> => {
      const shown = await find(slug, locale.language);
      const { product, facts } = shown;
      if (!isStaff && (product.status === "Draft" || product.status === "Inactive"))
        throw new Refused(refusals.notFound);
      const offers = offersOf(product);
      const skus: readonly Sku[] = offers.map(({ sku }) => sku);
      const stock = await availableOf(skus);
      const available = availableIn(offers, stock, product.status);
      return productView({ ...shown, facts: { ...facts, available } }, stock, locale);
    },
    forStaff: (id: ProductId): Promise<Shown> => find(id, "en"),
  };
};
export type ViewQueries = ReturnType<typeof viewQueries>;
