import {
  parse,
  Payment,
  PayRequest,
  PlacedOrder,
  PlaceOrderRequest,
  type Problem,
} from "@wares/contracts";
import { redirect } from "react-router";
import { inLanguage, type Locale } from "../layout/locale.ts";
import { isBusy } from "../busy.ts";
import { attempt, type Visit } from "../server/visit.ts";
import { addressIn } from "./details.server.ts";
import { rememberPlaced } from "./purchase.server.ts";
import type { Card } from "./card.server.ts";
import type { CheckoutView } from "./checkout-view.ts";

type Placing = Pick<CheckoutView, "orderId" | "paymentId" | "lines" | "values" | "couponCode"> & {
  quoteVersion: string;
  card: Card;
};

/**
 * Order, then payment, both by ids that the form carries. Pressed twice, reloaded or sent again
 * after "back", the same ids meet the same order and the same payment.
 */
export const placeAndPay = async (visit: Visit, locale: Locale, placing: Placing) => {
  const placed = await attempt(placeOrder(visit, locale, placing), isNoOrBusy);
  if (placed.problem) return placed.problem;
  const { orderId, paymentId, card } = placing;
  const { key } = placed.value;
  rememberPlaced(visit, { orderId, paymentId, key });
  const payment = await attempt(pay(visit, { orderId, paymentId, key, ...card }), isNoOrBusy);
  const address = `/orders/${orderId}?key=${encodeURIComponent(key)}`;
  // The order stands even where the payment was refused at once: its page takes another one.
  const refused = payment.problem ? "&refused=1" : "";
  throw redirect(inLanguage(locale.language, `${address}${refused}`), 303);
};

const isNoOrBusy = (problem: Problem): boolean => problem.status < 500 || isBusy(problem);

const placeOrder = async (visit: Visit, locale: Locale, placing: Placing): Promise<PlacedOrder> => {
  const { orderId, lines, values, quoteVersion, couponCode } = placing;
  const body = parse(PlaceOrderRequest, {
    orderId,
    lines,
    ...locale,
    email: values.email,
    shippingAddress: addressIn(values),
    shippingMethodId: values.shippingMethodId,
    ...(couponCode && { couponCode }),
    quoteVersion,
  });
  return visit.ask({ method: "POST", path: "orders", body, schema: PlacedOrder });
};

type Paying = Card & { orderId: string; paymentId: string; key?: string };

export const pay = async (visit: Visit, paying: Paying): Promise<Payment> => {
  const body = parse(PayRequest, paying);
  return visit.ask({ method: "POST", path: "payments", body, schema: Payment });
};

/** The same id for something else: the first one was placed, so that one is shown. */
export const isAlreadyPlaced = ({ type }: Problem) => type === "orders.already_placed";
