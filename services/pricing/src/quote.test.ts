import { createHash } from "node:crypto";
import { currencies, parse, Quote, Sku, type QuoteRequest } from "@wares/contracts";
import { isRefusal } from "@wares/platform";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalCode, type CouponAnswer } from "./coupon.ts";
import { cup, everywhere, parcel, priced, request, teapot } from "./quote.examples.ts";
import { chooseShipping, priceLines, quoteOf, type PricedSku } from "./quote.ts";

const hash = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 32);
type World = Readonly<{
  asked: QuoteRequest;
  skus: ReadonlyMap<Sku, PricedSku>;
  cost?: number;
  coupon?: CouponAnswer;
}>;
const shelf = new Map([
  [teapot, priced("Teapot", 1_999)],
  [cup, priced("Cup", 333)],
]);
const quote = ({ asked, skus, cost, coupon }: World) => {
  const lines = priceLines(asked, skus);
  if (isRefusal(lines)) throw new Error(lines.refusal);
  const shipping = parcel(asked.currency, cost);
  return quoteOf({ request: asked, priced: lines, shipping, hash, ...(coupon && { coupon }) });
};
const half: CouponAnswer = { code: "HALF", percentOff: 50, minimumSubtotal: 0 };

describe("a quote", () => {
  test("adds sales tax on the goods after the discount, per line, by half up", () => {
    const destination = { country: "US", state: "ny", postalCode: "10001" };
    const lines = [
      { sku: teapot, quantity: 1 },
      { sku: cup, quantity: 1 },
    ];
    const sum = quote({ asked: request({ destination, lines }), skus: shelf, coupon: half });
    // 1166 off 2332: 999.5 and 166.5 by largest remainder, the tie to the earlier line.
    expect(sum.items.map(({ discount }) => discount.amount)).toEqual([1_000, 166]);
    expect(sum.items.map(({ tax }) => tax.amount)).toEqual([40, 7]); // 39.96 and 6.68
    expect(sum).toMatchObject({ tax: { amount: 47 }, taxIncluded: { amount: 0 } });
    expect(sum.total.amount).toBe(2_332 + 47 + 500 - 1_166);
  });

  test("shows VAT as a part of the prices, shipping's too, and adds nothing", () => {
    const sum = quote({ asked: request(), skus: shelf });
    expect(sum.taxIncluded.amount).toBe(638 + 80); // 3998 × 190/1190 = 638.3, 500 × … = 79.8
    expect(sum).toMatchObject({ tax: { amount: 0 }, total: { amount: 4_498 } });
    expect(sum.taxLines).toMatchObject([{ name: "VAT", ratePermille: 190 }]);
  });

  test("takes the sale price where there is one", () => {
    const skus = new Map([[teapot, priced("Teapot", 1_999, { salePrices: everywhere(1_500) })]]);
    expect(quote({ asked: request(), skus }).subtotal.amount).toBe(3_000);
  });

  test("says which SKUs are not sold", () => {
    const skus = new Map([[teapot, priced("Teapot", 1, { isActive: false })]]);
    const lines = [
      { sku: cup, quantity: 1 },
      { sku: teapot, quantity: 1 },
    ];
    expect(priceLines(request({ lines }), skus)).toMatchObject({
      refusal: "pricing.not_sold",
      detail: { skus: [cup, teapot] },
    });
  });

  test("stands without a coupon that is not enough, and says so", () => {
    const coupon = { ...half, minimumSubtotal: 1_000_000 };
    expect(quote({ asked: request(), skus: shelf, coupon })).toMatchObject({
      couponProblem: "NotEnough",
      discount: { amount: 0 },
      total: { amount: 4_498 },
    });
  });

  test("refuses what no exact integer can hold", () => {
    const skus = new Map([[teapot, priced("Teapot", 9e12)]]);
    expect(priceLines(request(), skus)).toMatchObject({ refusal: "pricing.too_large" });
  });

  test("ships by what is offered only", () => {
    expect(chooseShipping({}, [])).toMatchObject({ refusal: "pricing.not_shipped_there" });
    expect(chooseShipping({ shippingMethodId: "drone" }, [parcel("USD")])).toMatchObject({
      refusal: "pricing.no_such_shipping",
    });
  });
});

test("full-width letters and stray spaces are the same coupon", () =>
  expect(normalCode(" ｓａｖｅ10")).toBe("SAVE10"));

