import {
  CancelReason,
  defineCommand,
  Money,
  OrderId,
  PaymentMethodType,
  RefundId,
  type EventOf,
} from "@wares/contracts";
import Type from "typebox";

// What the checkout saga tells the orders of its own service, in its own transaction. Each is a
// no-op where it is already done, or where the shopper or staff were faster.

const reason = Type.String({ minLength: 1, maxLength: 200 });
const about = { orderId: OrderId };

export const ConfirmOrder = defineCommand("orders.confirm", 1, "orderId", about);
export const PayOrder = defineCommand("orders.pay", 1, "orderId", {
  ...about,
  method: Type.Optional(PaymentMethodType),
});
export const FailPayment = defineCommand("orders.fail_payment", 1, "orderId", { ...about, reason });
export const CancelOrder = defineCommand("orders.cancel", 1, "orderId", {
  ...about,
  reason: CancelReason,
});
export const SettleRefund = defineCommand("orders.settle_refund", 1, "orderId", {
  ...about,
  refundId: RefundId,
  amount: Money,
});
export const FailRefund = defineCommand("orders.fail_refund", 1, "orderId", {
  ...about,
  refundId: RefundId,
  reason,
});

export type OwnOrderCommand =
  | EventOf<typeof ConfirmOrder>
  | EventOf<typeof PayOrder>
  | EventOf<typeof FailPayment>
  | EventOf<typeof CancelOrder>
  | EventOf<typeof SettleRefund>
  | EventOf<typeof FailRefund>;
