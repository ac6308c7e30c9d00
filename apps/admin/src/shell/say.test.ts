import { expect, test } from "vitest";
import { newId } from "../api/new-id.ts";
import { withQuery } from "../api/ask.ts";
import { fullName } from "./full-name.ts";
import { amountOf, amountText, money, percentChange, signed, span } from "./say.ts";

test("minor units become a price, and a typed price minor units", () => {
  expect(money({ amount: 3600, currency: "EUR" }, "en")).toBe("€36.00");
  expect(money({ amount: 18_400, currency: "JPY" }, "en")).toBe("¥18,400");
  expect(amountText(3605, "EUR")).toBe("36.05");
  expect(amountOf("36.5", "EUR")).toBe(3650);
  expect(amountOf("5120", "JPY")).toBe(5120);
  for (const bad of ["", "-1", "1.234", "1,50", "abc", "1e3"])
    expect(amountOf(bad, "EUR")).toBeUndefined();
  expect(amountOf("1.5", "JPY")).toBeUndefined();
});

test("changes carry their sign", () => {
  expect([3, -3, 0].map(signed)).toEqual(["+3", "−3", "0"]);
  expect(percentChange(112.4, 100)).toBe("+12.4 %");
  expect(percentChange(5, 0)).toBeUndefined();
});

test("spans are said as people say them", () => {
  const minute = 60_000;
  expect([6, 130, 3 * 1440].map((minutes) => span(minutes * minute, "en"))).toEqual([
    "6 min",
    "2 h 10 min",
    "3 days",
  ]);
});

test("an id is a UUIDv7 of its moment", () => {
  const id = newId(Date.parse("2026-11-24T10:00:00Z"));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.slice(0, 13).replace("-", ""), 16)).toBe(
    Date.parse("2026-11-24T10:00:00Z"),
  );
});

test("a query leaves out what was not given", () => {
  expect(withQuery("orders/all", { status: "Paid", query: "", after: undefined, limit: 50 })).toBe(
    "orders/all?status=Paid&limit=50",
  );
  expect(withQuery("orders/all", {})).toBe("orders/all");
});

test("names begin with the family where they do", () => {
  expect(fullName("雨桐", "林")).toBe("林雨桐");
  expect(fullName("Callum", "Reid")).toBe("Callum Reid");
});
