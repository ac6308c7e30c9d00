import {
  currencies,
  type FlashSale,
  type FlashSaleChange,
  type FlashSaleItem,
  type FlashSaleStatus,
  type Sku,
} from "@wares/contracts";
import { isRefusal, type Refusal } from "@wares/platform";
import type { PricedSkus } from "./quote.ts";
import { refusals } from "./refusals.ts";

/** What staff ask for, checked, with instants as they are stored. */
export type SaleTerms = Omit<FlashSaleChange, "items"> &
  Readonly<{ items: readonly FlashSaleItem[] }>;

// A sale ends within a year: what lies further away is a slip of the finger.
const aheadMaxMs = 366 * 24 * 3_600_000;

/** The terms as they will be kept, or what is wrong with them. `now` is the database's. */
export const termsOf = (
  request: FlashSaleChange,
  known: PricedSkus,
  now: number,
): SaleTerms | Refusal => {
  const [startsAt, endsAt] = [Date.parse(request.startsAt), Date.parse(request.endsAt)];
  if (!(startsAt > now)) return refusals.saleInThePast;
  if (!(endsAt > startsAt)) return refusals.saleWindow;
  if (endsAt > now + aheadMaxMs) return refusals.saleTooFar;
  const items: FlashSaleItem[] = [];
  for (const [nth, item] of request.items.entries()) {
    const checked = itemOf(item, nth, known, items);
    if (isRefusal(checked)) return checked;
    items.push(checked);
  }
  const { name, limitPerCustomer, hasWaitingRoom } = request;
  const [from, to] = [new Date(startsAt).toISOString(), new Date(endsAt).toISOString()];
  return { name, limitPerCustomer, hasWaitingRoom, startsAt: from, endsAt: to, items };
};

const itemOf = (
  { sku, salePrices, quantity }: FlashSaleChange["items"][number],
  nth: number,
  known: PricedSkus,
  before: readonly FlashSaleItem[],
): FlashSaleItem | Refusal => {
  const field = `/items/${nth}/sku`;
  if (before.some((item) => item.sku === sku)) return { ...refusals.saleItemTwice, field };
  const of = known.get(sku);
  if (!of?.isActive) return { ...refusals.saleUnknownSku, field };
  const prices = of.salePrices ?? of.prices;
  const dear = currencies.find((currency) => salePrices[currency] >= prices[currency]);
  if (dear) return { ...refusals.saleNotCheaper, field: `/items/${nth}/salePrices/${dear}` };
  return { sku, productId: of.productId, salePrices, quantity };
};

/** The first item that names one of these, as a place in the request. */
export const placeOf = (
  { items }: Pick<SaleTerms, "items">,
  skus: ReadonlySet<Sku>,
  field: "sku" | "quantity",
): string => `/items/${items.findIndex(({ sku }) => skus.has(sku))}/${field}`;

/** By the database's clock. A sale that was cancelled stays so. */
export const statusAt = (
  { status, startsAt, endsAt }: Pick<FlashSale, "status" | "startsAt" | "endsAt">,
  now: number,
): FlashSaleStatus => {
  if (status === "Cancelled") return status;
  if (now >= Date.parse(endsAt)) return "Over";
  return now >= Date.parse(startsAt) ? "Running" : "Scheduled";
};
