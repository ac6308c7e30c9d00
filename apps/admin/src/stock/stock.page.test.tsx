import { parse, StockList } from "@wares/contracts";
import { expect, test } from "vitest";
import { sampleStock } from "../test-support/sample-data.ts";
import { show, wordsOf } from "../test-support/show.tsx";
import { StockPage } from "./stock.page.tsx";
import { stockQuery } from "./stock.queries.ts";
import { needOf, sharesOf } from "./stock-shares.ts";

const figures = {
  quantity: 41,
  reservedQuantity: 29,
  availableQuantity: 12,
  lowStockThreshold: 10,
  thresholdsRevision: 1,
  reorderPoint: 20,
};
const page = (stock?: unknown[]) =>
  wordsOf(
    show(<StockPage />, {
      known: stock
        ? [
            [
              stockQuery({ limit: 50 }).queryKey,
              parse(StockList, { stock, totalCount: stock.length, countedMax: 10_000 }),
            ],
          ]
        : [],
    }),
  );

test("each SKU says what is on hand, held and left, and what it needs", () => {
  const [info] = sampleStock();
  expect(page([{ ...info, ...figures }])).toMatch(/MUG-STN-SAGE Main 41 29 12 20 Reorder/);
});

test("an empty shop says what to do", () => expect(page([])).toContain("Add a product"));

test("the bar's parts never outgrow it", () => {
  for (const quantity of [0, 5, 41, 5_000]) {
    const availableQuantity = Math.max(0, quantity - 29);
    const { available, held, reorderAt } = sharesOf({
      ...figures,
      quantity,
      availableQuantity,
    });
    expect(available + held).toBeLessThanOrEqual(100);
    expect(reorderAt).toBeLessThanOrEqual(100);
  }
});

test("out, low, to reorder, at their limits", () => {
  const need = (availableQuantity: number) => needOf({ ...figures, availableQuantity });
  expect([0, 1, 10, 11, 20, 21].map(need)).toEqual([
    "Out",
    "Low",
    "Low",
    "Reorder",
    "Reorder",
    "None",
  ]);
});
