import type { OrderStatus } from "@wares/contracts";
import type { Words } from "../shell/language.tsx";

export const statusWords: Words<Record<OrderStatus, string>> = {
  en: {
    Pending: "Pending",
    Confirmed: "Confirmed",
    Paid: "Paid",
    Processing: "Processing",
    Shipped: "Shipped",
    Delivered: "Delivered",
    Cancelled: "Cancelled",
    Refunded: "Refunded",
    PaymentFailed: "Payment failed",
  },
  zh: {
    Pending: "待付款",
    Confirmed: "已确认",
    Paid: "已付款",
    Processing: "备货中",
    Shipped: "已发货",
    Delivered: "已送达",
    Cancelled: "已取消",
    Refunded: "已退款",
    PaymentFailed: "付款失败",
  },
};

export const nextWords = {
  en: {
    waitsForMoney: "Waits for money",
    claims: "Stock is being claimed",
    unsettled: (span: string) => `Not settled for ${span}`,
    pick: "Start picking",
    pickLate: (span: string) => `Waits to be picked for ${span}`,
    ship: (pieces: number) => `Ship ${pieces} ${pieces === 1 ? "piece" : "pieces"}`,
    shipLate: (span: string) => `Packed for ${span}, not shipped`,
    onItsWay: "On its way",
    overdue: (span: string) => `On its way for ${span}`,
    mayPayAgain: "May pay again",
  },
  zh: {
    waitsForMoney: "等待付款",
    claims: "正在锁定库存",
    unsettled: (span: string) => `已有 ${span} 未确定`,
    pick: "开始备货",
    pickLate: (span: string) => `等待备货已 ${span}`,
    ship: (pieces: number) => `发出 ${pieces} 件`,
    shipLate: (span: string) => `备货已 ${span}，尚未发货`,
    onItsWay: "运输中",
    overdue: (span: string) => `运输已 ${span}`,
    mayPayAgain: "可再次付款",
  },
} satisfies Words<unknown>;
