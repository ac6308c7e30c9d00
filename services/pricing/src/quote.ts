import type {
  AttributeSet,
  ChosenShipping,
  Currency,
  FlashSaleId,
  PriceTable,
  ProductId,
  Quote,
  QuoteRequest,
  Sku,
  VariantId,
} from "@wares/contracts";
import { allocate, money, type Refusal } from "@wares/platform";
import { reductionOf, type CouponAnswer } from "./coupon.ts";
import type { Offers } from "./flash-sale-offer.ts";
import { refusals } from "./refusals.ts";
import { taxOn, taxRuleOf } from "./tax.ts";

/** What products say of one SKU, in the reader's language. */
export type PricedSku = Readonly<{
  productId: ProductId;
  variantId?: VariantId;
  name: string;
  attributes: AttributeSet;
  prices: PriceTable;
  salePrices?: PriceTable;
  imageUrl?: string;
  isActive: boolean;
  slug: string;
}>;
export type PricedSkus = ReadonlyMap<Sku, PricedSku>;
type Line = Readonly<{
  sku: Sku;
  quantity: number;
  unit: number;
  total: number;
  of: PricedSku;
  flashSaleId?: FlashSaleId;
}>;
export type PricedLines = Readonly<{ lines: readonly Line[]; subtotal: number }>;

// Ten million million minor units: times any tax rate it is still an exact integer.
const subtotalMax = 1e13;

/** The lines at today's prices, on sale where they are; those of a flash sale at its price. */
export const priceLines = (
  { lines, currency }: Pick<QuoteRequest, "lines" | "currency">,
  skus: PricedSkus,
  offers: Offers = new Map(),
): PricedLines | Refusal => {
  const missing = lines.filter(({ sku }) => !skus.get(sku)?.isActive).map(({ sku }) => sku);
  if (missing.length > 0) return { ...refusals.notSold, detail: { skus: [...new Set(missing)] } };

  const priced = lines.flatMap(({ sku, quantity }): Line[] => {
    const of = skus.get(sku);
    if (!of) return [];
    const { flashSaleId, salePrices } = offers.get(sku) ?? { salePrices: of.salePrices };
    const unit = (salePrices ?? of.prices)[currency];
    const line = { sku, quantity, unit, total: unit * quantity, of };
    return [flashSaleId ? { ...line, flashSaleId } : line];
  });
  const subtotal = priced.reduce((sum, { total }) => sum + total, 0);
  return subtotal > subtotalMax ? refusals.tooLarge : { lines: priced, subtotal };
};

/** The method asked for, or else the first that goes there. */
export const chooseShipping = (
  { shippingMethodId }: Pick<QuoteRequest, "shippingMethodId">,
  offered: readonly ChosenShipping[],
): ChosenShipping | Refusal => {
  const [first] = offered;
  if (!first) return refusals.notShippedThere;
  if (shippingMethodId === undefined) return first;
  return offered.find(({ id }) => id === shippingMethodId) ?? refusals.noSuchShipping;
};

export type QuoteParts = Readonly<{
  request: QuoteRequest;
  priced: PricedLines;
  shipping: ChosenShipping;
  coupon?: CouponAnswer;
  /** Makes a version of a text: the same text, the same version. */
  hash: (text: string) => string;
}>;

/**
 * total = subtotal + tax + shipping − discount. The discount is divided among the lines by largest
 * remainder, and tax is rounded per line on what is left of it. Sales tax is on the goods alone; VAT
 * is part of the shipping's price too, as of every price.
 */
export const quoteOf = ({ request, priced, shipping, coupon, hash }: QuoteParts): Quote => {
  const { currency, destination } = request;
  const { lines, subtotal } = priced;
  const inCurrency = moneyIn(currency);
  const { discount, label, problem } = reductionOf(coupon, subtotal, currency);
  const discounts = allocate(
    discount,
    lines.map(({ total }) => total),
  );
  const rule = taxRuleOf(destination);
  const taxes = lines.map(({ total }, nth) =>
    rule ? taxOn(total - (discounts[nth] ?? 0), rule) : 0,
  );
  const goodsTax = taxes.reduce((sum, tax) => sum + tax, 0);
  const tax = rule && !rule.isIncluded ? goodsTax : 0;
  const taxIncluded = rule?.isIncluded ? goodsTax + taxOn(shipping.cost.amount, rule) : 0;

  const items = lines.map(({ sku, quantity, unit, total, of, flashSaleId }, nth) => ({
    id: nth + 1,
    productId: of.productId,
    ...(of.variantId && { variantId: of.variantId }),
    name: of.name,
    sku,
    quantity,
    unitPrice: inCurrency(unit),
    totalPrice: inCurrency(total),
    attributes: of.attributes,
    ...(of.imageUrl && { imageUrl: of.imageUrl }),
    ...(flashSaleId && { flashSaleId }),
    discount: inCurrency(discounts[nth] ?? 0),
    tax: inCurrency(tax > 0 ? (taxes[nth] ?? 0) : 0),
  }));
  const quote = {
    items,
    subtotal: inCurrency(subtotal),
    discount: inCurrency(discount),
    shipping: inCurrency(shipping.cost.amount),
    tax: inCurrency(tax),
    taxIncluded: inCurrency(taxIncluded),
    total: inCurrency(subtotal + tax + shipping.cost.amount - discount),
    currency,
    shippingMethod: shipping,
    ...(coupon && !problem && { coupon: { code: coupon.code, label } }),
    ...(problem && { couponProblem: problem }),
    taxLines: rule
      ? [
          {
            name: rule.name,
            ratePermille: rule.ratePermille,
            amount: inCurrency(tax + taxIncluded),
          },
        ]
      : [],
  };
  return { version: hash(receipt(quote, destination)), ...quote };
};

const moneyIn = (currency: Currency) => (amount: number) => money(amount, currency);

// What would be paid, received and where to: a picture may change without asking the buyer again.
const receipt = (quote: Omit<Quote, "version">, destination: QuoteRequest["destination"]) => {
  const { country, state, postalCode } = destination;
  const items = quote.items.map((item) => [
    [item.productId, item.variantId, item.sku, item.name, item.quantity, item.flashSaleId],
    [item.unitPrice.amount, item.totalPrice.amount, item.discount.amount, item.tax.amount],
    Object.entries(item.attributes).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);
  const { id, name, carrier, service, cost, estimatedDays } = quote.shippingMethod;
  const sums = [quote.subtotal, quote.discount, quote.shipping, quote.tax, quote.taxIncluded];
  return JSON.stringify([
    items,
    [...sums, quote.total].map(({ amount }) => amount),
    quote.currency,
    [id, name, carrier, service, cost.amount, estimatedDays.least, estimatedDays.most],
    [quote.coupon?.code, quote.couponProblem],
    quote.taxLines.map((line) => [line.name, line.ratePermille, line.amount.amount]),
    [country, state, postalCode],
  ]);
};
