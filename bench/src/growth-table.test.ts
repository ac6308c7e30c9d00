import { expect, test } from "vitest";
import { growthJson, renderGrowth, renderSlower } from "./growth-table.ts";

const columns = [
  { size: 1_000, values: { orders_paid_per_s: 400, disk_gib: 0.1 } },
  { size: 1_000_000, values: { orders_paid_per_s: 395.4, disk_gib: 15.25, search_p50_ms: 3 } },
];

test("a row for each figure, a column for each size, a dash where nothing was measured", () => {
  expect(renderGrowth("Past orders", columns)).toBe(
    [
      "Past orders                                     1,000  1,000,000",
      "  orders with payment accepted, 64 clients, /s    400        395",
      "  search alone, p50, ms                             –          3",
      "  the database on disk, GiB                       0.1       15.3",
    ].join("\n"),
  );
});

test("in JSON the size is part of the name", () => {
  expect(growthJson("orders", columns)).toEqual({
    orders_paid_per_s_at_1000_orders: 400,
    disk_gib_at_1000_orders: 0.1,
    orders_paid_per_s_at_1000000_orders: 395.4,
    disk_gib_at_1000000_orders: 15.25,
    search_p50_ms_at_1000000_orders: 3,
  });
});

test("slower statements are told with their times, and that there are none is told too", () => {
  expect(renderSlower([])).toMatch(/No statement/);
  expect(renderSlower([{ text: "select 1", fromMs: 0.5, toMs: 20, calls: 3 }])).toMatch(
    /0\.50 → +20\.00 +3 × {2}select 1/,
  );
});
