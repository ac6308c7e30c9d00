import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { chartsOf, savePictures } from "./pictures.ts";

const figure = (key: string, value: number) => ({ group: "", key, label: "", value, unit: "" });
const figures = [
  figure("inserts_per_s", 9_000),
  ...[64, 128, 256].flatMap((clients) => [
    figure(`orders_mixed_${clients}_per_s`, clients * 10),
    figure(`orders_mixed_${clients}_p99_ms`, clients),
  ]),
];

test("what was measured is drawn, with its yardsticks, and nothing else", () => {
  const { "orders-throughput": rates, "orders-latency": waits } = chartsOf(figures, {
    machine: "M",
  });
  expect(rates).toMatchObject({
    subtitle: "M",
    lines: [{ label: "mixed baskets", points: [{ x: 64, y: 640 }, {}, { x: 256, y: 2_560 }] }],
    levels: [{ label: "single-row inserts", y: 9_000 }],
  });
  expect(waits?.lines.map(({ label }) => label)).toEqual(["mixed baskets, p99"]);
});

test("pictures lie beside their figures and what they were measured on; without orders there are none", () => {
  const folder = mkdtempSync(join(tmpdir(), "wares-pictures-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  savePictures([figure("search_p50_ms", 3)], {}, folder);
  expect(readdirSync(folder)).toEqual([]);
  savePictures(figures, { machine: "M" }, folder);
  expect(readdirSync(folder).toSorted()).toEqual([
    "orders-latency.svg",
    "orders-throughput.svg",
    "orders.json",
  ]);
  const kept: unknown = JSON.parse(readFileSync(join(folder, "orders.json"), "utf8"));
  expect(kept).toMatchObject({ inserts_per_s: 9_000, machine: "M" });
});
