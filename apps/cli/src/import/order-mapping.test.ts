import { parse, Sku } from "@wares/contracts";
import { describe, expect, test } from "vitest";
import { countryCode } from "./country-names.ts";
import { ordersOf, type Sold } from "./history-orders.ts";
import { idOf } from "@wares/platform";
import { ProductId } from "@wares/contracts";
import { saleRow, type SaleRow } from "./sale-row.ts";
import { bestName, medianPrice, salesSurvey } from "./sales-survey.ts";

const ledger = (more: object = {}) => ({
  InvoiceNo: "536365",
  StockCode: "85123a",
  Description: "WHITE HANGING HEART",
  Quantity: "6",
  InvoiceDate: "2010-12-01 08:26:00",
  UnitPrice: "2.55",
  CustomerID: "17850.0",
  Country: "United Kingdom",
  ...more,
});
const sale = (more: object = {}): SaleRow => {
  const row = saleRow(ledger(more));
  if (typeof row === "string" || "problem" in row) throw new Error(JSON.stringify(row));
  return row;
};
const problem = (more: object) => {
  const row = saleRow(ledger(more));
  return typeof row === "object" && "problem" in row ? row.problem : row;
};

describe("a line of the ledger", () => {
  test("is a sale in pence, at an instant, of somebody", () => {
    expect(sale()).toEqual({
      kind: "Sale",
      invoice: "536365",
      code: "85123A",
      name: "WHITE HANGING HEART",
      quantity: 6,
      at: "2010-12-01T08:26:00.000Z",
      unitPrice: 255,
      customer: "17850",
      country: "United Kingdom",
    });
  });

  test("is a return on an invoice that begins with C", () => {
    expect(sale({ InvoiceNo: "C536379", Quantity: "-1" })).toMatchObject({
      kind: "Return",
      quantity: 1,
    });
    expect(problem({ Quantity: "-1" })).toContain("does not go with its kind");
    expect(problem({ InvoiceNo: "C536379" })).toContain("does not go with its kind");
  });

  test("is no goods where it is postage, a fee or a voucher", () => {
    for (const StockCode of ["POST", "m", "BANK CHARGES", "gift_0001_20"])
      expect(saleRow(ledger({ StockCode }))).toBe("NotGoods");
    expect(saleRow(ledger({ StockCode: "DCGSSGIRL" }))).toMatchObject({ kind: "Sale" });
  });

  test("says what is wrong with it", () => {
    expect(problem({ UnitPrice: "0.0" })).toBe("536365 85123A has no price");
    expect(problem({ UnitPrice: "-11062.06" })).toBe("536365 85123A has no price");
    expect(problem({ UnitPrice: "free" })).toBe("536365 85123A has no price");
    expect(problem({ UnitPrice: "1e12" })).toContain("absurd");
    expect(problem({ Quantity: "" })).toContain("is not a whole number");
    expect(problem({ Quantity: "1.5" })).toContain("is not a whole number");
    expect(problem({ InvoiceDate: "2010-13-01 08:26:00" })).toContain("is none");
    expect(problem({ InvoiceNo: "" })).toContain("no invoice number");
    expect(problem({ StockCode: "茶" })).toContain("no code");
  });
});

describe("what a code is", () => {
  test("has the name it is most often given, and not what the warehouse remarked", () => {
    const names = new Map([
      ["damaged", 9],
      ["SET OF 6 T-LIGHTS", 5],
      ["SET 6 T-LIGHTS", 4],
    ]);
    expect(bestName(names)).toBe("Set of 6 t-lights");
    expect(bestName(new Map([["wrongly coded", 1]]))).toBe("Wrongly coded");
    expect(bestName(new Map())).toBeUndefined();
  });

  test("costs what half of its lines cost at most", () => {
    expect(
      medianPrice(
        new Map([
          [255, 3],
          [1, 1],
          [99_999, 1],
        ]),
      ),
    ).toBe(255);
    expect(
      medianPrice(
        new Map([
          [100, 1],
          [200, 1],
        ]),
      ),
    ).toBe(100);
  });
});

const sold = (codes: readonly string[]): ReadonlyMap<Sku, Sold> =>
  new Map(
    codes.map((code) => {
      const sku = parse(Sku, code);
      return [sku, { productId: idOf(ProductId, code), sku, name: code }];
    }),
  );

