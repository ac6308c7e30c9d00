import { newId } from "../server/new-id.ts";
import type { Visit } from "../server/visit.ts";

export type Purchase = { orderId: string; paymentId: string; key?: string | undefined };

const name = "wares_checkout";
const uuid = /^[0-9a-f-]{36}$/;
const day = 86_400;

/** One purchase keeps its ids over reloads and tabs; it ends when the cart is changed. */
export const currentPurchase = (visit: Visit): Purchase => {
  const [orderId = "", paymentId = "", key] = (visit.cookie(name) ?? "").split("~");
  if (uuid.test(orderId) && uuid.test(paymentId)) return { orderId, paymentId, key };
  const now = visit.now();
  const started = { orderId: newId(now), paymentId: newId(now) };
  visit.remember(name, `${started.orderId}~${started.paymentId}`, day);
  return started;
};

export const rememberPlaced = (visit: Visit, { orderId, paymentId, key = "" }: Purchase) =>
  visit.remember(name, `${orderId}~${paymentId}~${key}`, day);

export const addressOfPlaced = ({ orderId, key = "" }: Purchase) =>
  `/orders/${orderId}${key ? `?key=${encodeURIComponent(key)}` : ""}`;
