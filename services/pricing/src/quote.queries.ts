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
import type { OpenSales } from "./flash-sale-open.cache.ts";
import { offersAt, refuseLines, refuseSoldOut, type Offers } from "./flash-sale-offer.ts";
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
export const quoteQuery = (
  db: Database,
  { priceLinesOf, shippingMethodsFor }: PricingNeeds,
  open: OpenSales,
) => {
  const quoteAt = async (request: QuoteRequest, offers: Offers, buyerId?: BuyerId) => {
    const { lines, currency, language, destination, couponCode } = request;
    const refusal = refuseLines(lines, offers);
    if (refusal) throw new Refused(refusal);
    const skus = [...new Set(lines.map(({ sku }) => sku))];
    const priced = priceLines(request, await priceLinesOf(skus, language), offers);
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
  const offers = async () => {
    const { sales, left, now } = await open();
    return offersAt(sales.values(), left, now());
  };

  return {
    quote: async (request: QuoteRequest, buyerId?: BuyerId): Promise<Quote> => {
      const now = await offers();
      const refusal = refuseSoldOut(request.lines, now);
      if (refusal) throw new Refused(refusal);
      return quoteAt(request, now, buyerId);
    },
    /** For an order that is placed: it may hold its units of a sale that is sold out by now. */
    quoteToPlace: async (request: QuoteRequest, buyerId?: BuyerId): Promise<Quote> =>
      quoteAt(request, await offers(), buyerId),
  };
};
export type QuoteQueries = ReturnType<typeof quoteQuery>;
