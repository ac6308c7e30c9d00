import type { CancelReason, PaymentCode, PaymentState } from "@wares/contracts";
import { useWords, type Words } from "../shell/language.tsx";
import { isCode, readable } from "../shell/readable.ts";

/** Every code that an order's payments, refunds and timeline can carry. */
type Code = PaymentCode | PaymentState | CancelReason;

export const codeWords: Words<Readonly<Record<Code, string>>> = {
  en: {
    card_declined: "The bank said no",
    insufficient_funds: "Too little on the card",
    cancelled: "Cancelled before money moved",
    no_such_card: "The gateway does not know this card",
    no_such_charge: "The gateway knows of no such payment",
    other_charge: "The gateway has another amount for it",
    not_possible: "The gateway cannot do this now",
    too_much: "More than the gateway has left of it",
    nothing_was_taken: "No money was taken",
    more_than_was_taken: "More than was taken",
    disputed_by_buyer: "The buyer disputes it at the bank",
    authorising: "The bank is being asked",
    action: "The bank asks who the buyer is",
    authorised: "Money set aside",
    capturing: "Money is being taken",
    captured: "Money taken",
    voiding: "Being let go of",
    voided: "Let go of, nothing was taken",
    failed: "Nothing was taken",
    CustomerRequest: "The shopper asked for it",
    StaffRequest: "Staff cancelled it",
    PaymentFailed: "No payment went through",
    TimedOut: "The time to pay was over",
    SoldOut: "It sold out meanwhile",
  },
  zh: {
    card_declined: "银行拒绝付款",
    insufficient_funds: "卡内余额不足",
    cancelled: "扣款前已取消",
    no_such_card: "支付网关不认识这张卡",
    no_such_charge: "支付网关没有这笔付款",
    other_charge: "支付网关记录的金额不同",
    not_possible: "支付网关现在无法办理",
    too_much: "超过支付网关的剩余金额",
    nothing_was_taken: "没有收过款",
    more_than_was_taken: "超过已收金额",
    disputed_by_buyer: "买家向银行提出争议",
    authorising: "正在询问银行",
    action: "银行要求验证身份",
    authorised: "款项已预留",
    capturing: "正在扣款",
    captured: "已扣款",
    voiding: "正在撤销",
    voided: "已撤销，未扣款",
    failed: "未扣款",
    CustomerRequest: "顾客要求取消",
    StaffRequest: "员工取消",
    PaymentFailed: "付款未成功",
    TimedOut: "超过付款时间",
    SoldOut: "商品已售罄",
  },
};

// Written by the shop itself where a member of staff would write a reason.
const fixed: Words<Readonly<Record<string, string>>> = {
  en: {},
  zh: { "Given back by the shop": "由店铺自动退回" },
};

/** What a code says in words; what people wrote is left as they wrote it. */
export const useCodeWords = () => {
  const known: Readonly<Record<string, string>> = useWords(codeWords);
  const sentences = useWords(fixed);
  return {
    ofCode: (code: string): string => known[code] ?? readable(code),
    ofText: (text: string): string =>
      known[text] ?? sentences[text] ?? (isCode(text) ? readable(text) : text),
  };
};
