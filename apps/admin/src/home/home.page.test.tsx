import { expect, test } from "vitest";
import { sampleOrders, summaryOf } from "../test-support/sample-data.ts";
import { periodsOf } from "./periods.ts";
import { busiest } from "./use-home-currency.ts";
import { spread } from "./waiting-card.tsx";

test("two periods of the same length, one after the other, today included", () => {
  const { now, before } = periodsOf(Date.parse("2026-11-25T02:00:00Z"), 30, "EUR");
  expect(now).toEqual({ from: "2026-10-27", to: "2026-11-25", currency: "EUR" });
  expect(before).toEqual({ from: "2026-09-27", to: "2026-10-26", currency: "EUR" });
});

test("many orders to pick do not hide the one payment that failed", () => {
  const summaries = sampleOrders().map(summaryOf);
  const failed = summaries.find(({ status }) => status === "PaymentFailed");
  const paid = summaries.filter(({ status }) => status === "Paid");
  const shown = spread([...paid, ...(failed ? [failed] : [])]);
  expect(shown).toHaveLength(7);
  expect(shown[0]).toBe(failed);
});

test("home opens in the currency with the most orders, and in dollars before the first", () => {
  const sold = (currency: "USD" | "JPY" | "EUR", orders: number, amount: number) => {
    const money = { amount, currency };
    return {
      currency,
      total: { orders, units: orders, gross: money, refunds: money, averageOrder: money },
    };
  };
  expect(busiest([sold("USD", 0, 0), sold("EUR", 7, 90_000), sold("JPY", 3, 900_000)])).toBe("EUR");
  expect(busiest([sold("EUR", 0, 0), sold("USD", 0, 0)])).toBe("USD");
  expect(busiest([])).toBe("USD");
});
