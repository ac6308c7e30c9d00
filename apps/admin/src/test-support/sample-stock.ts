import type { InventoryInfo, MovementList } from "@wares/contracts";
import { sampleNow } from "./sample-data.ts";
import { matches, missing, page, problem, type Route } from "./sample-kit.ts";

export type Movement = MovementList["movements"][number];

export const stockRoutes = (
  stock: InventoryInfo[],
  movements: Map<string, Movement[]>,
): Route[] => [
  [
    "GET",
    /^stock\/all$/,
    ({ url }) => {
      const limit = { Out: 0, Low: 10, Reorder: 20 }[url.searchParams.get("attention") ?? ""];
      const found = stock
        .filter(({ sku }) => matches(url, sku))
        .filter(({ availableQuantity }) => limit === undefined || availableQuantity <= limit);
      const { some, next } = page(found, url);
      return { stock: some, ...next, totalCount: found.length, countedMax: 10_000 };
    },
  ],
  [
    "GET",
    /^stock\/([^/]+)\/movements$/,
    (_, sku) => ({ movements: movements.get(decodeURIComponent(sku)) ?? [] }),
  ],
  [
    "POST",
    /^stock\/([^/]+)\/adjustments$/,
    ({ body }, encoded) => {
      const sku = decodeURIComponent(encoded);
      const index = stock.findIndex((info) => info.sku === sku);
      const info = stock[index];
      if (!info) return missing;
      const change = Number(body["change"]);
      if (change === -1)
        return problem(422, "inventory.held", "One less would leave an order short.", "/change");
      stock[index] = {
        ...info,
        quantity: info.quantity + change,
        availableQuantity: info.availableQuantity + change,
      };
      const known = movements.get(sku) ?? [];
      movements.set(sku, [
        {
          position: known.length + 1,
          reason: body["reason"] as Movement["reason"],
          quantityChange: change,
          reservedChange: 0,
          at: new Date(sampleNow()).toISOString(),
          ...(typeof body["note"] === "string" && { note: body["note"] }),
        },
        ...known,
      ]);
      return stock[index];
    },
  ],
];
