import type { Cart, CartLine, Currency, Sku, StockLine } from "@wares/contracts";
import { money, sum, times } from "@wares/platform";
import type { CartOffer, SoldLine } from "./cart.needs.ts";

type Known = Readonly<{
  sold: ReadonlyMap<Sku, SoldLine>;
  available: ReadonlyMap<Sku, number>;
  offers: ReadonlyMap<Sku, CartOffer>;
  currency: Currency;
}>;

/** A line whose product is unknown cannot be shown; one that cannot be bought says why. */
const lineView = ({ sku, quantity }: StockLine, known: Known): CartLine[] => {
  const sold = known.sold.get(sku);
  if (!sold) return [];
  const { currency } = known;
  const regular = money(sold.prices[currency], currency);
  // While a flash sale of it runs it costs what a quote would say, and only what was set aside is sold.
  const offer = known.offers.get(sku);
  const salePrices = offer?.salePrices ?? sold.salePrices;
  const unitPrice = salePrices ? money(salePrices[currency], currency) : regular;
  const available = offer?.available ?? known.available.get(sku) ?? 0;
  const problem = problemOf(sold, quantity, available);
  return [
    {
      sku,
      productId: sold.productId,
      slug: sold.slug,
      name: sold.name,
      attributes: sold.attributes,
      ...(sold.imageUrl && { picture: { url: sold.imageUrl, altText: sold.name } }),
      quantity,
      unitPrice,
      ...(unitPrice.amount !== regular.amount && { regularPrice: regular }),
      totalPrice: times(unitPrice, quantity),
      available,
      ...(problem && { problem }),
    },
  ];
};

const problemOf = (
  { isActive }: SoldLine,
  quantity: number,
  available: number,
): CartLine["problem"] => {
  if (!isActive) return "NoLongerSold";
  if (available === 0) return "SoldOut";
  return available < quantity ? "NotEnough" : undefined;
};

/** The cart as it stands now. What is no longer sold is shown, and not counted. */
export const cartView = (
  lines: readonly StockLine[],
  couponCode: string | undefined,
  known: Known,
): Cart => {
  const views = lines.flatMap((line) => lineView(line, known));
  const counted = views.filter(({ problem }) => problem !== "NoLongerSold");
  return {
    lines: views,
    currency: known.currency,
    subtotal: sum(
      counted.map(({ totalPrice }) => totalPrice),
      known.currency,
    ),
    itemCount: counted.reduce((count, { quantity }) => count + quantity, 0),
    ...(couponCode && { couponCode }),
  };
};
