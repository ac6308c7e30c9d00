import type { StaffProductList, StaffProductQuery, Sku } from "@wares/contracts";
import type { Tools } from "@wares/platform";
import { pages } from "@wares/platform/http";
import { availableIn, type Stock } from "./product-view.ts";
import { staffRows } from "./staff-list.store.ts";
import type { Static } from "typebox";

type Needs = Readonly<{ availableOf: (skus: readonly Sku[]) => Promise<Stock> }>;

/** The catalogue as staff see it: drafts too, with what lies on the shelf. */
export const staffList =
  ({ db, keys }: Tools, { availableOf }: Needs) =>
  async (asked: Static<typeof StaffProductQuery>): Promise<StaffProductList> => {
    const { query, status, categoryId, sort, limit } = asked;
    const list = pages(
      keys,
      `staff products ${sort} ${query ?? ""} ${status ?? ""} ${categoryId ?? ""}`,
    );
    const [at, id] = list.place(asked.after) ?? [];
    const after = at === undefined ? undefined : { at: String(at), id: String(id) };
    const filter = { query, status, categoryId };
    const { rows, ...counted } = await staffRows(db, filter, { sort, after, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const skus = shown.flatMap(({ label }) => label.offers.map(({ sku }) => sku));
    const stock: Stock = skus.length > 0 ? await availableOf(skus) : new Map();
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      products: shown.map(({ label, ...row }) => ({
        id: row.product_id,
        revision: row.revision,
        sku: label.sku,
        name: label.name,
        brand: label.brand,
        status: row.status,
        category: row.category,
        prices: row.prices,
        ...(row.sale_prices && { salePrices: row.sale_prices }),
        variantCount: row.variant_count,
        available: availableIn(label.offers, stock),
        ...(label.picture && { pictureUrl: label.picture.url }),
        createdAt: row.created_at,
        updatedAt: row.updated_at,
      })),
      ...counted,
      ...(last && {
        next: list.next([sort === "Changed" ? last.updated_at : last.created_at, last.product_id]),
      }),
    };
  };
export type StaffList = ReturnType<typeof staffList>;
