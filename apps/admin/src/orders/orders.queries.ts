import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  Done,
  Order,
  type OrderStatus,
  PaymentList,
  type RefundRequest,
  type ShipRequest,
  StaffOrderList,
} from "@wares/contracts";
import type { Static } from "typebox";
import { ask, tell, withQuery } from "../api/ask.ts";

export type OrderFilter = Readonly<{
  status?: OrderStatus;
  query?: string;
  buyerId?: string;
  sort?: "Newest" | "Oldest";
  after?: string;
  limit?: number;
}>;

export const ordersKey = ["orders"] as const;

export const ordersQuery = (filter: OrderFilter) =>
  queryOptions({
    queryKey: [...ordersKey, "list", filter],
    queryFn: ({ signal }) => ask(StaffOrderList, withQuery("orders/all", filter), signal),
    placeholderData: keepPreviousData,
  });

export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: [...ordersKey, "one", orderId],
    queryFn: ({ signal }) => ask(Order, `orders/${encodeURIComponent(orderId)}`, signal),
  });

export const paymentsQuery = (orderId: string) =>
  queryOptions({
    queryKey: [...ordersKey, "payments", orderId],
    queryFn: async ({ signal }) =>
      (await ask(PaymentList, withQuery("payments", { orderId }), signal)).payments,
  });

// What an action answers is not looked at beyond the yes: the order is read again, as it is by then.
const act = (orderId: string, what: string, method: "PUT" | "POST", body: unknown = {}) =>
  tell(Done, `orders/${encodeURIComponent(orderId)}/${what}`, { method, body });

export const startProcessing = (orderId: string) => act(orderId, "processing", "PUT");
export const deliver = (orderId: string) => act(orderId, "delivery", "PUT");
export const cancel = (orderId: string, note: string) =>
  act(orderId, "cancellation", "PUT", note ? { note } : {});
export const ship = (orderId: string, shipment: Static<typeof ShipRequest>) =>
  act(orderId, "shipment", "PUT", shipment);
export const refund = (orderId: string, wanted: Static<typeof RefundRequest>) =>
  act(orderId, "refunds", "POST", wanted);
export const addNote = (orderId: string, text: string) => act(orderId, "notes", "POST", { text });