const anywhere = fc.constantFrom(
  { country: "US", state: "WA", postalCode: "98101" },
  { country: "US", state: "Oregon", postalCode: "97201" },
  { country: "DE", state: "", postalCode: "10115" },
  { country: "FI", state: "", postalCode: "00100" },
  { country: "JP", state: "Tokyo", postalCode: "100-0001" },
  { country: "CN", state: "Zhejiang", postalCode: "310000" },
  { country: "CH", state: "", postalCode: "8001" },
);
const world = fc
  .record({
    currency: fc.constantFrom(...currencies),
    destination: anywhere,
    lines: fc.array(
      fc.record({
        price: fc.nat(2_000_000),
        sale: fc.option(fc.nat(1_000)),
        quantity: fc.integer({ min: 1, max: 99 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    cost: fc.nat(20_000),
    percentOff: fc.option(fc.integer({ min: 1, max: 100 })),
  })
  .map(({ currency, destination, lines, cost, percentOff }): World => {
    const sku = (nth: number) => parse(Sku, `SKU-${nth}`);
    const skus = lines.map(({ price, sale }, nth): [Sku, PricedSku] => [
      sku(nth),
      priced(`P${nth}`, price, sale === null ? {} : { salePrices: everywhere(sale) }),
    ]);
    const asked = request({
      currency,
      destination,
      lines: lines.map(({ quantity }, nth) => ({ sku: sku(nth), quantity })),
    });
    const coupon = percentOff === null ? undefined : { code: "C", percentOff, minimumSubtotal: 0 };
    return { asked, skus: new Map(skus), cost, ...(coupon && { coupon }) };
  });
const amounts = (of: readonly { amount: number }[]) =>
  of.reduce((all, { amount }) => all + amount, 0);

test("in any currency, anywhere: parts come to the whole, nothing is negative or a fraction", () => {
  fc.assert(
    fc.property(world, (one) => {
      const sum = quote(one);
      parse(Quote, sum); // whole, not negative, and as the contract says
      expect(amounts(sum.items.map((item) => item.totalPrice))).toBe(sum.subtotal.amount);
      expect(amounts(sum.items.map((item) => item.discount))).toBe(sum.discount.amount);
      expect(amounts(sum.items.map((item) => item.tax))).toBe(sum.tax.amount);
      for (const item of sum.items) {
        expect(item.discount.amount).toBeLessThanOrEqual(item.totalPrice.amount);
        expect(item.totalPrice.amount).toBe(item.unitPrice.amount * item.quantity);
      }
      const { subtotal, tax, shipping, discount, taxIncluded } = sum;
      expect(sum.total.amount).toBe(
        subtotal.amount + tax.amount + shipping.amount - discount.amount,
      );
      expect(taxIncluded.amount).toBeLessThanOrEqual(sum.total.amount);
      expect(tax.amount * taxIncluded.amount).toBe(0);
      expect(sum.version).toBe(quote(one).version);
    }),
    { numRuns: 1_000 },
  );
});

const first = (one: World) => one.asked.lines[0] ?? { sku: teapot, quantity: 1 };
const withFirst = (one: World, change: (of: PricedSku) => PricedSku): World => {
  const { sku } = first(one);
  const of = one.skus.get(sku);
  return of ? { ...one, skus: new Map([...one.skus, [sku, change(of)]]) } : one;
};
const asking = (one: World, change: Partial<QuoteRequest>): World => ({
  ...one,
  asked: { ...one.asked, ...change },
});
const changes: readonly (readonly [string, (one: World) => World])[] = [
  [
    "a dearer price",
    (one) =>
      withFirst(one, (of) => ({
        ...of,
        prices: everywhere(2_000_001),
        salePrices: everywhere(2_000_001),
      })),
  ],
  ["another product", (one) => withFirst(one, (of) => ({ ...of, name: "Something else" }))],
  ["another variant", (one) => withFirst(one, (of) => ({ ...of, attributes: { Colour: "Red" } }))],
  ["one more", (one) => asking(one, { lines: [...one.asked.lines, first(one)] })],
  [
    "another quantity",
    (one) => {
      const { sku, quantity } = first(one);
      return asking(one, {
        lines: [{ sku, quantity: (quantity % 99) + 1 }, ...one.asked.lines.slice(1)],
      });
    },
  ],
  [
    "another currency",
    (one) => asking(one, { currency: one.asked.currency === "USD" ? "EUR" : "USD" }),
  ],
  [
    "another country",
    (one) => asking(one, { destination: { ...one.asked.destination, country: "CA" } }),
  ],
  [
    "another state",
    (one) => asking(one, { destination: { ...one.asked.destination, state: "Elsewhere" } }),
  ],
  [
    "another postal code",
    (one) => asking(one, { destination: { ...one.asked.destination, postalCode: "0" } }),
  ],
  ["dearer shipping", (one) => ({ ...one, cost: (one.cost ?? 0) + 1 })],
  [
    "another coupon",
    (one) => ({ ...one, coupon: { code: "OTHER", percentOff: 7, minimumSubtotal: 0 } }),
  ],
];
test.for(changes)("%s is another version", ([, change]) => {
  fc.assert(
    fc.property(world, (one) => {
      expect(quote(change(one)).version).not.toBe(quote(one).version);
    }),
    { numRuns: 200 },
  );
});
