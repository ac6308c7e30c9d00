import {
  Done,
  parse,
  ProductView,
  Recommendations,
  ReviewList,
  ReviewRequest,
  ShippingMethods,
} from "@wares/contracts";
import type { ProductId } from "@wares/contracts";
import { redirect } from "react-router";
import { countryName, countryOf } from "../layout/countries.server.ts";
import { deliveryWindow } from "../layout/dates.ts";
import { type Locale, localeOf } from "../layout/locale.ts";
import { inSale, type Sale, saleOf } from "../sales/sale-view.ts";
import { admissionOf, readSales } from "../sales/sales.server.ts";
import { attempt, type Visit } from "../server/visit.ts";
import { fieldIn } from "../server/form-field.ts";
import { pageAddress } from "../server/page-address.ts";

export const loadProduct = async (slug: string, request: Request, visit: Visit) => {
  const locale = localeOf(request, visit);
  const { searchParams } = pageAddress(request);
  const path = `products/${encodeURIComponent(slug)}`;
  const [asUsual, open] = await Promise.all([
    visit.ask({ path, query: locale, schema: ProductView }),
    readSales(visit, locale),
  ]);
  const isOf = ({ productId }: Sale["items"][number]) => productId === asUsual.id;
  const sales = open.filter(({ items }) => items.some(isOf));
  const variants = asUsual.variants.map((variant) => inSale(variant, sales));
  const product = { ...asUsual, variants };
  const [reviews, recommendations, delivery, admittedUntil] = await Promise.all([
    reviewsOf(visit, product.id, searchParams),
    recommendationsFor(visit, product.id, locale),
    deliveryOf(visit, locale, (product.salePrice ?? product.price).amount),
    admittedTo(visit, sales, isOf),
  ]);
  return {
    product,
    sales,
    admittedUntil,
    sku: searchParams.get("sku") ?? undefined,
    stars: starsIn(searchParams),
    reviews,
    ...recommendations,
    delivery,
    canReview: visit.isSignedIn(),
  };
};
export type ProductPageOf = Awaited<ReturnType<typeof loadProduct>>;

/** Asked only where one has to be let in first. */
const admittedTo = async (
  visit: Visit,
  sales: readonly Sale[],
  isOf: (item: Sale["items"][number]) => boolean,
) => {
  const found = saleOf(sales, isOf);
  const isAsked = found?.phase === "running" && found.sale.hasWaitingRoom;
  return isAsked ? admissionOf(visit, found.sale.id) : undefined;
};

const starsIn = (params: URLSearchParams) => {
  const stars = params.get("rating") ?? "";
  return /^[1-5]$/.test(stars) ? Number(stars) : undefined;
};

const reviewsOf = (visit: Visit, productId: ProductId, params: URLSearchParams) => {
  const after = params.get("after") ?? undefined;
  const query = { rating: starsIn(params), after, limit: 6 };
  return visit.ask({ path: `products/${productId}/reviews`, query, schema: ReviewList });
};

// What stands below the product may be missing; the product may not.
const recommendationsFor = async (visit: Visit, productId: ProductId, locale: Locale) => {
  const query = { ...locale, productId, limit: 12 };
  const asking = visit.ask({ path: "recommendations", query, schema: Recommendations });
  const { items } = await asking.catch(() => ({ items: [] }));
  const ofKind = (isOf: (kind: string) => boolean) =>
    items.filter(({ reason }) => isOf(reason.kind)).map(({ product }) => product);
  const alsoViewed = ofKind((kind) => kind === "AlsoViewed" || kind === "Popular").slice(0, 4);
  const shown = new Set(alsoViewed.map(({ id }) => id));
  const goesWith = ofKind((kind) => kind !== "AlsoViewed" && kind !== "Popular")
    .filter(({ id }) => !shown.has(id))
    .slice(0, 4);
  return { goesWith, alsoViewed };
};

const deliveryOf = async (visit: Visit, locale: Locale, subtotal: number) => {
  const country = countryOf[locale.currency];
  const query = { ...locale, country, subtotal };
  const asking = visit.ask({ path: "shipping-methods", query, schema: ShippingMethods });
  const { methods } = await asking.catch(() => ({ methods: [] }));
  const [cheapest] = methods.toSorted((one, other) => one.cost.amount - other.cost.amount);
  if (!cheapest) return undefined;
  const window = deliveryWindow(visit.now(), cheapest.estimatedDays);
  return { country: countryName(country, locale.language), cost: cheapest.cost, window };
};

/** A review by who is signed in; the page then shows it. */
export const writeReview = async (slug: string, request: Request, visit: Visit) => {
  const { language, currency } = localeOf(request, visit);
  const form = await request.formData();
  const text = (name: string) => fieldIn(form, name).trim();
  const path = `products/${encodeURIComponent(slug)}`;
  const product = await visit.ask({ path, query: { language, currency }, schema: ProductView });
  const review = {
    rating: Number(text("rating")),
    title: text("title"),
    text: text("text"),
    author: text("author"),
    language,
  };
  const { problem } = await attempt(sendReview(visit, product.id, review));
  if (problem) return { problem: problem.title };
  return redirect(`${pageAddress(request).pathname}?written=1#reviews`, 303);
};

const sendReview = async (visit: Visit, productId: ProductId, review: object) =>
  visit.ask({
    method: "POST",
    path: `products/${productId}/reviews`,
    body: parse(ReviewRequest, review),
    schema: Done,
  });
