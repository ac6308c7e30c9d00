import { Cart, Done, parse, Recommendations, Sku } from "@wares/contracts";
import { redirect } from "react-router";
import { inLanguage, type Locale, localeOf } from "../layout/locale.ts";
import { cartInSales, type SaleCart } from "../sales/sale-cart.ts";
import { admissionOf, readSales } from "../sales/sales.server.ts";
import { attempt, type Visit } from "../server/visit.ts";
import { fieldIn } from "../server/form-field.ts";
import { pageAddress } from "../server/page-address.ts";

export const emptyCart = (currency: Locale["currency"]): Cart => ({
  lines: [],
  currency,
  subtotal: { amount: 0, currency },
  itemCount: 0,
});

/** Who has no proof yet has no cart yet, and nobody is asked for it. */
export const readCart = async (visit: Visit, query: Locale): Promise<SaleCart> => {
  if (!visit.isSignedIn() && !visit.cookie("wares_guest")) return emptyCart(query.currency);
  const [cart, sales] = await Promise.all([
    visit.ask({ path: "cart", query, schema: Cart }),
    readSales(visit, query),
  ]);
  return cartInSales(cart, sales);
};

/** The sale whose waiting room has not let one in yet. */
const roomAhead = async (visit: Visit, { lines }: SaleCart) => {
  const sale = lines.find((line) => line.sale)?.sale;
  if (!sale?.hasWaitingRoom) return undefined;
  return (await admissionOf(visit, sale.id)) ? undefined : sale.id;
};

const saleTroubles = ["sold-out", "limit", "two", "taken", "room", "over"] as const;
export type SaleTrouble = (typeof saleTroubles)[number];

export const loadCart = async (request: Request, visit: Visit) => {
  const locale = localeOf(request, visit);
  const cart = await readCart(visit, locale);
  const [withThese, roomOfSale] = await Promise.all([
    goesWith(visit, locale, cart),
    roomAhead(visit, cart),
  ]);
  // Sent back from checkout: why.
  const asked = pageAddress(request).searchParams.get("sale");
  const saleTrouble = saleTroubles.find((one) => one === asked);
  return { cart, withThese, roomOfSale, saleTrouble };
};

const goesWith = async (visit: Visit, locale: Locale, cart: SaleCart) => {
  const skus = cart.lines.map(({ sku }) => sku).slice(0, 50);
  const query = { ...locale, limit: 4, ...(skus.length > 0 && { skus }) };
  const asking = visit.ask({ path: "recommendations", query, schema: Recommendations });
  // A cart without suggestions is a cart.
  return asking.then(({ items }) => items.map(({ product }) => product)).catch(() => []);
};

export type CartProblem = "noSuch" | "tooMany" | "failed";

/** One form field, `intent`, says what to do; without scripts the answer is the cart's page. */
export const changeCart = async (request: Request, visit: Visit) => {
  const locale = localeOf(request, visit);
  const form = await request.formData();
  const stays = form.get("stay") === "1";
  // A changed cart is another purchase: the next checkout starts a new order.
  visit.forget("wares_checkout");
  await visit.needGuest();
  const { problem } = await attempt(sendChange(visit, locale, form));
  if (!problem)
    return stays ? { problem: undefined } : redirect(inLanguage(locale.language, "/cart"), 303);
  const kind: CartProblem =
    problem.status === 404 ? "noSuch" : problem.type === "request.invalid" ? "tooMany" : "failed";
  return { problem: kind };
};

const sendChange = (visit: Visit, query: Locale, form: FormData) => {
  const sku = fieldIn(form, "sku");
  const quantity = Math.trunc(Number(form.get("quantity") ?? 1));
  const line = `cart/lines/${encodeURIComponent(sku)}`;
  const intent = form.get("intent");
  if (intent === "remove" || quantity < 1) {
    return visit.ask({ method: "DELETE", path: line, query, schema: Done });
  }
  if (intent === "set") {
    return visit.ask({ method: "PUT", path: line, query, body: { quantity }, schema: Done });
  }
  const body = { sku: parse(Sku, sku), quantity };
  return visit.ask({ method: "POST", path: "cart/lines", query, body, schema: Done });
};
