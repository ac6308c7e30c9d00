import type {
  CancelReason,
  Money,
  Order,
  OrderId,
  OrderItem,
  OrderStatus,
  RefundId,
  ShipmentId,
  StockLine,
  UserId,
} from "@wares/contracts";

export type Shipment = Readonly<{
  id: ShipmentId;
  carrier: string;
  service: string;
  trackingNumber: string;
}>;
export type Refund = Readonly<{
  id: RefundId;
  amount: number;
  reason: string;
  status: "Pending" | "Succeeded" | "Failed";
  restock: readonly StockLine[];
}>;
export type OrderState = Readonly<{
  orderId: OrderId;
  buyerId: Order["buyerId"];
  userId?: UserId;
  status: OrderStatus;
  items: readonly OrderItem[];
  total: Money;
  refundedTotal: number;
  refunds: readonly Refund[];
  shipment?: Shipment;
  cancelReason?: CancelReason;
  revision: number;
}>;

/** Every step an order may take. Cancelled and Refunded are left by none. */
export const legal: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  Pending: ["Confirmed", "PaymentFailed", "Cancelled"],
  PaymentFailed: ["Confirmed", "Cancelled"],
  Confirmed: ["Paid", "PaymentFailed", "Cancelled"],
  Paid: ["Processing", "Shipped", "Cancelled", "Refunded"],
  Processing: ["Shipped", "Cancelled", "Refunded"],
  Shipped: ["Delivered", "Refunded"],
  Delivered: ["Refunded"],
  Cancelled: [],
  Refunded: [],
};
