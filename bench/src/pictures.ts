import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lineChart, type Chart, type Line } from "./line-chart.ts";
import { renderJson, type Facts, type Figure } from "./report.ts";

const RESULTS = fileURLToPath(new URL("../results/", import.meta.url));
const CLIENTS = [64, 128, 256] as const;

const kinds = [
  { key: "orders_mixed", label: "mixed baskets" },
  { key: "orders_hot", label: "one hot product" },
] as const;

type Values = ReadonlyMap<string, number>;

const lineOf = (values: Values, label: string, keyAt: (clients: number) => string): Line => ({
  label,
  points: CLIENTS.flatMap((x) => {
    const y = values.get(keyAt(x));
    return y === undefined ? [] : [{ x, y }];
  }),
});

const levelsOf = (values: Values) =>
  [
    { label: "single-row inserts", key: "inserts_per_s" },
    { label: "updates of one row", key: "hot_updates_per_s" },
    { label: "rows of an order over bare HTTP", key: "bare_orders_per_s" },
  ].flatMap(({ label, key }) => {
    const y = values.get(key);
    return y === undefined ? [] : [{ label, y }];
  });

/** Nothing where the run had no orders in it. */
export const chartsOf = (
  figures: readonly Figure[],
  facts: Facts,
): Readonly<Record<string, Chart>> => {
  const values = new Map(figures.map(({ key, value }) => [key, value]));
  const others = values.get("others_share_percent") ?? 0;
  // A picture is looked at without its text: it must say itself that it is of a busy machine.
  const busy = others > 5 ? `; busy: other programs took ${Math.round(others)} % of it` : "";
  const about = { subtitle: `${facts["machine"] ?? ""}${busy}`, xLabel: "clients at once" };
  const rates = kinds.map(({ key, label }) => lineOf(values, label, (x) => `${key}_${x}_per_s`));
  const waits = kinds.flatMap(({ key, label }) =>
    ["p50", "p99"].map((part) =>
      lineOf(values, `${label}, ${part}`, (x) => `${key}_${x}_${part}_ms`),
    ),
  );
  const drawn = (lines: readonly Line[]) => lines.filter(({ points }) => points.length > 0);
  const charts = {
    "orders-throughput": {
      ...about,
      title: "Orders accepted, and what PostgreSQL itself does",
      yLabel: "per second",
      lines: drawn(rates),
      levels: levelsOf(values),
    },
    "orders-latency": {
      ...about,
      title: "How long an order takes to be accepted, at full load",
      yLabel: "milliseconds",
      lines: drawn(waits),
      levels: [],
    },
  };
  return Object.fromEntries(Object.entries(charts).filter(([, { lines }]) => lines.length > 0));
};

/** Pictures, and beside them the figures with the machine and the versions they were measured on. */
export const savePictures = (figures: readonly Figure[], facts: Facts, folder = RESULTS): void => {
  const charts = Object.entries(chartsOf(figures, facts));
  if (charts.length === 0) return;
  mkdirSync(folder, { recursive: true });
  for (const [name, chart] of charts) writeFileSync(join(folder, `${name}.svg`), lineChart(chart));
  const readable = JSON.stringify(JSON.parse(renderJson(figures, facts)), undefined, 2);
  writeFileSync(join(folder, "orders.json"), `${readable}\n`);
};
