import type { Payment } from "@wares/contracts";
import { useWords, type Words } from "../shell/language.tsx";
import { readable } from "../shell/readable.ts";

export const methodWords: Words<Readonly<Record<Payment["paymentMethod"], string>>> = {
  en: {
    CreditCard: "Credit card",
    DebitCard: "Debit card",
    PayPal: "PayPal",
    Alipay: "Alipay",
    ApplePay: "Apple Pay",
    GooglePay: "Google Pay",
  },
  zh: {
    CreditCard: "信用卡",
    DebitCard: "借记卡",
    PayPal: "PayPal",
    Alipay: "支付宝",
    ApplePay: "Apple Pay",
    GooglePay: "Google Pay",
  },
};

const brandWords: Words<Readonly<Record<string, string>>> = {
  en: {
    Visa: "Visa",
    Mastercard: "Mastercard",
    AmericanExpress: "American Express",
    Discover: "Discover",
    UnionPay: "UnionPay",
  },
  zh: {
    Visa: "Visa",
    Mastercard: "万事达",
    AmericanExpress: "美国运通",
    Discover: "Discover",
    UnionPay: "银联",
  },
};

export const useMethodName = () => {
  const methods = useWords(methodWords);
  const brands = useWords(brandWords);
  return ({ paymentMethod, cardBrand }: Pick<Payment, "paymentMethod" | "cardBrand">): string =>
    cardBrand ? (brands[cardBrand] ?? readable(cardBrand)) : methods[paymentMethod];
};
