import { Done, Order, type Problem } from "@wares/contracts";
import { redirect } from "react-router";
import { readCart } from "../cart/cart.server.ts";
import { namedCountries } from "../layout/countries.server.ts";
import { inLanguage, type Locale, localeOf } from "../layout/locale.ts";
import { isBusy } from "../busy.ts";
import { attempt, retrySecondsOf, type Visit } from "../server/visit.ts";
import { cardIn, savedMethods } from "./card.server.ts";
import type { CheckoutView, FieldError, SoldOutLine, Trouble, Values } from "./checkout-view.ts";
import { detailErrors, errorsOf, firstValues, linesIn, valuesIn } from "./details.server.ts";
import { isAlreadyPlaced, placeAndPay } from "./place.server.ts";
import { addressOfPlaced, currentPurchase, type Purchase } from "./purchase.server.ts";
import { priced } from "./quote.server.ts";
import { saleTroubleOf, unlessSaleSaysNo } from "./sale-trouble.server.ts";
import { fieldIn } from "../server/form-field.ts";

export const loadCheckout = async (request: Request, visit: Visit): Promise<CheckoutView> => {
  const locale = localeOf(request, visit);
  const purchase = currentPurchase(visit);
  // Paid already, and came back: there is nothing to buy a second time.
  if (purchase.key !== undefined) throw goTo(locale, addressOfPlaced(purchase));
  const cart = await readCart(visit, locale);
  if (cart.lines.length === 0) throw goTo(locale, await whereItWent(visit, purchase));
  if (cart.lines.some(({ problem, sale }) => problem ?? sale?.problem)) throw goTo(locale, "/cart");
  const lines = cart.lines.map(({ sku, quantity }) => ({ sku, quantity }));
  const couponCode = cart.couponCode ?? "";
  const values = await firstValues(visit, locale);
  const prices = await unlessSaleSaysNo(
    locale,
    priced(visit, locale, lines, { ...values, couponCode }),
  );
  const { orderId, paymentId } = purchase;
  const isSignedIn = visit.isSignedIn();
  const countries = namedCountries(locale.language);
  const common = { orderId, paymentId, lines, couponCode, isSignedIn, countries, errors: [] };
  // Cards are shown once there is something to pay.
  return { stage: "details", ...common, ...prices, saved: [] };
};

/** A tab that was closed before the answer came knows nothing of its order; the shop does. */
const whereItWent = async (visit: Visit, purchase: Purchase) => {
  const path = `orders/${purchase.orderId}`;
  const { problem } = await attempt(visit.ask({ path, schema: Order }));
  return problem ? "/cart" : addressOfPlaced(purchase);
};

const goTo = ({ language }: Locale, path: string) => redirect(inLanguage(language, path), 303);

type Asked = { locale: Locale; form: FormData; values: Values; couponCode: string };

/** Every press of a button on the page comes here, with all of the form. */
export const actOnCheckout = async (request: Request, visit: Visit): Promise<CheckoutView> => {
  const locale = localeOf(request, visit);
  const form = await request.formData();
  const asked = { locale, form, values: valuesIn(form), couponCode: textIn(form, "couponCode") };
  const intent = textIn(form, "intent");
  if (intent === "pay") return pressedPay(visit, asked);
  if (intent === "continue") return pressedContinue(visit, asked);
  // The summary stands twice, folded for a phone and open for a desk: which field was it?
  if (intent === "coupon:code") return pressedCoupon(visit, asked, "code");
  if (intent === "coupon:code-phone") return pressedCoupon(visit, asked, "code-phone");
  if (/^(keep|drop):/.test(intent)) return pressedKeepOrDrop(visit, asked, intent);
  return viewOf(visit, asked, { stage: "details" });
};

const textIn = (form: FormData, name: string) => fieldIn(form, name).trim();

type Face = {
  stage: CheckoutView["stage"];
  lines?: CheckoutView["lines"];
  errors?: FieldError[];
  trouble?: Trouble | undefined;
};

const viewOf = async (visit: Visit, asked: Asked, face: Face): Promise<CheckoutView> => {
  const { locale, form, values, couponCode } = asked;
  const { stage, errors = [], trouble, lines = linesIn(form) } = face;
  if (lines.length === 0) throw goTo(locale, "/cart");
  const [prices, saved] = await Promise.all([
    unlessSaleSaysNo(locale, priced(visit, locale, lines, { ...values, couponCode })),
    stage === "pay" ? savedMethods(visit) : [],
  ]);
  const ids = { orderId: textIn(form, "orderId"), paymentId: textIn(form, "paymentId") };
  const countries = namedCountries(locale.language);
  const isSignedIn = visit.isSignedIn();
  const common = { ...ids, lines, couponCode, isSignedIn, countries, errors };
  return { stage, ...common, ...prices, saved, ...(trouble && { trouble }) };
};

