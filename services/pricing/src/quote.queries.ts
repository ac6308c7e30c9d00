import { hash } from "node:crypto";
import type {
  BuyerId,
  ChosenShipping,
  Currency,
  Language,
  Money,
  Quote,
  QuoteRequest,
  Sku,
} from "@wares/contracts";
import { isRefusal, money, Refused } from "@wares/platform";
import type { Database } from "@wares/platform/database";
import { normalCode } from "./coupon.ts";
import { findCoupon } from "./coupon.store.ts";
import { chooseShipping, priceLines, quoteOf, type PricedSkus } from "./quote.ts";

/** What pricing needs of others, as plain functions. `apps/server` supplies them. */
export type PricingNeeds = Readonly<{
  priceLinesOf: (skus: readonly Sku[], language: Language) => Promise<PricedSkus>;
  /** What goes there, best first. */
  shippingMethodsFor: (
    parcel: Readonly<{
      country: string;
      currency: Currency;
      language: Language;
      subtotal: Money;
    }>,
  ) => Promise<readonly ChosenShipping[]>;
}>;

const versionOf = (text: string): string => hash("sha256", text, "base64url").slice(0, 32);

/** What these lines come to now, for this buyer. Reserves nothing. */
export const quoteQuery =
  (db: Database, { priceLinesOf, shippingMethodsFor }: PricingNeeds) =>
  async (request: QuoteRequest, buyerId?: BuyerId): Promise<Quote> => {
    const { lines, currency, language, destination, couponCode } = request;
    const skus = [...new Set(lines.map(({ sku }) => sku))];
    const priced = priceLines(request, await priceLinesOf(skus, language));
    if (isRefusal(priced)) throw new Refused(priced);

    const subtotal = money(priced.subtotal, currency);
    const [offered, coupon] = await Promise.all([
      shippingMethodsFor({ country: destination.country, currency, language, subtotal }),
      couponCode === undefined ? undefined : findCoupon(db, normalCode(couponCode), buyerId),
    ]);
    const shipping = chooseShipping(request, offered);
    if (isRefusal(shipping)) throw new Refused(shipping);
    return quoteOf({ request, priced, shipping, hash: versionOf, ...(coupon && { coupon }) });
  };
export type QuoteQuery = ReturnType<typeof quoteQuery>;
