import type { Slower } from "./slower-statements.ts";

/** What was measured at one size. */
export type Column = Readonly<{ size: number; values: Readonly<Record<string, number>> }>;

const labels: Readonly<Record<string, string>> = {
  orders_paid_per_s: "orders with payment accepted, 64 clients, /s",
  processor_ms: "processor for one, all that follows it included, ms",
  order_p99_ms: "accepted and payment begun, p99 of both, ms",
  lag_p99_ms: "from accepted to Paid, p99, ms",
  order_ms: "an order's page, ms",
  own_orders_ms: "a shopper's orders, ms",
  all_orders_ms: "staff: newest orders, with their counts, ms",
  find_order_ms: "staff: an order by its number, ms",
  find_buyer_ms: "staff: a name that all share, ms",
  import_s: "import, s",
  start_s: "start with them, s",
  product_page_per_s: "one product, another each time, /s",
  product_list_per_s: "24 of a category, /s",
  search_p50_ms: "search alone, p50, ms",
  search_p99_ms: "search alone, p99, ms",
  shop_mib: "the shop's memory, MiB",
  disk_gib: "the database on disk, GiB",
};

const asText = (value: number | undefined): string =>
  value === undefined
    ? "–"
    : value.toLocaleString("en", { maximumFractionDigits: value >= 100 ? 0 : value >= 10 ? 1 : 2 });

/** A row for each figure, a column for each size. */
export const renderGrowth = (of: string, columns: readonly Column[]): string => {
  const keys = Object.keys(labels).filter((key) => columns.some(({ values }) => key in values));
  const head = [of, ...columns.map(({ size }) => size.toLocaleString("en"))];
  const rows = keys.map((key) => [
    `  ${labels[key]}`,
    ...columns.map(({ values }) => asText(values[key])),
  ]);
  const all = [head, ...rows];
  const widths = head.map((_, nth) => Math.max(...all.map((row) => row[nth]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, nth) =>
          nth === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart((widths[nth] ?? 0) + 2),
        )
        .join(""),
    )
    .join("\n");
};

export const renderSlower = (slower: readonly Slower[]): string =>
  slower.length === 0
    ? "No statement takes markedly longer with the last than with the first."
    : [
        "Statements that take longer with the last than with the first (ms on average, and how often):",
        ...slower.map(
          ({ fromMs, toMs, calls, text }) =>
            `  ${fromMs.toFixed(2).padStart(9)} → ${toMs.toFixed(2).padStart(9)}  ${String(calls).padStart(6)} ×  ${text}`,
        ),
      ].join("\n");

/** `orders_paid_per_s` with a thousand past orders is `orders_paid_per_s_at_1000_orders`. */
export const growthJson = (of: string, columns: readonly Column[]) =>
  Object.fromEntries(
    columns.flatMap(({ size, values }) =>
      Object.entries(values).map(([key, value]) => [
        `${key}_at_${size}_${of}`,
        Math.round(value * 1000) / 1000,
      ]),
    ),
  );