const pressedContinue = async (visit: Visit, asked: Asked) => {
  const view = await viewOf(visit, asked, { stage: "pay" });
  const methodIds = view.methods.map(({ id }) => id);
  const errors = detailErrors(asked.values, methodIds);
  return errors.length > 0 ? { ...view, stage: "details" as const, errors } : view;
};

const pressedCoupon = async (visit: Visit, asked: Asked, field: string) => {
  const code = textIn(asked.form, field).toUpperCase().slice(0, 40);
  const stage = asked.form.get("stage") === "pay" ? "pay" : "details";
  const path = "cart/coupon";
  const query = asked.locale;
  const { problem } = await attempt(
    code === ""
      ? visit.ask({ method: "DELETE", path, query, schema: Done })
      : visit.ask({ method: "PUT", path, query, body: { code }, schema: Done }),
  );
  // The quote says in its own words why a code takes nothing off; only a code that cannot be one ends here.
  const errors: FieldError[] = problem ? [{ field: "code", kind: "wrong" }] : [];
  return viewOf(
    visit,
    { ...asked, couponCode: problem ? asked.couponCode : code },
    { stage, errors },
  );
};

const pressedKeepOrDrop = async (visit: Visit, asked: Asked, intent: string) => {
  const [, verb, left, sku] = /^(keep|drop):(\d{1,2}):(.{1,64})$/.exec(intent) ?? [];
  const quantity = verb === "keep" ? Number(left) : 0;
  const path = `cart/lines/${encodeURIComponent(sku ?? "")}`;
  const query = asked.locale;
  await attempt(
    quantity > 0
      ? visit.ask({ method: "PUT", path, query, body: { quantity }, schema: Done })
      : visit.ask({ method: "DELETE", path, query, schema: Done }),
  );
  const lines = linesIn(asked.form).flatMap((line) => {
    if (line.sku !== sku) return [line];
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
  return viewOf(visit, asked, { stage: "pay", lines });
};

const pressedPay = async (visit: Visit, asked: Asked): Promise<CheckoutView> => {
  const { form, locale, values, couponCode } = asked;
  const card = cardIn(form);
  if (!card) {
    return viewOf(visit, asked, { stage: "pay", errors: [{ field: "token", kind: "token" }] });
  }
  const errors = detailErrors(values, [values.shippingMethodId]);
  if (errors.length > 0) return viewOf(visit, asked, { stage: "details", errors });
  const ids = { orderId: textIn(form, "orderId"), paymentId: textIn(form, "paymentId") };
  const quoteVersion = textIn(form, "quoteVersion");
  const lines = linesIn(form);
  const placing = { ...ids, lines, values, couponCode, quoteVersion, card };
  const problem = await placeAndPay(visit, locale, placing);
  if (isAlreadyPlaced(problem)) throw goTo(locale, addressOfPlaced(currentPurchase(visit)));
  const sale = saleTroubleOf(problem);
  if (sale) throw goTo(locale, `/cart?sale=${sale}`);
  const fields = errorsOf(problem);
  if (fields.length > 0) return viewOf(visit, asked, { stage: "details", errors: fields });
  const view = await viewOf(visit, asked, { stage: "pay" });
  return { ...view, trouble: troubleOf(problem, view, seenIn(form)) };
};

type Seen = { total: number; hadSale: boolean };
const seenIn = (form: FormData): Seen => ({
  total: Number(form.get("seenTotal")),
  hadSale: form.get("seenSale") === "1",
});

/** What went wrong meanwhile, said so that one press can go on. */
const troubleOf = (problem: Problem, { quote, lines }: CheckoutView, seen: Seen): Trouble => {
  const { type, detail = {}, title } = problem;
  const { currency } = quote;
  if (isBusy(problem)) return { kind: "busy", seconds: retrySecondsOf(problem) };
  if (type === "orders.quote_changed") {
    const isKnown = Number.isSafeInteger(seen.total) && seen.total >= 0;
    const before = isKnown ? { amount: seen.total, currency } : quote.total;
    const isSaleOver = seen.hadSale && !quote.items.some(({ flashSaleId }) => flashSaleId);
    return { kind: "changed", before, now: quote.total, isSaleOver };
  }
  if (type === "inventory.sold_out") {
    const names = new Map(quote.items.map(({ sku, name }) => [String(sku), name]));
    const said = Array.isArray(detail["lines"]) ? (detail["lines"] as unknown[]) : [];
    const gone = said.flatMap((line) => soldOutIn(line, names));
    return gone.length > 0 && lines.length > 0
      ? { kind: "soldOut", lines: gone }
      : { kind: "refused", title };
  }
  return { kind: "refused", title };
};

const soldOutIn = (line: unknown, names: Map<string, string>): SoldOutLine[] => {
  const { sku, available } = line as { sku?: unknown; available?: unknown };
  if (typeof sku !== "string" || typeof available !== "number") return [];
  return [{ sku, name: names.get(sku) ?? sku, available }];
};
