import type { FlashSale, FlashSaleId, PriceTable, QuoteRequest, Sku } from "@wares/contracts";
import type { Refusal } from "@wares/platform";
import { shortOf } from "./flash-sale-part.ts";
import { statusAt } from "./flash-sale.ts";
import { refusals } from "./refusals.ts";

/** What a running sale offers of one SKU. */
export type Offer = Readonly<{
  flashSaleId: FlashSaleId;
  salePrices: PriceTable;
  limitPerCustomer: number;
  available: number;
}>;
export type Offers = ReadonlyMap<Sku, Offer>;

export const offersAt = (
  sales: Iterable<FlashSale>,
  left: ReadonlyMap<FlashSaleId, ReadonlyMap<Sku, number>>,
  now: number,
): Offers =>
  new Map(
    [...sales]
      .filter((sale) => statusAt(sale, now) === "Running")
      .flatMap(({ id, limitPerCustomer, items }) =>
        items.map(({ sku, salePrices }): [Sku, Offer] => {
          const available = left.get(id)?.get(sku) ?? 0;
          return [sku, { flashSaleId: id, salePrices, limitPerCustomer, available }];
        }),
      ),
  );

type Lines = readonly Pick<QuoteRequest["lines"][number], "sku" | "quantity">[];

/** What these lines may not ask of a sale: two of them at once, or more than one customer's portion. */
export const refuseLines = (lines: Lines, offers: Offers): Refusal | undefined => {
  let [joined, units]: [Offer | undefined, number] = [undefined, 0];
  for (const [nth, { sku, quantity }] of lines.entries()) {
    const offer = offers.get(sku);
    if (!offer) continue;
    const { flashSaleId, limitPerCustomer } = offer;
    joined ??= offer;
    if (joined.flashSaleId !== flashSaleId)
      return { ...refusals.oneSalePerOrder, field: `/lines/${nth}/sku` };
    units += quantity;
    const detail = { flashSaleId, limitPerCustomer };
    if (units > limitPerCustomer)
      return { ...refusals.saleLimit, field: `/lines/${nth}/quantity`, detail };
  }
  return undefined;
};

/** Sold out is said, instead of quietly asking for the full price. */
export const refuseSoldOut = (lines: Lines, offers: Offers): Refusal | undefined => {
  const wanted = lines.filter(({ sku }) => offers.has(sku));
  const left = new Map([...offers].map(([sku, { available }]) => [sku, available]));
  const short = shortOf(wanted, left);
  const [first] = short;
  if (!first) return undefined;
  return {
    ...refusals.saleSoldOut,
    field: `/lines/${lines.findIndex(({ sku }) => sku === first.sku)}/quantity`,
    detail: { flashSaleId: offers.get(first.sku)?.flashSaleId, lines: short },
  };
};
