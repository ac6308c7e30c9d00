import {
  OrderCancelled,
  OrderConfirmed,
  OrderDelivered,
  OrderPaid,
  OrderPaymentFailed,
  OrderProcessingStarted,
  OrderRefunded,
  OrderRefundFailed,
  OrderRefundRequested,
  OrderShipped,
} from "@wares/contracts";
import type {
  CancelReason,
  Money,
  OrderEvent,
  OrderStatus,
  RefundId,
  StockLine,
} from "@wares/contracts";
import { isRefusal, type Decision } from "@wares/platform";
import { legal, type OrderState, type Refund, type Shipment } from "./order-state.ts";
import { requestRefund, restOf } from "./refund.ts";
import { refusals } from "./refusals.ts";

export type OrderCommand =
  | { type: "confirm" }
  | { type: "pay" }
  | { type: "failPayment"; reason: string }
  | { type: "cancel"; reason: CancelReason }
  | { type: "startProcessing" }
  | { type: "ship"; shipment: Shipment }
  | { type: "deliver" }
  | {
      type: "requestRefund";
      refundId: RefundId;
      amount: Money;
      reason: string;
      restock: readonly StockLine[];
    }
  | { type: "settleRefund"; refundId: RefundId; amount: Money }
  | { type: "failRefund"; refundId: RefundId; reason: string };

const may = ({ status }: OrderState, next: OrderStatus): boolean => legal[status].includes(next);

// What the shopper may still call off themselves; staff may until the parcel has left.
const shoppersCancel: readonly OrderStatus[] = ["Pending", "PaymentFailed", "Confirmed"];

export const decide = (order: OrderState, command: OrderCommand): Decision<OrderEvent> => {
  const { orderId } = order;
  switch (command.type) {
    case "confirm":
      return step(order, "Confirmed", OrderConfirmed({ orderId }));
    case "pay":
      return step(order, "Paid", paid(order));
    case "failPayment": {
      const { reason } = command;
      return step(order, "PaymentFailed", OrderPaymentFailed({ orderId, reason }));
    }
    case "cancel":
      return cancel(order, command.reason);
    case "startProcessing":
      return step(order, "Processing", OrderProcessingStarted({ orderId }));
    case "ship":
      return ship(order, command.shipment);
    case "deliver":
      return step(order, "Delivered", OrderDelivered({ orderId }));
    case "requestRefund": {
      const refusal = requestRefund(order, command);
      if (isRefusal(refusal)) return refusal;
      const { refundId, amount, reason, restock } = command;
      const request = { orderId, refundId, amount, reason, restock: [...restock] };
      return refusal === "known" ? [] : [OrderRefundRequested(request)];
    }
    case "settleRefund":
      return settleRefund(order, command);
    case "failRefund": {
      const { refundId, reason } = command;
      // One we never asked for is the shop's own, of a cancelled order: staff must hear of that too.
      const known = order.refunds.find(({ id }) => id === refundId);
      const isNews = !known || known.status === "Pending";
      return isNews ? [OrderRefundFailed({ orderId, refundId, reason })] : [];
    }
  }
};

/** Asked twice, it is done once; asked at the wrong time, it is refused. */
const step = (order: OrderState, next: OrderStatus, event: OrderEvent): Decision<OrderEvent> => {
  if (order.status === next) return [];
  return may(order, next) ? [event] : refusals.notNow;
};

const paid = ({ orderId, buyerId, userId, items, total }: OrderState) =>
  OrderPaid({ orderId, buyerId, ...(userId && { userId }), items: [...items], total });

export const mayCancel = (order: Pick<OrderState, "status">, by: "Shopper" | "Staff"): boolean =>
  by === "Staff"
    ? legal[order.status].includes("Cancelled")
    : shoppersCancel.includes(order.status);

const cancel = (order: OrderState, reason: CancelReason): Decision<OrderEvent> => {
  const { orderId, status } = order;
  if (status === "Cancelled") return [];
  const by = reason === "StaffRequest" ? "Staff" : "Shopper";
  return mayCancel(order, by) ? [OrderCancelled({ orderId, reason })] : refusals.tooLateToCancel;
};

