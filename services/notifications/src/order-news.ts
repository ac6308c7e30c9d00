import type { OrderCancelled, OrderRefunded, OrderShipped } from "@wares/contracts";
import type { Letter } from "./letter.ts";
import {
  cancelled,
  delivered,
  orderConfirmation,
  paymentFailed,
  paymentReceived,
  refunded,
  shipped,
  type Addressed,
} from "./order-letters.ts";

// What a mail says beyond the order itself. It is all that is kept of one: a rush of orders writes a
// line for each, not a page of HTML that most people never open here.

type News = {
  "order-confirmation": undefined;
  "payment-failed": undefined;
  "payment-received": undefined;
  shipped: Pick<OrderShipped["data"], "carrier" | "service" | "trackingNumber">;
  delivered: undefined;
  cancelled: Pick<OrderCancelled["data"], "reason">;
  refunded: Pick<OrderRefunded["data"], "amount" | "isFull">;
};
export type OrderTemplate = keyof News;
export type OrderNews<Template extends OrderTemplate = OrderTemplate> = News[Template];

const letters: { [Template in OrderTemplate]: (about: Addressed, news: News[Template]) => Letter } =
  {
    "order-confirmation": orderConfirmation,
    "payment-failed": paymentFailed,
    "payment-received": paymentReceived,
    shipped,
    delivered,
    cancelled: (about, { reason }) => cancelled(about, reason),
    refunded: (about, { amount, isFull }) => refunded(about, amount, isFull),
  };

/** `news` is what was kept under this template, by this file. */
export const orderLetter = (template: string, about: Addressed, news: unknown): Letter => {
  const write = (letters as Record<string, (about: Addressed, news: unknown) => Letter>)[template];
  if (!write) throw new Error(`No letter is written under ${template}.`);
  return write(about, news);
};
