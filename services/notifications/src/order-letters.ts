import type {
  CancelReason,
  Language,
  Money,
  OrderCreated,
  OrderItem,
  OrderShipped,
  PostalAddress,
} from "@wares/contracts";
import { countryName, priceText } from "./letter-words.ts";
import type { Letter, LetterLine } from "./letter.ts";

export type OrderData = OrderCreated["data"];
export type Addressed = Readonly<{ order: OrderData; url: string; shopUrl: string }>;

/** Pictures of ours come without width and ending; others are shown as they are. */
const pictureOf = (imageUrl: string, shopUrl: string): string | undefined => {
  if (imageUrl.startsWith("/pictures/")) return `${shopUrl}${imageUrl}-240.webp`;
  return URL.canParse(imageUrl, `${shopUrl}/`) ? new URL(imageUrl, `${shopUrl}/`).href : undefined;
};

const lineOf = (item: OrderItem, { order, shopUrl }: Addressed): LetterLine => {
  const { language } = order.contact;
  const attributes = Object.entries(item.attributes).slice(0, 5);
  const note = [
    `${item.quantity} × ${priceText(item.unitPrice, language)}`,
    ...attributes.map(([name, value]) => `${name}: ${value}`),
  ];
  const pictureUrl = item.imageUrl && pictureOf(item.imageUrl, shopUrl);
  return {
    name: item.name,
    note: note.join(" · "),
    price: priceText(item.totalPrice, language),
    ...(pictureUrl && { pictureUrl }),
  };
};

const addressLines = (address: PostalAddress, language: Language): string[] =>
  [
    `${address.firstName} ${address.lastName}`,
    address.company ?? "",
    address.addressLine1,
    address.addressLine2 ?? "",
    [address.postalCode, address.city, address.state].filter(Boolean).join(" "),
    countryName(address.country, language),
  ].filter((line) => line !== "");

const labels = {
  en: {
    subtotal: "Subtotal",
    discount: "Discount",
    shipping: "Shipping",
    tax: "Tax",
    total: "Total",
    to: "Goes to",
    see: "See your order",
    pay: "Pay now",
    number: "Order",
    footnote: "Keep this mail: its button opens your order without signing in.",
  },
  zh: {
    subtotal: "小计",
    discount: "优惠",
    shipping: "运费",
    tax: "税费",
    total: "合计",
    to: "收货地址",
    see: "查看订单",
    pay: "立即付款",
    number: "订单",
    footnote: "请保存此邮件：点击按钮无需登录即可查看订单。",
  },
} as const;

type Words = Pick<Letter, "subject" | "heading" | "paragraphs"> & Partial<Letter>;

const orderLetter = (
  { order, url }: Addressed,
  words: Words,
  press: "see" | "pay" = "see",
): Letter => {
  const { language } = order.contact;
  const { footnote, [press]: text } = labels[language];
  return { language, button: { text, url }, footnote, ...words };
};

const linesOf = (addressed: Addressed) =>
  addressed.order.items.map((item) => lineOf(item, addressed));

const totalsOf = (order: OrderData): (readonly [string, string])[] => {
  const { language } = order.contact;
  const label = labels[language];
  const price = (amount: Money) => priceText(amount, language);
  return [
    [label.subtotal, price(order.subtotal)],
    ...(order.discount.amount > 0 ? [[label.discount, `−${price(order.discount)}`] as const] : []),
    [`${label.shipping} (${order.shippingMethod.name})`, price(order.shipping)],
    [label.tax, price(order.tax)],
    [label.total, price(order.total)],
  ];
};

export const orderConfirmation = (addressed: Addressed): Letter => {
  const { order } = addressed;
  const { language } = order.contact;
  const { orderNumber } = order;
  const about = {
    lines: linesOf(addressed),
    totals: totalsOf(order),
    address: { title: labels[language].to, lines: addressLines(order.shippingAddress, language) },
  };
  return orderLetter(
    addressed,
    language === "zh"
      ? {
          subject: `订单 ${orderNumber} 已收到`,
          heading: "感谢您的订购",
          paragraphs: [`我们已收到订单 ${orderNumber}，并为您预留了商品。付款成功后即开始备货。`],
          ...about,
        }
      : {
          subject: `Your order ${orderNumber}`,
          heading: "Thank you for your order",
          paragraphs: [
            `We have your order ${orderNumber} and hold everything in it for you. We start packing once it is paid.`,
          ],
          ...about,
        },
  );
};

export const paymentReceived = (addressed: Addressed): Letter => {
  const { orderNumber, contact, total } = addressed.order;
  const sum = priceText(total, contact.language);
  return orderLetter(
    addressed,
    contact.language === "zh"
      ? {
          subject: `订单 ${orderNumber} 付款成功`,
          heading: "付款已收到",
          paragraphs: [`我们已收到订单 ${orderNumber} 的付款 ${sum}，正在为您准备商品。`],
          lines: linesOf(addressed),
        }
      : {
          subject: `Payment received for order ${orderNumber}`,
          heading: "Your payment is here",
          paragraphs: [`We received ${sum} for order ${orderNumber} and are getting it ready.`],
          lines: linesOf(addressed),
        },
  );
};

