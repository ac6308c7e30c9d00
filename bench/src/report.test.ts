import { expect, test } from "vitest";
import { renderJson, renderTable, type Figure } from "./report.ts";

const figures: readonly Figure[] = [
  {
    group: "Orders",
    key: "orders_mixed_per_s",
    label: "mixed",
    value: 8123.456,
    unit: "/s",
    costMs: 0.125,
  },
  { group: "Search", key: "search_p50_ms", label: "p50", value: 1.23456, unit: "ms" },
  {
    group: "Orders",
    key: "flash_sale_orders",
    label: "flash sale",
    value: 100,
    unit: "orders",
    remark: "500 buyers, 100 pieces",
  },
];

test("the table groups, aligns and rounds", () => {
  expect(renderTable(figures)).toBe(
    [
      "Orders",
      "  mixed       8,123 /s",
      "  flash sale    100 orders  500 buyers, 100 pieces",
      "",
      "Search",
      "  p50          1.23 ms",
    ].join("\n"),
  );
});

test("the JSON is one line with every key", () => {
  const line = renderJson(figures, { catalogue: "synthetic" });
  expect(line).not.toContain("\n");
  expect(JSON.parse(line)).toEqual({
    orders_mixed_per_s: 8123.456,
    orders_mixed_processor_ms: 0.125,
    search_p50_ms: 1.235,
    flash_sale_orders: 100,
    catalogue: "synthetic",
  });
});
