import type { Order, OrderStatus } from "@wares/contracts";

const statusOfKind = new Map<string, OrderStatus>([
  ["OrderCreated", "Pending"],
  ["OrderConfirmed", "Confirmed"],
  ["OrderPaid", "Paid"],
  ["OrderProcessingStarted", "Processing"],
  ["OrderShipped", "Shipped"],
  ["OrderDelivered", "Delivered"],
  ["OrderCancelled", "Cancelled"],
  ["OrderPaymentFailed", "PaymentFailed"],
]);

/** One name for an event however the timeline shortens it: order_paid and Paid are OrderPaid. */
export const eventName = (kind: string): string => {
  const name = kind.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return /^(?:Note$|Order|Payment(?!Failed$))/.test(name) ? name : `Order${name}`;
};

/** The status an entry of the timeline led to. */
export const statusAfter = (kind: string): OrderStatus | undefined =>
  statusOfKind.get(eventName(kind));

/** When the order came to each status, by its timeline. */
export const reachedAt = ({
  timeline,
  createdAt,
}: Pick<Order, "timeline" | "createdAt">): Partial<Record<OrderStatus, string>> => {
  const reached = timeline.flatMap(({ kind, at }) => {
    const status = statusAfter(kind);
    return status ? [[status, at] as const] : [];
  });
  return { Pending: createdAt, ...Object.fromEntries(reached) };
};