const ship = (order: OrderState, shipment: Shipment): Decision<OrderEvent> => {
  const { orderId, items } = order;
  const { id: shipmentId, carrier, service, trackingNumber } = shipment;
  if (order.shipment)
    return isSameShipment(order.shipment, shipment) ? [] : refusals.shippedOtherwise;
  const lines = items.map(({ sku, quantity }) => ({ sku, quantity }));
  const parcel = { orderId, shipmentId, carrier, service, trackingNumber, items: lines };
  return step(order, "Shipped", OrderShipped(parcel));
};

const isSameShipment = (one: Shipment, other: Shipment): boolean =>
  one.id === other.id &&
  one.carrier === other.carrier &&
  one.service === other.service &&
  one.trackingNumber === other.trackingNumber;

const settleRefund = (
  order: OrderState,
  { refundId, amount }: Readonly<{ refundId: RefundId; amount: Money }>,
): Decision<OrderEvent> => {
  const { orderId, total, refundedTotal, refunds } = order;
  if (refunds.some(({ id, status }) => id === refundId && status === "Succeeded")) return [];
  // Money that came in twice goes back twice; of the order's total it can only be all.
  const sum = Math.min(refundedTotal + amount.amount, total.amount);
  const after = { amount: sum, currency: total.currency };
  const isFull = sum === total.amount;
  return [OrderRefunded({ orderId, refundId, amount, refundedTotal: after, isFull })];
};

export const evolve = (order: OrderState, event: OrderEvent): OrderState => {
  const at = (status: OrderStatus): OrderState => ({ ...order, status });
  switch (event.type) {
    case "orders.order_created":
      return at("Pending");
    case "orders.order_confirmed":
      return at("Confirmed");
    case "orders.order_paid":
      return at("Paid");
    case "orders.order_payment_failed":
      return at("PaymentFailed");
    case "orders.order_processing_started":
      return at("Processing");
    case "orders.order_delivered":
      return at("Delivered");
    case "orders.order_cancelled":
      return { ...at("Cancelled"), cancelReason: event.data.reason };
    case "orders.order_shipped": {
      const { shipmentId: id, carrier, service, trackingNumber } = event.data;
      return { ...at("Shipped"), shipment: { id, carrier, service, trackingNumber } };
    }
    case "orders.order_refund_requested": {
      const { refundId: id, amount, reason, restock } = event.data;
      return withRefund(order, { id, amount: amount.amount, reason, status: "Pending", restock });
    }
    case "orders.order_refund_failed": {
      const { refundId: id } = event.data;
      return ended(withUnasked(order, id, restOf(order) || order.total.amount), id, "Failed");
    }
    case "orders.order_refunded": {
      const { refundId: id, amount, refundedTotal, isFull } = event.data;
      const noted = ended(withUnasked(order, id, amount.amount), id, "Succeeded");
      const status = isFull && may(order, "Refunded") ? "Refunded" : order.status;
      return { ...noted, status, refundedTotal: refundedTotal.amount };
    }
  }
};

/** Money that goes back by itself, of an order that was cancelled, is a refund like any other. */
const withUnasked = (order: OrderState, id: RefundId, amount: number): OrderState => {
  if (order.refunds.some((refund) => refund.id === id)) return order;
  const reason = "Given back by the shop";
  return withRefund(order, { id, amount, reason, status: "Pending", restock: [] });
};
const withRefund = (order: OrderState, refund: Refund): OrderState => ({
  ...order,
  refunds: [...order.refunds, refund],
});
const ended = (order: OrderState, id: RefundId, status: Refund["status"]): OrderState => ({
  ...order,
  refunds: order.refunds.map((refund) => (refund.id === id ? { ...refund, status } : refund)),
});

/** What the reader of an order may do with it now. */
export const canDo = (
  order: Pick<OrderState, "status" | "total" | "refundedTotal" | "refunds">,
  { isStaff, isBuyer, isInTime }: Readonly<Record<"isStaff" | "isBuyer" | "isInTime", boolean>>,
) => ({
  pay: isPayable(order) && isInTime,
  cancel: (isStaff && mayCancel(order, "Staff")) || (isBuyer && mayCancel(order, "Shopper")),
  startProcessing: isStaff && legal[order.status].includes("Processing"),
  ship: isStaff && legal[order.status].includes("Shipped"),
  deliver: isStaff && legal[order.status].includes("Delivered"),
  refund: isStaff && legal[order.status].includes("Refunded") && restOf(order) > 0,
});

/** Only an order that waits for money takes money. */
export const isPayable = ({ status }: Pick<OrderState, "status">): boolean =>
  status === "Pending" || status === "PaymentFailed";