export const paymentFailed = (addressed: Addressed): Letter => {
  const { orderNumber, contact } = addressed.order;
  return orderLetter(
    addressed,
    contact.language === "zh"
      ? {
          subject: `订单 ${orderNumber} 付款未成功`,
          heading: "付款未成功",
          paragraphs: ["没有扣款。商品仍在短时间内为您保留，您可以换一种方式再次付款。"],
        }
      : {
          subject: `Payment for order ${orderNumber} did not go through`,
          heading: "Your payment did not go through",
          paragraphs: [
            "Nothing was taken. We hold your things for a little while longer: try again, or pay another way.",
          ],
        },
    "pay",
  );
};

export const shipped = (
  addressed: Addressed,
  parcel: Pick<OrderShipped["data"], "carrier" | "service" | "trackingNumber">,
): Letter => {
  const { orderNumber, contact } = addressed.order;
  const { carrier, service, trackingNumber } = parcel;
  const by = [carrier, service].filter(Boolean).join(" · ");
  return orderLetter(
    addressed,
    contact.language === "zh"
      ? {
          subject: `订单 ${orderNumber} 已发货`,
          heading: "您的包裹已寄出",
          paragraphs: [`订单 ${orderNumber} 已交给承运商。`],
          facts: [
            ["承运商", by],
            ["运单号", trackingNumber],
          ],
        }
      : {
          subject: `Order ${orderNumber} is on its way`,
          heading: "Your parcel is on its way",
          paragraphs: [`Order ${orderNumber} is with the carrier.`],
          facts: [
            ["Carrier", by],
            ["Tracking number", trackingNumber],
          ],
        },
  );
};

export const delivered = (addressed: Addressed): Letter => {
  const { orderNumber, contact } = addressed.order;
  return orderLetter(
    addressed,
    contact.language === "zh"
      ? {
          subject: `订单 ${orderNumber} 已送达`,
          heading: "包裹已送达",
          paragraphs: [`订单 ${orderNumber} 已送达。希望您喜欢！如有问题，请在订单页面联系我们。`],
        }
      : {
          subject: `Order ${orderNumber} has arrived`,
          heading: "Your parcel has arrived",
          paragraphs: [
            `Order ${orderNumber} was delivered. We hope you like it; if anything is wrong, start from your order's page.`,
          ],
        },
  );
};

const reasons = {
  en: {
    CustomerRequest: "You asked for it.",
    StaffRequest: "The shop had to cancel it. We are sorry.",
    PaymentFailed: "The payment did not go through.",
    TimedOut: "It was not paid in time, so we let go of the things we held for you.",
    SoldOut: "Something in it sold out in the meantime. We are sorry.",
  },
  zh: {
    CustomerRequest: "应您的要求取消。",
    StaffRequest: "非常抱歉，本店不得不取消此订单。",
    PaymentFailed: "付款未成功。",
    TimedOut: "未在规定时间内付款，为您保留的商品已释放。",
    SoldOut: "非常抱歉，其中有商品已售罄。",
  },
} as const satisfies Record<Language, Record<string, string>>;

export const cancelled = (addressed: Addressed, reason: CancelReason): Letter => {
  const { orderNumber, contact } = addressed.order;
  const why = (reasons[contact.language] as Record<string, string>)[reason] ?? "";
  return orderLetter(
    addressed,
    contact.language === "zh"
      ? {
          subject: `订单 ${orderNumber} 已取消`,
          heading: "订单已取消",
          paragraphs: [`订单 ${orderNumber} 已取消。${why}`, "若已付款，款项会自动退回。"],
        }
      : {
          subject: `Order ${orderNumber} is cancelled`,
          heading: "Your order is cancelled",
          paragraphs: [
            `Order ${orderNumber} is cancelled. ${why}`,
            "Whatever was paid goes back by itself.",
          ],
        },
  );
};

export const refunded = (addressed: Addressed, amount: Money, isFull: boolean): Letter => {
  const { orderNumber, contact } = addressed.order;
  const sum = priceText(amount, contact.language);
  return orderLetter(
    addressed,
    contact.language === "zh"
      ? {
          subject: `订单 ${orderNumber} 已退款 ${sum}`,
          heading: "退款已发出",
          paragraphs: [
            `我们已就订单 ${orderNumber} 退还 ${sum}${isFull ? "（全额）" : ""}。款项通常几天内到账。`,
          ],
        }
      : {
          subject: `${sum} refunded for order ${orderNumber}`,
          heading: "Your refund is on its way",
          paragraphs: [
            `We returned ${sum} for order ${orderNumber}${isFull ? ", all of it" : ""}. Banks usually take a few days.`,
          ],
        },
  );
};
