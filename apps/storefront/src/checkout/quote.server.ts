import {
  type PaymentOptions,
  parse,
  PaymentOptions as PaymentOptionsOf,
  Quote,
  QuoteRequest,
  ShippingMethods,
  type StockLine,
} from "@wares/contracts";
import { deliveryWindow } from "../layout/dates.ts";
import type { Locale } from "../layout/locale.ts";
import type { Visit } from "../server/visit.ts";
import type { Method, Values } from "./checkout-view.ts";

export type Priced = { methods: Method[]; quote: Quote; options: PaymentOptions; values: Values };

/** What it costs, to where it goes and how: always from the shop, never from the form. */
export const priced = async (
  visit: Visit,
  locale: Locale,
  lines: StockLine[],
  asked: Values & { couponCode: string },
): Promise<Priced> => {
  const options = visit.ask({ path: "payment-options", schema: PaymentOptionsOf });
  const first = await quoteOf(visit, locale, lines, { ...asked, shippingMethodId: "" });
  const methods = await methodsOf(visit, locale, asked.country, first);
  const known = methods.find(({ id }) => id === asked.shippingMethodId);
  const chosen = (known ?? methods[0])?.id ?? "";
  const values = { ...asked, shippingMethodId: chosen };
  const isFirst = first.shippingMethod.id === chosen;
  const quote = isFirst ? first : await quoteOf(visit, locale, lines, values);
  return { methods, quote, options: await options, values };
};

export const quoteOf = (
  visit: Visit,
  { language, currency }: Locale,
  lines: StockLine[],
  values: Pick<Values, "country" | "state" | "postalCode" | "shippingMethodId"> & {
    couponCode: string;
  },
) => {
  const { country, state, postalCode, shippingMethodId, couponCode } = values;
  const body = parse(QuoteRequest, {
    lines,
    currency,
    language,
    destination: { country, state: state.slice(0, 100), postalCode: postalCode.slice(0, 20) },
    ...(shippingMethodId && { shippingMethodId }),
    ...(couponCode && { couponCode }),
  });
  return visit.ask({ method: "POST", path: "quotes", body, schema: Quote });
};

const methodsOf = async (visit: Visit, locale: Locale, country: string, quote: Quote) => {
  const subtotal = Math.max(0, quote.subtotal.amount - quote.discount.amount);
  const query = { ...locale, country, subtotal };
  const { methods } = await visit.ask({ path: "shipping-methods", query, schema: ShippingMethods });
  const now = visit.now();
  return methods.map((method) => ({
    ...method,
    window: deliveryWindow(now, method.estimatedDays),
  }));
};
