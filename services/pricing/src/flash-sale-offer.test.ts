import { ProductId, type FlashSale, type QuoteRequest, type Sku } from "@wares/contracts";
import { idOf, isRefusal } from "@wares/platform";
import { expect, test } from "vitest";
import { offersAt, refuseLines, refuseSoldOut } from "./flash-sale-offer.ts";
import { saleNumber } from "./flash-sale.examples.ts";
import { cup, everywhere, parcel, priced, request, teapot } from "./quote.examples.ts";
import { priceLines, quoteOf } from "./quote.ts";

const [noon, one] = ["2026-11-27T12:00:00.000Z", "2026-11-27T13:00:00.000Z"];
const saleOf = (nth: number, sku: Sku, more: Partial<FlashSale> = {}): FlashSale => ({
  id: saleNumber(nth),
  name: { en: "Friday" },
  status: "Scheduled",
  startsAt: noon,
  endsAt: one,
  limitPerCustomer: 2,
  hasWaitingRoom: false,
  items: [{ sku, productId: idOf(ProductId, "p"), salePrices: everywhere(600), quantity: 3 }],
  revision: 1,
  createdAt: noon,
  ...more,
});
const sales = [saleOf(1, teapot), saleOf(2, cup)];
const left = new Map([
  [saleNumber(1), new Map([[teapot, 1]])],
  [saleNumber(2), new Map([[cup, 3]])],
]);
const offers = offersAt(sales, left, Date.parse(noon));
const lines = (...asked: [Sku, number][]): QuoteRequest["lines"] =>
  asked.map(([sku, quantity]) => ({ sku, quantity }));

test.for([
  ["2026-11-27T11:59:59.999Z", 0],
  [noon, 2],
  ["2026-11-27T12:59:59.999Z", 2],
  [one, 0],
] as const)("at %s %i SKUs are offered", ([at, count]) =>
  expect(offersAt(sales, left, Date.parse(at)).size).toBe(count),
);

test("a sale that was cancelled offers nothing", () =>
  expect(offersAt([saleOf(1, teapot, { status: "Cancelled" })], left, Date.parse(noon)).size).toBe(
    0,
  ));

test("one order is of one sale, and within the portion; the line that is too much is named", () => {
  expect(refuseLines(lines([teapot, 1], [cup, 1]), offers)).toMatchObject({
    refusal: "pricing.one_flash_sale_per_order",
    field: "/lines/1/sku",
  });
  expect(refuseLines(lines([teapot, 1], [teapot, 1], [teapot, 1]), offers)).toMatchObject({
    refusal: "pricing.flash_sale_limit",
    field: "/lines/2/quantity",
    detail: { flashSaleId: saleNumber(1), limitPerCustomer: 2 },
  });
  expect(refuseLines(lines([teapot, 2], ["PLAIN" as Sku, 99]), offers)).toBeUndefined();
});

test("sold out is said by line, and of plain goods never here", () => {
  expect(refuseSoldOut(lines(["PLAIN" as Sku, 9], [teapot, 2]), offers)).toMatchObject({
    refusal: "pricing.flash_sale_sold_out",
    field: "/lines/1/quantity",
    detail: { flashSaleId: saleNumber(1), lines: [{ sku: teapot, available: 1 }] },
  });
  expect(refuseSoldOut(lines([teapot, 1]), offers)).toBeUndefined();
});

test("a quote is at the sale's price, names the sale, and is another version before and after", () => {
  const quoteWith = (given: typeof offers, amount: number) => {
    const known = new Map([[teapot, priced("Teapot", amount)]]);
    const found = priceLines(request(), known, given);
    if (isRefusal(found)) throw new Error(found.refusal);
    return quoteOf({
      request: request(),
      priced: found,
      shipping: parcel("USD"),
      hash: (text) => text,
    });
  };
  const [plain, onSale] = [quoteWith(new Map(), 1_000), quoteWith(offers, 1_000)];
  expect(plain.items[0]).not.toHaveProperty("flashSaleId");
  expect(onSale.items).toMatchObject([
    { flashSaleId: saleNumber(1), unitPrice: { amount: 600 }, totalPrice: { amount: 1_200 } },
  ]);
  // Even where the price is the same: what is bought is taken from elsewhere.
  expect(quoteWith(new Map(), 600).version).not.toBe(onSale.version);
});
