import { cardFrom, parse, ProductId } from "@wares/contracts";
import type {
  LocaleQuery,
  ProductCard,
  ProductList,
  ProductListQuery,
  Sku,
} from "@wares/contracts";
import { Refused, type Tools } from "@wares/platform";
import { pages } from "@wares/platform/http";
import { bestLabels, labelsOf, newestLabels, type LabelRow } from "./card.store.ts";
import { availableIn, type Stock } from "./product-view.ts";

/** What products need of other services, as plain functions. */
export type ProductNeeds = Readonly<{
  /** How many of each can be sold now; an SKU that is not in the answer has none. */
  availableOf: (skus: readonly Sku[]) => Promise<Stock>;
}>;

export const cardQueries = ({ db, keys }: Tools, { availableOf }: ProductNeeds) => {
  const cards = async (rows: readonly LabelRow[], locale: LocaleQuery): Promise<ProductCard[]> => {
    const skus = rows.flatMap(({ label }) => label.offers.map(({ sku }) => sku));
    const stock: Stock = skus.length === 0 ? new Map() : await availableOf(skus);
    return rows.map(({ label, family, rating_sum: ratingSum, rating_count: ratingCount }) => {
      const available = availableIn(label.offers, stock);
      return cardFrom(label, { available, ratingSum, ratingCount, familyKey: family }, locale);
    });
  };
  const cardsOf = async (ids: readonly ProductId[], locale: LocaleQuery) =>
    cards(await labelsOf(db, ids), locale);

  const list = async (query: ProductListQuery): Promise<ProductList> => {
    if (query.ids) return { products: await cardsOf(idsIn(query.ids), query) };
    const { categoryId, onSale: isOnSale, sort, limit } = query;
    const page = pages(keys, `products ${sort} ${categoryId ?? ""} ${isOnSale ?? ""}`);
    const [by, id] = page.place(query.after) ?? [];
    const after = by === undefined ? undefined : { by: String(by), id: String(id) };
    const read = sort === "Rating" ? bestLabels : newestLabels;
    // One more than asked for tells whether there is a page after this one.
    const rows = await read(db, { categoryId, isOnSale, limit: limit + 1 }, after);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const place = last && (sort === "Rating" ? last.rating_score : last.label.createdAt);
    return {
      products: await cards(shown, query),
      ...(last && place !== undefined && { next: page.next([place, last.label.id]) }),
    };
  };
  return { cardsOf, list };
};
export type CardQueries = ReturnType<typeof cardQueries>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const idsIn = (text: string): readonly ProductId[] =>
  text.split(",").map((id) => {
    if (uuid.test(id)) return parse(ProductId, id);
    const message = "An id is a UUID.";
    throw new Refused({ refusal: "request.invalid", status: 400, message, field: "/ids" });
  });
