import type { Words } from "../shell/language.tsx";

/** What an entry's kind means, in a few words; a kind unknown here is read out of its name. */
export const kindWords: Words<Readonly<Record<string, string>>> = {
  en: {
    OrderCreated: "placed the order",
    OrderConfirmed: "money promised, stock being claimed",
    OrderPaid: "money taken, stock claimed",
    OrderProcessingStarted: "began picking",
    OrderShipped: "handed it to the carrier",
    OrderDelivered: "arrived",
    OrderCancelled: "cancelled",
    OrderRefunded: "money given back",
    OrderPaymentFailed: "the payment failed",
    OrderRefundRequested: "asked for a refund",
    OrderRefundFailed: "the refund failed",
    OrderImported: "taken over from another shop",
    PaymentDisputed: "the payment is disputed",
  },
  zh: {
    OrderCreated: "下单",
    OrderConfirmed: "款项已授权，正在锁定库存",
    OrderPaid: "已收款并锁定库存",
    OrderProcessingStarted: "开始备货",
    OrderShipped: "已交承运商",
    OrderDelivered: "已送达",
    OrderCancelled: "取消",
    OrderRefunded: "已退款",
    OrderPaymentFailed: "付款失败",
    OrderRefundRequested: "申请退款",
    OrderRefundFailed: "退款失败",
    OrderImported: "从其他店铺导入",
    PaymentDisputed: "付款有争议",
  },
};