describe("an invoice", () => {
  const goods = sold(["85123A", "71053"]);

  test("is one order; what stands on it twice at one price is one line", () => {
    const rows = [sale(), sale({ StockCode: "71053" }), sale({ Quantity: "4" })];
    const [order, ...more] = ordersOf(rows, goods, new Map(), 0);
    expect(more).toEqual([]);
    expect(order?.items.map(({ id, sku, quantity }) => [id, sku, quantity])).toEqual([
      [1, "85123A", 10],
      [2, "71053", 6],
    ]);
    expect(order?.total).toEqual({ amount: 16 * 255, currency: "GBP" });
    expect(order?.orderNumber).toBe("UCI-536365");
    expect(order?.contact.email).toBe("customer-17850@history.example");
  });

  test("keeps two prices of one thing apart", () => {
    const [order] = ordersOf([sale(), sale({ UnitPrice: "2.10" })], goods, new Map(), 0);
    expect(order?.items).toHaveLength(2);
  });

  test("of more than 99 of a thing has it on several lines, of more than 100 lines is several orders", () => {
    const orders = ordersOf([sale({ Quantity: "12540" })], goods, new Map(), 0);
    expect(orders.map(({ items }) => items.length)).toEqual([100, 27]);
    expect(orders.map(({ orderNumber }) => orderNumber)).toEqual(["UCI-536365", "UCI-536365-2"]);
    const quantities = orders.flatMap(({ items }) => items.map(({ quantity }) => quantity));
    expect(quantities.reduce((sum, one) => sum + one)).toBe(12_540);
    expect(Math.max(...quantities)).toBe(99);
    const [again] = ordersOf([sale()], goods, new Map(), 2);
    expect(again?.orderNumber).toBe("UCI-536365-3");
  });

  test("of nobody is a guest's, another on every invoice", () => {
    const guest = (InvoiceNo: string) =>
      ordersOf([sale({ InvoiceNo, CustomerID: "" })], goods, new Map(), 0)[0];
    expect(guest("1")?.buyerId).not.toBe(guest("2")?.buyerId);
    expect(guest("1")?.buyerId).toBe(guest("1")?.buyerId);
    const [known] = ordersOf([sale({ InvoiceNo: "3" })], goods, new Map(), 0);
    expect(known?.buyerId).toBe(ordersOf([sale()], goods, new Map(), 0)[0]?.buyerId);
  });
});

describe("a return", () => {
  const goods = sold(["85123A"]);
  const back = (more: object) =>
    sale({ InvoiceNo: "C1", Quantity: "-7", InvoiceDate: "2011-01-01 08:00:00", ...more });
  const surveyed = (...rows: SaleRow[]) => {
    const survey = salesSurvey();
    rows.forEach(survey.add);
    return survey.returns;
  };
  const left = (returns: ReturnType<typeof surveyed>) =>
    [...returns.values()].flat().map((one) => one.left);

  test("is given back by the earliest purchases, at what they cost, and no more than they took", () => {
    const returns = surveyed(back({ UnitPrice: "9.99" }));
    const [first] = ordersOf([sale()], goods, returns, 0);
    const [second] = ordersOf([sale({ InvoiceNo: "536366" })], goods, returns, 0);
    expect(first?.refunds).toMatchObject([{ amount: 6 * 255, at: "2011-01-01T08:00:00.000Z" }]);
    expect(second?.refunds).toMatchObject([{ amount: 255 }]);
    expect(left(returns)).toEqual([0]);
  });

  test("of another customer, another thing, nobody, or an earlier day finds nothing", () => {
    const returns = surveyed(
      back({ CustomerID: "1" }),
      back({ StockCode: "71053" }),
      back({ CustomerID: "" }),
      back({ InvoiceDate: "2010-11-30 08:00:00" }),
    );
    const rows = [sale(), sale({ CustomerID: "", InvoiceNo: "536367" })];
    for (const row of rows) expect(ordersOf([row], goods, returns, 0)[0]?.refunds).toBeUndefined();
    expect(left(returns)).toEqual([7, 7, 7, 7]);
  });
});

test("countries have their codes, and what is unknown is the seller's own", () => {
  expect(["EIRE", "RSA", "Channel Islands", "Unspecified"].map(countryCode)).toEqual([
    "IE",
    "ZA",
    "JE",
    "GB",
  ]);
});
