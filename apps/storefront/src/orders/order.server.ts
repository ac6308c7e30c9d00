import { Done, Order, PaymentList, PaymentOptions } from "@wares/contracts";
import { redirect } from "react-router";
import { cardIn, savedMethods } from "../checkout/card.server.ts";
import { pay } from "../checkout/place.server.ts";
import { countryName } from "../layout/countries.server.ts";
import { deliveryWindow } from "../layout/dates.ts";
import { languageOf } from "../layout/locale.ts";
import { attempt, type Visit } from "../server/visit.ts";
import { newId } from "../server/new-id.ts";
import { phaseOf } from "./phase.ts";
import { fieldIn } from "../server/form-field.ts";
import { pageAddress } from "../server/page-address.ts";

export const loadOrder = async (orderId: string, request: Request, visit: Visit) => {
  const { pathname, searchParams } = pageAddress(request);
  const key = searchParams.get("key") ?? undefined;
  const path = `orders/${encodeURIComponent(orderId)}`;
  const order = await visit.ask({ path, query: { key }, schema: Order });
  const query = { orderId: order.id, key };
  const [{ payments }, options, saved] = await Promise.all([
    visit.ask({ path: "payments", query, schema: PaymentList }),
    order.can.pay ? visit.ask({ path: "payment-options", schema: PaymentOptions }) : undefined,
    order.can.pay ? savedMethods(visit) : [],
  ]);
  const last = payments.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt))[0];
  const now = visit.now();
  return {
    order: { ...order, timeline: order.timeline.filter(({ isInternal }) => !isInternal) },
    payment: last,
    options,
    saved,
    isSignedIn: visit.isSignedIn(),
    key,
    phase: phaseOf(order, last),
    wasRefused: searchParams.get("refused") === "1" && order.can.pay,
    window: deliveryWindow(new Date(order.createdAt), order.shippingMethod.estimatedDays),
    country: countryName(order.shippingAddress.country, languageOf(pathname)),
    now: now.toISOString(),
    /** For the next attempt to pay: sent twice it is one. */
    paymentId: newId(now),
  };
};
export type OrderPageOf = Awaited<ReturnType<typeof loadOrder>>;

export const actOnOrder = async (orderId: string, request: Request, visit: Visit) => {
  const form = await request.formData();
  const text = (name: string) => fieldIn(form, name);
  const key = text("key") || undefined;
  const url = pageAddress(request);
  const isCancelling = text("intent") === "cancel";
  const card = cardIn(form);
  if (!isCancelling && !card) return { isWithoutCard: true };
  const paying = { orderId, paymentId: text("paymentId"), ...(key && { key }) };
  const { problem } = await attempt<unknown>(
    card && !isCancelling ? pay(visit, { ...paying, ...card }) : cancel(visit, orderId, key),
  );
  if (problem) return { problem: problem.title };
  return redirect(key ? `${url.pathname}?key=${encodeURIComponent(key)}` : url.pathname, 303);
};

const cancel = (visit: Visit, orderId: string, key: string | undefined) =>
  visit.ask({
    method: "PUT",
    path: `orders/${encodeURIComponent(orderId)}/cancellation`,
    query: { key },
    body: {},
    schema: Done,
  });
